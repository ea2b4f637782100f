import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'tests/unit/**/*.test.ts',
      'tests/oracle/**/*.test.ts',
      ...(process.env['FULL'] ? ['tests/full/**/*.test.ts'] : []),
    ],
    setupFiles: ['tests/support/draws.setup.ts'],
    testTimeout: 180_000,
    // Vitest leaves one processor to itself, which on two is half the machine: 111 s instead of 69
    maxWorkers: availableParallelism(),
  },
});
