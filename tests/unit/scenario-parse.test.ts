import { describe, expect, it } from 'vitest';
import { parseExactJson } from '../../src/domain/exact-json.ts';
import { compile, parseScenario } from '../../src/engine/index.ts';
import { ruleBook } from '../fixtures/rulebook.ts';

const engine = compile(ruleBook);
type Input = Record<string, unknown>;

const facts = { deviceClass: 'III', rdInvestment: 8_000_000 };
const project = (changes: Input = {}): Input => ({
  id: 'a',
  matter: 'device-registration',
  date: '2026-03-15',
  facts,
  ...changes,
});
const scenario = (changes: Input = {}): Input => ({
  applicant: { type: 'enterprise' },
  projects: [project()],
  ...changes,
});
const withFacts = (changes: Input): Input => scenario({ projects: [project({ facts: { ...facts, ...changes } })] });
const lab = (annualInvestment: unknown): Input =>
  scenario({ projects: [project({ matter: 'joint-lab', facts: { annualInvestment } })] });
const without = (object: Input, key: string): Input =>
  Object.fromEntries(Object.entries(object).filter(([one]) => one !== key));
const P = 'projects[0]';

/** Paths of all faults, in order. */
function paths(input: unknown): string[] {
  const parsed = parseScenario(engine, input);
  return parsed.ok ? [] : parsed.errors.map((one) => one.path);
}

describe('valid scenarios', () => {
  it.each<[string, unknown]>([
    ['the least there is', scenario()],
    ['readings', scenario({ readings: { 'minhang-2025/device-annual-cap': 'shared' } })],
    ['no readings', scenario({ readings: {} })],
    ['names', scenario({ name: '甲', projects: [project({ name: '𠮷'.repeat(60) })] })],
    ['a sum of 0', withFacts({ rdInvestment: 0 })],
    ['-0', withFacts({ rdInvestment: -0 })],
    ['the largest sum', withFacts({ rdInvestment: 1e12 })],
    ['two decimals', withFacts({ rdInvestment: 999_999_999_999.99 })],
    ['a leap day', scenario({ projects: [project({ date: '2028-02-29' })] })],
    ['a matter without facts', scenario({ projects: [project({ matter: 'supply-chain-cluster', facts: {} })] })],
    ['ten years', lab(Array(10).fill(1))],
    ['an id of any characters', scenario({ projects: [project({ id: '__proto__' }), project({ id: 'constructor' })] })],
    [
      'a thousand projects',
      scenario({ projects: Array.from({ length: 1000 }, (_, at) => project({ id: String(at) })) }),
    ],
  ])('%s', (_, input) => {
    expect(parseScenario(engine, input)).toMatchObject({ ok: true });
  });

  it('fill in defaults and count in 分', () => {
    const parsed = parseScenario(engine, withFacts({ rdInvestment: 0.07 }));
    if (!parsed.ok) throw new Error('valid');
    expect(Object.fromEntries(parsed.scenario.projects[0]?.facts ?? [])).toEqual({
      deviceClass: 'III',
      inVitroDiagnostic: false,
      specialReview: false,
      produced: true,
      rdInvestment: 7n,
      municipalSupport: 0n,
    });
  });
});

describe('each fault is found at its path', () => {
  it.each<[string, unknown, string[]]>([
    ['null', null, ['$']],
    ['a list', [], ['$']],
    ['a word', 'x', ['$']],
    ['nothing at all', {}, ['applicant', 'projects']],
    ['an unknown key', scenario({ colour: 1 }), ['colour']],
    ['an unknown key with odd characters', scenario({ 'a b': 1 }), ['["a b"]']],
    ['an applicant that is a word', scenario({ applicant: 'enterprise' }), ['applicant']],
    ['an applicant without type', scenario({ applicant: {} }), ['applicant.type']],
    ['an unknown type', scenario({ applicant: { type: 'Enterprise' } }), ['applicant.type']],
    ['a type from the prototype', scenario({ applicant: { type: 'constructor' } }), ['applicant.type']],
    ['one more key in applicant', scenario({ applicant: { type: 'park', size: 1 } }), ['applicant.size']],
    ['readings null', scenario({ readings: null }), ['readings']],
    ['a list of readings', scenario({ readings: [] }), ['readings']],
    ['an unknown reading', scenario({ readings: { nope: 'shared' } }), ['readings.nope']],
    [
      'an unknown option',
      scenario({ readings: { 'minhang-2025/phase-iii': 'x' } }),
      ['readings["minhang-2025/phase-iii"]'],
    ],
    [
      'an option that is no word',
      scenario({ readings: { 'minhang-2025/phase-iii': true } }),
      ['readings["minhang-2025/phase-iii"]'],
    ],
    ['an empty name', scenario({ name: '' }), ['name']],
    ['a name of 61', scenario({ name: '𠮷'.repeat(61) }), ['name']],
    ['a name null', scenario({ name: null }), ['name']],
    ['a name that is no word', scenario({ projects: [project({ name: 5 })] }), [`${P}.name`]],
    ['no projects', scenario({ projects: [] }), ['projects']],
    ['projects in an object', scenario({ projects: {} }), ['projects']],
    [
      'too many projects',
      scenario({ projects: Array.from({ length: 1001 }, (_, at) => project({ id: String(at) })) }),
      ['projects'],
    ],
    ['far too many projects', scenario({ projects: Array.from({ length: 100_000 }, () => ({})) }), ['projects']],
    ['a project null', scenario({ projects: [null] }), [P]],
    ['a project that is a list', scenario({ projects: [[]] }), [P]],
    ['no id', scenario({ projects: [without(project(), 'id')] }), [`${P}.id`]],
    ['an empty id', scenario({ projects: [project({ id: '' })] }), [`${P}.id`]],
    ['a number as id', scenario({ projects: [project({ id: 1 })] }), [`${P}.id`]],
    ['the same id', scenario({ projects: [project(), project()] }), ['projects[1].id']],
    ['an unknown matter', scenario({ projects: [project({ matter: 'x' })] }), [`${P}.matter`]],
    ['a matter of the prototype', scenario({ projects: [project({ matter: 'toString' })] }), [`${P}.matter`]],
    [
      'an unknown matter and facts that are none',
      scenario({ projects: [project({ matter: 1, facts: 2 })] }),
      [`${P}.matter`, `${P}.facts`],
    ],
    ['no date', scenario({ projects: [without(project(), 'date')] }), [`${P}.date`]],
    ['a date null', scenario({ projects: [project({ date: null })] }), [`${P}.date`]],
    ['no such day', scenario({ projects: [project({ date: '2026-02-29' })] }), [`${P}.date`]],
    ['a short date', scenario({ projects: [project({ date: '2026-3-5' })] }), [`${P}.date`]],
    ['a date with time', scenario({ projects: [project({ date: '2026-03-05T00:00' })] }), [`${P}.date`]],
    ['a date with a newline', scenario({ projects: [project({ date: '2026-03-05\n' })] }), [`${P}.date`]],
    ['no facts', scenario({ projects: [without(project(), 'facts')] }), [`${P}.facts`]],
    ['facts null', scenario({ projects: [project({ facts: null })] }), [`${P}.facts`]],
    ['a list of facts', scenario({ projects: [project({ facts: [] })] }), [`${P}.facts`]],
    [
      'required facts missing',
      scenario({ projects: [project({ facts: {} })] }),
      [`${P}.facts.deviceClass`, `${P}.facts.rdInvestment`],
    ],
    ['an unknown fact', withFacts({ phase: 'I' }), [`${P}.facts.phase`]],
    ['a required fact null', withFacts({ rdInvestment: null }), [`${P}.facts.rdInvestment`]],
    ['a fact with default null', withFacts({ municipalSupport: null }), [`${P}.facts.municipalSupport`]],
    ['a sum in words', withFacts({ rdInvestment: '8000000' }), [`${P}.facts.rdInvestment`]],
    ['a negative sum', withFacts({ rdInvestment: -0.01 }), [`${P}.facts.rdInvestment`]],
    ['too large a sum', withFacts({ rdInvestment: 1_000_000_000_000.01 }), [`${P}.facts.rdInvestment`]],
    ['infinite', withFacts({ rdInvestment: Infinity }), [`${P}.facts.rdInvestment`]],
    ['not a number', withFacts({ rdInvestment: NaN }), [`${P}.facts.rdInvestment`]],
    ['three decimals', withFacts({ rdInvestment: 0.001 }), [`${P}.facts.rdInvestment`]],
    ['very small', withFacts({ rdInvestment: 1e-9 }), [`${P}.facts.rdInvestment`]],
    ['a sum in a list', withFacts({ rdInvestment: [1] }), [`${P}.facts.rdInvestment`]],
    ['yes as a word', withFacts({ produced: 'true' }), [`${P}.facts.produced`]],
    ['yes as a number', withFacts({ produced: 1 }), [`${P}.facts.produced`]],
    ['an unknown option of a fact', withFacts({ deviceClass: 'iii' }), [`${P}.facts.deviceClass`]],
    ['an option in a list', withFacts({ deviceClass: ['III'] }), [`${P}.facts.deviceClass`]],
    ['an empty list', lab([]), [`${P}.facts.annualInvestment`]],
    ['eleven years', lab(Array(11).fill(1)), [`${P}.facts.annualInvestment`]],
    ['a sum instead of a list', lab(5), [`${P}.facts.annualInvestment`]],
    ['faults in a list', lab([1, -1, null, 0.001]), [1, 2, 3].map((at) => `${P}.facts.annualInvestment[${at}]`)],
    [
      '__proto__ as a key',
      JSON.parse('{"__proto__":{"applicant":1},"applicant":{"type":"park"},"projects":[]}'),
      ['__proto__', 'projects'],
    ],
    [
      'a second of a unique matter',
      scenario({ projects: ['a', 'b'].map((id) => project({ id, matter: 'first-above-scale', facts: {} })) }),
      ['projects[1].matter'],
    ],
  ])('%s', (_, input, expected) => {
    expect(paths(input)).toEqual(expected);
  });

  it('all faults at once, in order', () => {
    const input = {
      applicant: { type: 'x' },
      extra: 1,
      readings: { y: 1 },
      projects: [{ id: '' }, project({ date: 'x', facts: { deviceClass: 'IV' } })],
    };
    expect(paths(input)).toEqual([
      'extra',
      'applicant.type',
      'readings.y',
      'projects[0].id',
      'projects[0].date',
      'projects[0].matter',
      'projects[0].facts',
      'projects[1].date',
      'projects[1].facts.deviceClass',
      'projects[1].facts.rdInvestment',
    ]);
  });
});

describe('messages', () => {
  it('say what is allowed', () => {
    const parsed = parseScenario(engine, withFacts({ deviceClass: 'IV', rdInvestment: -1 }));
    expect(parsed).toMatchInlineSnapshot(`
      {
        "errors": [
          {
            "message": "“类别”不能是 "IV"：可选：II、III",
            "path": "projects[0].facts.deviceClass",
          },
          {
            "message": "“研发投入”不能为负（-1）：须为不带引号的金额，单位为元，0 至 1000000000000，最多两位小数",
            "path": "projects[0].facts.rdInvestment",
          },
        ],
        "ok": false,
      }
    `);
  });
  it('stay short and on one line whatever the input', () => {
    const parsed = parseScenario(engine, {
      ['k\n'.repeat(1e6)]: 1,
      applicant: { type: '\u2028\u001b[31m'.repeat(1e6) },
      projects: 'x'.repeat(1e7),
    });
    if (parsed.ok) throw new Error('invalid');
    for (const { path, message } of parsed.errors) {
      expect(path.length).toBeLessThan(200);
      expect(message.length).toBeLessThan(700);

      expect(path + message).not.toMatch(/[\n\r\u2028\u001b]/);
    }
  });
});

describe('forms', () => {
  const parse = (input: unknown) => parseScenario(engine, input, { partial: true });
  it('leave facts and date blank', () => {
    const parsed = parse(scenario({ projects: [project({ date: null, facts: { municipalSupport: null } })] }));
    if (!parsed.ok) throw new Error('valid');
    expect(parsed.scenario.projects[0]?.date).toBeNull();
    expect(Object.fromEntries(parsed.scenario.projects[0]?.facts ?? [])).toMatchObject({
      deviceClass: null,
      rdInvestment: null,
      municipalSupport: null,
      produced: true,
    });
  });
  it('but may not be wrong', () => {
    const parsed = parse(scenario({ projects: [project({ facts: { deviceClass: 'IV', rdInvestment: -1 } })] }));
    expect(parsed.ok).toBe(false);
  });
});

describe('a number finer than a double', () => {
  const FINER = '1.00000000000000000001';
  const text = ({ whole = '', applicant = '{"type":"enterprise"}', readings = '{}', one = '', facts: own = '{}' }) => {
    const written = one || `{"id":"a","matter":"device-registration","date":"2026-03-15","facts":${own}}`;
    return whole || `{"applicant":${applicant},"readings":${readings},"projects":[${written}]}`;
  };
  it.each([
    ['$', text({ whole: FINER })],
    ['applicant', text({ applicant: FINER })],
    ['readings', text({ readings: FINER })],
    [P, text({ one: FINER })],
    [`${P}.facts`, text({ facts: FINER })],
    [`${P}.facts`, text({ one: `{"id":"a","matter":"nonsense","date":"2026-03-15","facts":${FINER}}` })],
  ])('is no object: %s', (path, json) => {
    const parsed = parseScenario(engine, parseExactJson(json));
    expect(parsed.ok ? [] : parsed.errors).toContainEqual({
      path,
      message: expect.stringMatching(/须为对象 \{…\}，不能是 1\.00000000000000000001$/) as string,
    });
    expect(parsed.ok ? [] : parsed.errors.map((one) => one.path).join()).not.toContain('literal');
  });

  it.each([
    ['name', `{"name":${FINER},"applicant":{"type":"enterprise"},"projects":[]}`],
    ['applicant.type', text({ applicant: `{"type":${FINER}}` })],
    ['projects', `{"applicant":{"type":"enterprise"},"projects":${FINER}}`],
    [`${P}.facts.deviceClass`, text({ facts: `{"deviceClass":${FINER},"rdInvestment":1}` })],
  ])('is repeated as it was written: %s', (path, json) => {
    const parsed = parseScenario(engine, parseExactJson(json));
    const found = parsed.ok ? [] : parsed.errors.filter((one) => one.path === path);
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining(`不能是 ${FINER}`)]);
  });
});
