/** A scenario as the visitor fills it in: an applicant with projects, words as typed. */
import type { ApplicantType } from '../../../domain/applicants.ts';
import type { Engine, Project, Scenario } from '../../../engine/index.ts';
import type { MatterRule } from '../../../model/rulebook.ts';
import { emptyAnswers } from '../../state/defaults.ts';
import { projectOf, type ProjectForm } from '../../state/form-state.ts';

export interface ProjectEntry extends ProjectForm {
  /** its own in the scenario, and kept for good: results and links refer to it */
  id: string;
  /** 1–60 characters; empty: called by its matter */
  name: string;
}

export interface ScenarioForm {
  name: string;
  applicant: ApplicantType;
  /** full reading id → option id, only where the visitor fixed one */
  readings: Readonly<Record<string, string>>;
  projects: readonly ProjectEntry[];
}

export const EMPTY: ScenarioForm = { name: '', applicant: 'enterprise', readings: {}, projects: [] };

export const MOST_PROJECTS = 200;

export function newProject(matter: MatterRule, date: string, taken: readonly ProjectEntry[]): ProjectEntry {
  return { id: freshId(taken), name: '', matter: matter.id, date, answers: emptyAnswers(matter) };
}

/** "p1", "p2" …: the first that is free. */
export function freshId(taken: readonly ProjectEntry[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  for (let number = taken.length + 1; ; number += 1) if (!ids.has(`p${number}`)) return `p${number}`;
}

/** "三类证 A", else "2 新获得二类或三类医疗器械注册证": how a project is called. */
export function nameOf(
  entry: Pick<ProjectEntry, 'name' | 'matter'>,
  matters: readonly MatterRule[],
  at: number,
): string {
  if (entry.name !== '') return entry.name;
  return `${at + 1} ${matters.find(({ id }) => id === entry.matter)?.title ?? entry.matter}`;
}

const cache = new WeakMap<ProjectEntry, Project>();

/** The scenario as the engine takes it; projects that did not change are the same objects. */
export function scenarioOf(form: ScenarioForm, engine: Engine): Scenario {
  const projects = form.projects.flatMap((entry) => {
    const known = cache.get(entry);
    if (known) return [known];
    const matter = engine.matters.get(entry.matter)?.rule;
    if (!matter) return [];
    const project = projectOf(entry, matter, entry.id);
    cache.set(entry, project);
    return [project];
  });
  return { applicant: { type: form.applicant }, readings: new Map(Object.entries(form.readings)), projects };
}
