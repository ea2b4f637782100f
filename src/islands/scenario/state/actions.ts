/** Everything that can be done to a scenario, each a plain value, so that it can be undone. */
import type { ApplicantType } from '../../../domain/applicants.ts';
import type { MatterRule } from '../../../model/rulebook.ts';
import { emptyAnswers } from '../../state/defaults.ts';
import type { Answer } from '../../state/form-state.ts';
import { freshId, newProject, type ProjectEntry, type ScenarioForm } from './scenario-form.ts';

export type Action =
  | { type: 'replace'; form: ScenarioForm }
  | { type: 'name'; name: string }
  | { type: 'applicant'; applicant: ApplicantType }
  | { type: 'reading'; reading: string; option: string | null }
  | { type: 'add'; matter: MatterRule; date: string }
  | { type: 'duplicate'; id: string }
  | { type: 'remove'; id: string }
  | { type: 'move'; id: string; by: 1 | -1 }
  | { type: 'rename'; id: string; name: string }
  | { type: 'matter'; id: string; matter: MatterRule }
  | { type: 'date'; id: string; date: string }
  | { type: 'answer'; id: string; fact: string; answer: Answer };

export function apply(form: ScenarioForm, action: Action): ScenarioForm {
  const { projects } = form;
  switch (action.type) {
    case 'replace':
      return action.form;
    case 'name':
      return { ...form, name: action.name };
    case 'applicant':
      return { ...form, applicant: action.applicant };
    case 'reading': {
      const others = Object.entries(form.readings).filter(([id]) => id !== action.reading);
      return {
        ...form,
        readings: Object.fromEntries(action.option === null ? others : [...others, [action.reading, action.option]]),
      };
    }
    case 'add':
      return { ...form, projects: [...projects, newProject(action.matter, action.date, projects)] };
    case 'duplicate':
      return {
        ...form,
        projects: projects.flatMap((one) => (one.id === action.id ? [one, { ...one, id: freshId(projects) }] : [one])),
      };
    case 'remove':
      return { ...form, projects: projects.filter((one) => one.id !== action.id) };
    case 'move':
      return { ...form, projects: move(projects, action.id, action.by) };
    case 'rename':
      return edit(form, action.id, () => ({ name: action.name }));
    case 'date':
      return edit(form, action.id, () => ({ date: action.date }));
    case 'answer':
      return edit(form, action.id, ({ answers }) => ({ answers: { ...answers, [action.fact]: action.answer } }));
    case 'matter':
      return edit(form, action.id, ({ answers }) => ({
        matter: action.matter.id,
        answers: carry(answers, action.matter),
      }));
  }
}

function edit(form: ScenarioForm, id: string, change: (entry: ProjectEntry) => Partial<ProjectEntry>): ScenarioForm {
  return { ...form, projects: form.projects.map((one) => (one.id === id ? { ...one, ...change(one) } : one)) };
}

/** Answers that the other matter asks for too stay as they are. */
function carry(answers: ProjectEntry['answers'], matter: MatterRule): ProjectEntry['answers'] {
  const fresh = emptyAnswers(matter);
  return { ...fresh, ...Object.fromEntries(Object.entries(answers).filter(([name]) => name in fresh)) };
}

function move(projects: readonly ProjectEntry[], id: string, by: 1 | -1): readonly ProjectEntry[] {
  const at = projects.findIndex((one) => one.id === id);
  const [one, other] = [projects[at], projects[at + by]];
  if (!one || !other) return projects;
  const moved = [...projects];
  moved[at] = other;
  moved[at + by] = one;
  return moved;
}

/** Steps of one burst of typing in one field are undone together. */
export function burstOf(action: Action): string | null {
  switch (action.type) {
    case 'name':
      return 'name';
    case 'rename':
    case 'date':
      return `${action.type} ${action.id}`;
    case 'answer':
      return `answer ${action.id} ${action.fact}`;
    default:
      return null;
  }
}
