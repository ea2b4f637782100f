import { APPLICANT_TYPES, type ApplicantType } from '../domain/applicants.ts';
import type { Engine } from './compiled.ts';
import { echo, Place, type Fault } from './parse/faults.ts';
import { readProject } from './parse/project.ts';
import { checkName, own, readObject, readWord, refuseOtherKeys, type JsonObject } from './parse/values.ts';
import type { Project, Scenario } from './scenario-types.ts';

export type { Fault } from './parse/faults.ts';

export type Parsed = { ok: true; scenario: Scenario } | { ok: false; errors: Fault[] };

export interface ParseOptions {
  /**
   * For forms: a fact or date that is null, undefined or missing without a default is unknown instead
   * of a fault. Everything else is checked as always.
   */
  partial?: boolean;
}

const MOST_PROJECTS = 1000;

/**
 * Reads a scenario as JSON gives it. Never throws, whatever the input; every fault is listed at once, of a list that is too long
 * only that it is.
 */
export function parseScenario(engine: Engine, input: unknown, { partial = false }: ParseOptions = {}): Parsed {
  const errors: Fault[] = [];
  const root = new Place(errors);
  const object = readObject(input, root, '测算情景');
  if (object === null) return { ok: false, errors };
  refuseOtherKeys(object, ['applicant', 'readings', 'projects', 'name'], root);
  checkName(object, root);
  const type = readApplicant(own(object, 'applicant'), root.at('applicant'));
  const readings = readReadings(engine, object, root.at('readings'));
  const projects = readProjects(engine, own(object, 'projects'), root.at('projects'), partial);
  if (errors.length > 0 || type === null) return { ok: false, errors };
  return { ok: true, scenario: { applicant: { type }, readings, projects } };
}

function readApplicant(value: unknown, place: Place): ApplicantType | null {
  const object = readObject(value, place, '申报主体 applicant');
  if (object === null) return null;
  refuseOtherKeys(object, ['type'], place);
  return readWord(own(object, 'type'), APPLICANT_TYPES, place.at('type'), '申报主体类型 type');
}

function readReadings(engine: Engine, scenario: JsonObject, place: Place): Map<string, string> {
  const readings = new Map<string, string>();
  if (!Object.hasOwn(scenario, 'readings')) return readings;
  const object = readObject(scenario['readings'], place, '口径 readings');
  if (object === null) return readings;
  refuseOtherKeys(object, [...engine.readings.keys(), ...foreignReadings(engine, object)], place);
  for (const reading of engine.readings.values()) {
    if (!Object.hasOwn(object, reading.id)) continue;
    const options = reading.options.map((option) => option.id);
    const option = readWord(object[reading.id], options, place.at(reading.id), `口径“${reading.title}”`);
    if (option !== null) readings.set(reading.id, option);
  }
  return readings;
}

const READING_ID = /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/;

/** Readings of policies that the book does not hold, where there are such policies. */
function foreignReadings({ ruleBook, policies }: Engine, readings: JsonObject): string[] {
  if (!ruleBook.partial) return [];
  const isOwn = (id: string): boolean => policies.some(({ rule }) => id.startsWith(`${rule.id}/`));
  return Object.entries(readings).flatMap(([id, option]) =>
    READING_ID.test(id) && !isOwn(id) && typeof option === 'string' && option.length <= 80 ? [id] : [],
  );
}

function readProjects(engine: Engine, value: unknown, place: Place, partial: boolean): Project[] {
  if (!Array.isArray(value)) {
    const problem = value === undefined ? '缺少项目 projects' : `projects 不能是 ${echo(value)}`;
    place.report(`${problem}；须为 1 至 ${MOST_PROJECTS} 个项目的数组`);
    return [];
  }
  if (value.length < 1 || value.length > MOST_PROJECTS) {
    place.report(`有 ${value.length} 个项目；须为 1 至 ${MOST_PROJECTS} 个`);
    // One fault says it; a hundred thousand projects must not make half a million more.
    return [];
  }
  const seen = { ids: new Map<string, string>(), matters: new Map<string, string>() };
  const projects: Project[] = [];
  for (const [at, one] of (value as unknown[]).entries()) {
    const project = readProject(engine, one, place.at(at), seen, partial);
    if (project) projects.push(project);
  }
  return projects;
}
