import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../src/search/clause.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { openContent } from '../support/search-index.ts';

let engine: SearchEngine;
beforeAll(async () => {
  engine = await openContent();
});

describe('hostile and absurd queries', () => {
  const listed = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE--",
    '%00',
    '\u0000',
    '\ud800',
    '\udfff药',
    '药\ud83d',
    '😀'.repeat(300),
    '药'.repeat(10_000),
    ' '.repeat(10_000),
    '"'.repeat(500),
    '-'.repeat(500),
    '- - -',
    '-"',
    '"-"',
    '" "',
    '\u202e反\u202c',
    'a\u0301\u0302',
    '\uffff',
    '\u{10ffff}',
    '\u{20000}',
    '\u{f0000}',
    '{}',
    '{"a":1}',
    '\\',
    '\\u0000',
    '$&',
    '.*',
    '(?:',
    '[',
    ']',
    '((((',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'toString',
    '第',
    '第条',
    '细则',
    '闵行',
    '期'.repeat(50),
    '1期'.repeat(200),
    'jj'.repeat(200),
    'iiiiiiiiii期',
    '一'.repeat(100),
  ];

  it.each(listed.map((query) => [query.slice(0, 30), query]))('%j', async (_shown, query) => {
    const answer = await engine.literal(query);
    await expect(engine.related(answer)).resolves.toBeInstanceOf(Array);
  });

  it('5,000 of them raise no exception, and their literal results contain them', async () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc
        .array(
          fc.constantFrom(
            '<',
            '>',
            '"',
            '-',
            ' ',
            '药',
            '期',
            '1',
            'i',
            '\ud800',
            '\udc00',
            '😀',
            '\u0007',
            '\\',
            '&',
            '第',
            '条',
            '三类',
            '资金',
          ),
          { maxLength: 24 },
        )
        .map((parts) => parts.join('')),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
    );
    await fc.assert(
      fc.asyncProperty(unit, async (query) => {
        const answer = await engine.literal(query);
        await engine.related(answer);
        for (const { clause, hits } of answer.literal) {
          for (const { piece, spans } of hits)
            for (const { start, end } of spans) expect(piece.text.slice(start, end)).not.toBe('');
          expect(addressOf(clause, '')).toMatch(/^\//);
        }
      }),
      { numRuns: 5_000, seed: 5_000 },
    );
  }, 240_000);
});
