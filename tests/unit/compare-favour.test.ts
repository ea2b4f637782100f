import { describe, expect, it } from 'vitest';
import type { AwardTerm, Standing } from '../../src/compare/award-terms.ts';
import { favourOf, type Side } from '../../src/compare/favour.ts';

const SHARE = (max: number, of = 'base', rate = 1): Standing['amount'] => ({ kind: 'share', rate, of, max });

function side(policy: string, amount: Standing['amount'], caps: Standing['caps'] = []): Side {
  return { policy, under: [{ taken: [], standings: [{ amount, caps } as Standing], matter: 'm' }] };
}

function favour(term: AwardTerm, ...sides: Side[]): string[] | string {
  const found = favourOf(term, sides);
  return found.kind === 'fact' ? found.policies : found.kind;
}

describe('which side is more favourable is said', () => {
  it.each<[string, AwardTerm, Standing['amount'], Standing['amount'], string[] | 'none']>([
    ['two caps of one formula', 'ceiling', SHARE(50), SHARE(100), ['b']],
    // 100 for certain and at most 150 are no sums of one kind
    ['a fixed sum and a cap', 'ceiling', { kind: 'fixed', sum: 100 }, SHARE(150), 'none'],
    [
      'a cap and what is at discretion',
      'ceiling',
      SHARE(50),
      { kind: 'up-to', rate: null, of: null, max: 100 },
      'none',
    ],
    ['two fixed sums', 'ceiling', { kind: 'fixed', sum: 100 }, { kind: 'fixed', sum: 150 }, ['b']],
    ['rates of different bases', 'rate', SHARE(1), SHARE(1, 'other', 2), 'none'],
  ])('only of sums that compare: %s', (_, term, left, right, expected) => {
    expect(favour(term, side('a', left), side('b', right))).toEqual(expected);
  });

  it('only of yearly caps that count the same', () => {
    const capped = (policy: string, max: number, matters: string[]): Side =>
      side(policy, SHARE(1), [
        {
          rule: { ref: policy, per: 'enterprise', max } as Standing['caps'][number]['rule'],
          pooledWith: [],
          whole: true,
          counts: matters.map((matter) => ({ matter, when: [], title: '' }) as unknown as Standing['award']),
        },
      ]);
    expect(favour('year-cap', capped('a', 200, ['m']), capped('b', 300, ['m']))).toEqual(['b']);
    expect(favour('year-cap', capped('a', 200, ['m']), capped('b', 300, ['m', 'n']))).toBe('none');
  });
});
