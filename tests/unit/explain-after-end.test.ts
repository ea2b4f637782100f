import { describe, expect, it } from 'vitest';
import { compile } from '../../src/engine/index.ts';
import { explainAfterEnd } from '../../src/explain/index.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import type { PolicyRule } from '../../src/model/rulebook.ts';
import { evaluateInput } from '../support/outcome.ts';

describe('years after the end of a policy', () => {
  const year = (at: number, sum = 1n) => ({ year: at, determined: sum, discretionary: 0n });
  it.each<[string, ReturnType<typeof year>[], string | null, string | null]>([
    ['one', [year(2029), year(2030), year(2031)], '2030-06-30', '2031 年已在政策有效期（至2030年6月30日）之后，'],
    ['several, in order, once', [year(2032), year(2031), year(2031)], '2030-06-30', '2031、2032 年已在'],
    ['none, the year in which it ends', [year(2030)], '2030-06-30', null],
    ['none that is paid', [year(2031, 0n)], '2030-06-30', null],
    ['no end', [year(2031)], null, null],
  ])('%s', (_, awards, expires, words) => {
    const said = explainAfterEnd(awards, { expires });
    if (words === null) expect(said).toBeNull();
    else expect(said).toContain(words);
  });

  it('are told of a laboratory whose three years go on', () => {
    const lab = {
      matter: 'joint-lab',
      date: '2029-12-01',
      facts: { annualInvestment: [2_000_000, 2_000_000, 2_000_000] },
    };
    const { rules } = loadKnowledgeBase();
    const outcome = evaluateInput(compile(rules), {
      applicant: { type: 'enterprise' },
      projects: [{ id: 'lab', ...lab }],
    });
    const [minhang] = outcome.policies;
    expect(minhang?.years.map((one) => one.year)).toEqual([2029, 2030, 2031]);
    const [{ validity }] = rules.policies as [PolicyRule];
    expect(explainAfterEnd(minhang?.awards ?? [], validity)).toContain('2031 年已在政策有效期');
  });
});
