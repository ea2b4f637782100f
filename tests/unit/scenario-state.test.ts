import { describe, expect, it } from 'vitest';
import { compile, evaluate, parseScenario } from '../../src/engine/index.ts';
import { begin, step, type History } from '../../src/islands/scenario/state/history.ts';
import { EMPTY, scenarioOf, type ScenarioForm } from '../../src/islands/scenario/state/scenario-form.ts';
import { readScenario, readScenarioText, writeScenario } from '../../src/islands/scenario/state/scenario-json.ts';
import { readLink, writeLink } from '../../src/islands/scenario/state/scenario-link.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const kb = loadKnowledgeBase();
const engine = compile(kb.rules);
const { matters } = kb.rules;

function read(value: unknown): ScenarioForm {
  const result = readScenario(engine, value);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.form;
}

const every: ScenarioForm = read({
  name: '全部事项 = 测试',
  applicant: { type: 'enterprise' },
  readings: Object.fromEntries(kb.readings.map((reading) => [reading.id, reading.options.at(-1)?.id])),
  projects: kb.nodes
    .flatMap((node) => node.examples.slice(0, 1))
    .flatMap((example, at) => example.scenario.projects.slice(0, 1).map((project) => ({ ...project, id: `x${at}` }))),
});

describe('a scenario file', () => {
  it.each(kb.templates.map(({ title, scenario }) => [title, scenario] as const))(
    'template %s reads, writes and evaluates alike',
    (_, scenario) => {
      const form = read(scenario);
      const parsed = parseScenario(engine, scenario);
      const written = parseScenario(engine, writeScenario(form, matters));
      if (!parsed.ok || !written.ok) throw new Error('does not fit');
      const sums = (one: typeof parsed.scenario) =>
        evaluate(engine, one).policies.map(({ determined, discretionary }) => [determined, discretionary]);
      expect(sums(scenarioOf(form, engine))).toEqual(sums(parsed.scenario));
      expect(sums(written.scenario)).toEqual(sums(parsed.scenario));
    },
  );

  it('keeps what is not known as unknown', () => {
    const form = read({
      applicant: { type: 'enterprise' },
      projects: [
        {
          id: 'a',
          matter: 'device-registration',
          date: null,
          facts: { municipalSupport: null, rdInvestment: null, deviceClass: 'III' },
        },
      ],
    });
    expect(form.projects[0]?.answers['municipalSupport']).toBe('');
    expect(form.projects[0]?.answers['produced']).toBe(true);
    expect(read(JSON.parse(JSON.stringify(writeScenario(form, matters))))).toEqual(form);
  });

  it.each([
    ['not JSON', '{', '$'],
    ['a list', '[]', '$'],
    ['nothing', 'null', '$'],
    [
      'a wrong day',
      '{"applicant":{"type":"enterprise"},"projects":[{"id":"a","matter":"clean-room","date":"2026-02-30","facts":{"investment":1}}]}',
      'projects[0].date',
    ],
    [
      'a strange key',
      '{"applicant":{"type":"enterprise","x":1},"projects":[{"id":"a","matter":"clean-room","date":"2026-02-01","facts":{"investment":1}}]}',
      'applicant.x',
    ],
    [
      'a sum twice',
      '{"applicant":{"type":"enterprise"},"projects":[{"id":"a","matter":"clean-room","date":"2026-02-01","facts":{"investment":1,"investment":2}}]}',
      'projects[0].facts.investment',
    ],
    ['too large', ' '.repeat(1_000_001), '$'],
  ])('%s is refused with its place', (_, text, path) => {
    const result = readScenarioText(engine, text);
    expect(result.ok ? [] : result.errors.map((one) => one.path)).toContain(path);
  });
});

describe('a link', () => {
  it('restores everything', () => {
    const result = readLink(engine, `#${writeLink(every, matters)}`);
    expect(result?.ok && result.form).toEqual(every);
  });

  it('of ten projects keeps within 2,000 characters', () => {
    const ten = {
      ...every,
      projects: every.projects.slice(0, 10).map((one, at) => ({ ...one, name: `项目名称第 ${at} 号，写得比较长` })),
    };
    expect(writeLink(ten, matters).length).toBeLessThan(1900);
  });

  it.each(['#s=', '#s=!!!', '#s=AAAA', '#s=%E4%B8%AD'])('%s is refused', (fragment) => {
    expect(readLink(engine, fragment)?.ok).toBe(false);
  });
  it('elsewhere is none', () => expect(readLink(engine, '#answers')).toBeNull());
});

describe('undo and redo', () => {
  const play = (history: History, ...actions: Parameters<typeof step>[1][]): History => actions.reduce(step, history);
  const rename = (name: string) => ({ type: 'name' as const, name });

  it('takes back a burst of typing at once', () => {
    const typed = play(begin(EMPTY), rename('甲'), rename('甲乙'), { type: 'applicant', applicant: 'park' });
    expect(typed.present).toMatchObject({ name: '甲乙', applicant: 'park' });
    const undone = play(typed, { type: 'undo' }, { type: 'undo' });
    expect(undone.present).toEqual(EMPTY);
    expect(play(undone, { type: 'redo' }, { type: 'redo' }).present).toEqual(typed.present);
  });

  it('moves, duplicates and removes', () => {
    const ids = (history: History): string[] => history.present.projects.map(({ id }) => id);
    const some = begin({ ...every, projects: every.projects.slice(0, 3) });
    const [a = '', b = '', c = ''] = ids(some);
    expect(ids(play(some, { type: 'move', id: b, by: -1 }))).toEqual([b, a, c]);
    expect(ids(play(some, { type: 'move', id: a, by: -1 }))).toEqual([a, b, c]);
    expect(ids(play(some, { type: 'remove', id: b }))).toEqual([a, c]);
    expect(ids(play(some, { type: 'duplicate', id: a }))).toHaveLength(4);
    expect(new Set(ids(play(some, { type: 'duplicate', id: a }))).size).toBe(4);
  });
});
