import { z } from 'zod';
import { nodeId } from './ids.ts';

/** One fragment of the official text that states what the metadata says. */
const fragment = z.strictObject({
  /** the words, verbatim; whitespace may differ */
  text: z.string().min(1),
  /** the node that they stand in; default: the clause that carries the metadata */
  clause: nodeId.optional(),
  /** which occurrence is meant, from 1, where the words stand there more than once */
  nth: z.int().min(1).optional(),
  /** which figures of the words are claimed, from 1; default: all. Others must be claimed elsewhere. */
  figures: z.array(z.int().min(1)).optional(),
});

/** 出处: the words that state a figure or a condition. A bare string is one fragment of the clause itself. */
export const quote = z
  .union([z.string().min(1), fragment, z.array(z.union([z.string().min(1), fragment])).min(1)])
  .transform((value): QuoteFragment[] =>
    (Array.isArray(value) ? value : [value]).map((one) => (typeof one === 'string' ? { text: one } : one)),
  );

export type QuoteFragment = z.output<typeof fragment>;
export type Quote = QuoteFragment[];
