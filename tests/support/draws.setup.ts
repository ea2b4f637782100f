/**
 * The same draws in every default run: whether a commit passes does not hang on luck. The full run draws anew each time, and what
 * it finds becomes a case of its own.
 */
import fc from 'fast-check';

if (!process.env['FULL']) fc.configureGlobal({ seed: 20_261_122 });
