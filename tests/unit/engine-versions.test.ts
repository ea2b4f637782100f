import { afterAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compile, evaluate, parseScenario, sliceRuleBook, type PolicyResult } from '../../src/engine/index.ts';
import { explainSteps } from '../../src/explain/index.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import type { AwardRule, CapRule, RuleBook } from '../../src/model/rulebook.ts';
import { cap, fixed, wan } from '../fixtures/builders.ts';
import { contentWithAmendments, removeContent, THIRD } from '../support/third-district.ts';
import { outcomes, run, tinyAward, tinyBook, type TinyProject } from '../support/tiny.ts';

/** An award of 60万 that an amendment raises to 90万 from 2026-07-01; the annual cap goes from 100万 to 150万. */
const [OLD, NEW] = ['p/x/1', 'p/x/1@2'];
function amended(draft: Partial<Pick<AwardRule, 'requires' | 'when'>> = {}): AwardRule[] {
  const make = (clause: string, sum: number): AwardRule => ({
    ...tinyAward({ clause, amount: fixed(wan(sum)), caps: [`${clause}#yearly`] }),
    ...draft,
  });
  return [
    { ...make(OLD, 60), term: { from: null, until: '2026-06-30' } },
    { ...make(NEW, 90), term: { from: '2026-07-01', until: null } },
  ];
}
const caps = (continues: boolean): CapRule[] => [
  cap(`${OLD}#yearly`, wan(100), 'x'),
  { ...cap(`${NEW}#yearly`, wan(150), 'x'), ...(continues ? { continues: `${OLD}#yearly` } : {}) },
];
const book = (continues = true): RuleBook => tinyBook(amended(), { caps: caps(continues) });
const on = (...dates: (string | null)[]): TinyProject[] => dates.map((date) => ({ date }));
const sums = (result: PolicyResult): number[] => result.awards.map(({ determined }) => Number(determined / 1_000_000n));

describe('the project’s date picks the version', () => {
  it.each([
    ['2026-01-01', OLD, 60],
    ['2026-06-30', OLD, 60],
    ['2026-07-01', NEW, 90],
    ['2027-12-31', NEW, 90],
  ])('%s: %s', (date, clause, sum) => {
    const result = run(book(), on(date));
    expect(result.awards.map((one) => one.clause)).toEqual([clause]);
    expect(sums(result)).toEqual([sum]);
  });

  it('before and after the policy no version pays, and the one of that side is named', () => {
    expect(outcomes(run(book(), on('2025-06-30')))).toEqual([`not-in-force@${OLD}`]);
    expect(outcomes(run(book(), on('2028-01-01')))).toEqual([`not-in-force@${NEW}`]);
  });

  it('without a date the answer waits for it', () => {
    const result = run(book(), on(null), { partial: true });
    expect(result.pending).toEqual([{ project: 'p0', clause: null, missing: ['date'] }]);
    expect(result.determined).toBe(0n);
  });

  it('decides for all years of a project', () => {
    const yearly = (clause: string, term: AwardRule['term'] & object, rate: number): AwardRule => ({
      ...tinyAward({ clause, amount: { kind: 'share', rate: rate * 10_000, of: 'yearly', max: null } }),
      term,
    });
    const rules = tinyBook([
      yearly(OLD, { from: null, until: '2026-06-30' }, 10),
      yearly(NEW, { from: '2026-07-01', until: null }, 20),
    ]);
    const facts = { yearly: [100, 100, 100] };
    const given = (date: string) =>
      run(rules, [{ date, facts }]).awards.map(({ determined }) => Number(determined) / 100);
    expect(given('2026-06-30')).toEqual([10, 10, 10]);
    expect(given('2026-07-01')).toEqual([20, 20, 20]);
  });

  it('a case that only one version has is not covered by the other', () => {
    const [old] = amended({ when: [{ fact: 'kind', test: 'any-of', values: ['a'] }] });
    const [, next] = amended({ when: [{ fact: 'kind', test: 'any-of', values: ['b'] }] });
    const rules = tinyBook(
      [old, next].filter((one) => one !== undefined),
      { caps: caps(true) },
    );
    expect(outcomes(run(rules, on('2026-06-30')))).toEqual(['60000000/0']);
    expect(outcomes(run(rules, on('2026-07-01')))).toEqual(['not-covered@null']);
  });
});

describe('an annual cap in the year of the change', () => {
  it.each([
    [
      'goes on: the old version’s awards count against the new cap',
      true,
      ['2026-06-01', '2026-08-01', '2026-09-01'],
      [60, 90, 0],
    ],
    [
      'new awards that come first count against the old cap',
      true,
      ['2026-08-01', '2026-06-01', '2026-06-02'],
      [90, 10, 0],
    ],
    [
      'each award is limited by the cap of its own version',
      true,
      ['2026-06-01', '2026-06-02', '2026-08-01'],
      [60, 40, 50],
    ],
    ['another year is another book', true, ['2026-06-01', '2027-08-01', '2027-09-01'], [60, 90, 60]],
    ['of another id starts afresh', false, ['2026-06-01', '2026-08-01', '2026-09-01'], [60, 90, 60]],
  ])('%s', (_, continues, dates, expected) => {
    const result = run(book(continues), on(...dates));
    expect(sums(result)).toEqual(expected);
    expect(Number(result.range.max / 1_000_000n)).toBe(expected.reduce((sum, one) => sum + one, 0));
  });

  it('never goes below nothing where the new cap is smaller than what the old one gave', () => {
    const [one, other] = caps(true) as [CapRule, CapRule];
    const rules = tinyBook(amended(), { caps: [one, { ...other, max: wan(50) }] });
    const result = run(rules, on('2026-06-01', '2026-08-01'));
    expect(sums(result)).toEqual([60, 0]);
    expect(explainSteps(result.awards[1]?.steps ?? []).at(-1)?.text).toContain(
      '已用 60 万元（含按本条其他版本已得的 60 万元），余 0 元',
    );
  });

  it('is told in the trace and in the list of caps', () => {
    const result = run(book(), on('2026-06-01', '2026-08-01', '2026-09-01'));
    const lines = explainSteps(result.awards[1]?.steps ?? []).map(({ text }) => text);
    expect(lines.at(-1)).toContain('含按本条其他版本已得的 60 万元');
    expect(result.caps.map(({ cap: { ref }, used, elsewhere }) => [ref, used, elsewhere])).toEqual([
      [`${OLD}#yearly`, BigInt(wan(60)), BigInt(wan(90))],
      [`${NEW}#yearly`, BigInt(wan(90)), BigInt(wan(60))],
    ]);
    const alone = run(book(), on('2026-08-01'));
    expect(alone.caps[0]).not.toHaveProperty('elsewhere');
    expect(JSON.stringify(explainSteps(alone.awards[0]?.steps ?? []).map(({ text }) => text))).not.toContain(
      '其他版本',
    );
  });

  it('stays whole when a page takes only a slice', () => {
    expect(sliceRuleBook(book(), ['m']).policies[0]?.caps.length).toBe(2);
  });
});

const root = contentWithAmendments();
afterAll(() => removeContent(root));

describe('the amended policy', () => {
  const rules = loadKnowledgeBase(root).rules;
  const policy = rules.policies.filter(({ id }) => id === THIRD);
  /** The book as if only the texts of one day had ever been. */
  const onlyOn = (day: string): RuleBook => ({
    ...rules,
    policies: policy.map((one) => ({
      ...one,
      awards: one.awards
        .filter(({ term }) => !term || ((term.from ?? '') <= day && day <= (term.until ?? '9999')))
        .map(({ term: _, ...award }) => award),
      caps: one.caps.map(({ continues: _, ...each }) => each),
    })),
  });
  const whole = compile({ ...rules, policies: policy });
  const day = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const project = fc.oneof(
    fc.record({
      matter: fc.constant('device-registration'),
      facts: fc.record({
        deviceClass: fc.constantFrom('II', 'III'),
        rdInvestment: fc.integer({ min: 0, max: 20_000_000 }),
      }),
    }),
    fc.record({
      matter: fc.constant('industrialisation'),
      facts: fc.record({ municipalSupport: fc.integer({ min: 0, max: 40_000_000 }) }),
    }),
  );

  it('gives on any day what its texts of that day give alone', () => {
    fc.assert(
      fc.property(day, fc.array(project, { minLength: 1, maxLength: 5 }), (date, projects) => {
        const input = {
          applicant: { type: 'enterprise' },
          projects: projects.map((one, at) => ({ ...one, id: `p${at}`, date })),
        };
        const answers = [whole, compile(onlyOn(date))].map((engine) => {
          const parsed = parseScenario(engine, input);
          if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
          const [result] = evaluate(engine, parsed.scenario).policies;
          return {
            outcomes: result && outcomes(result),
            range: result?.range,
            steps: result?.awards.map(({ steps }) => explainSteps(steps).map(({ text }) => text)),
          };
        });
        expect(answers[0]).toEqual(answers[1]);
      }),
    );
  });
});
