/** Scenario files of scenario.md: what `evaluate` reads too. Anything that comes in is checked in full. */
import { parseScenario, readScenarioJson, type Engine, type Fault } from '../../../engine/index.ts';
import type { ApplicantType } from '../../../domain/applicants.ts';
import type { FactRule, MatterRule } from '../../../model/rulebook.ts';
import { answersFrom } from '../../state/defaults.ts';
import { readAnswer, readDate, type Answer, type Answers } from '../../state/form-state.ts';
import type { ProjectEntry, ScenarioForm } from './scenario-form.ts';

export interface ScenarioFile {
  name?: string;
  applicant: { type: ApplicantType };
  readings?: Record<string, string>;
  projects: { id: string; name?: string; matter: string; date: string | null; facts: Record<string, unknown> }[];
}

/** What is not known is null: it loads again here, and `evaluate` says what is missing instead of guessing. */
export function writeScenario(form: ScenarioForm, matters: readonly MatterRule[]): ScenarioFile {
  return {
    ...(form.name === '' ? {} : { name: form.name }),
    applicant: { type: form.applicant },
    ...(Object.keys(form.readings).length === 0 ? {} : { readings: { ...form.readings } }),
    projects: form.projects.map((entry) => {
      const facts = matters.find(({ id }) => id === entry.matter)?.facts ?? [];
      return {
        id: entry.id,
        ...(entry.name === '' ? {} : { name: entry.name }),
        matter: entry.matter,
        date: readDate(entry.date),
        facts: Object.fromEntries(facts.map((fact) => [fact.name, writeFact(fact, entry.answers[fact.name] ?? null)])),
      };
    }),
  };
}

function writeFact(fact: FactRule, answer: Answer): unknown {
  const value = readAnswer(fact, answer);
  if (typeof value === 'bigint') return yuan(value);
  return Array.isArray(value) ? (value as readonly bigint[]).map(yuan) : value;
}

/** Exact: at most 1e14 分, and JSON writes the shortest decimal that reads back the same. */
function yuan(fen: bigint): number {
  return Number(fen) / 100;
}

export type ReadScenario = { ok: true; form: ScenarioForm } | { ok: false; errors: Fault[] };

/** Reads what may be anything. Nothing is taken over unless all of it fits. */
export function readScenario(engine: Engine, value: unknown): ReadScenario {
  const parsed = parseScenario(engine, value, { partial: true });
  if (!parsed.ok) return parsed;
  // Everything below was checked: the words are those of the file, the shape is the schema's.
  const file = value as ScenarioFile;
  const projects = file.projects.map(({ id, name = '', matter, date, facts = {} }): ProjectEntry => {
    const rule = engine.matters.get(matter)?.rule;
    return { id, name, matter, date: date ?? '', answers: rule ? readFacts(rule, facts) : {} };
  });
  return {
    ok: true,
    form: { name: file.name ?? '', applicant: file.applicant.type, readings: { ...file.readings }, projects },
  };
}

/** A fact that is null is not known; one that is left out takes its default. */
function readFacts(rule: MatterRule, facts: Record<string, unknown>): Answers {
  const answers: Record<string, Answer> = { ...answersFrom(rule, facts) };
  for (const fact of rule.facts) {
    if (facts[fact.name] !== null || !Object.hasOwn(facts, fact.name)) continue;
    answers[fact.name] = fact.kind === 'money' ? '' : fact.kind === 'money-list' ? [''] : null;
  }
  return answers;
}

/** 1 MB: far more than the largest scenario, far less than what stops a browser. */
export const LARGEST_FILE = 1_000_000;

export function readScenarioText(engine: Engine, text: string): ReadScenario {
  if (text.length > LARGEST_FILE) return fault('文件超过 1 MB，不是测算情景');
  try {
    const read = readScenarioJson(text);
    return read.ok ? readScenario(engine, read.value) : read;
  } catch {
    return fault('不是有效的 JSON 文件');
  }
}

/** "projects[0].date：…"; what is wrong with all of it has no place. */
export function wordFault({ path, message }: Fault): string {
  return path === ROOT ? message : `${path}：${message}`;
}

const ROOT = '$';

function fault(message: string): ReadScenario {
  return { ok: false, errors: [{ path: ROOT, message }] };
}
