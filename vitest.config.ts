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
  },
});
