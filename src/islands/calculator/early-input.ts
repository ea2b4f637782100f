/**
 * What was typed or chosen while the scripts were still on their way. React would overwrite it with what
 * the server had rendered, so it is read off the page during the first render and becomes part of the form.
 */
import { APPLICANT_TYPES } from '../../domain/applicants.ts';
import type { MatterRule } from '../../model/rulebook.ts';
import type { Answer, CalculatorForm } from '../state/form-state.ts';

/** Name of a field → what it holds now, for fields that differ from the rendered page. */
export type EarlyInput = ReadonlyMap<string, string>;

/** @returns null on the server, and where nothing was changed */
export function readEarlyInput(formId: string): EarlyInput | null {
  if (typeof document === 'undefined') return null;
  const form = document.getElementById(formId);
  const changed = new Map<string, string>();
  for (const field of form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select') ?? []) {
    // The names of radios begin with an id, so that two calculators on a page stay apart.
    const name = field.name.slice(field.name.lastIndexOf('~') + 1);
    if (isChanged(field)) changed.set(name, field.value);
  }
  return changed.size === 0 ? null : changed;
}

function isChanged(field: HTMLInputElement | HTMLSelectElement): boolean {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.defaultSelected === false;
  return field.type === 'radio' ? field.checked && !field.defaultChecked : field.value !== field.defaultValue;
}

/** @param form of the matter that was chosen early, where one was */
export function addEarlyInput(form: CalculatorForm, early: EarlyInput, matter: MatterRule): CalculatorForm {
  const answers = matter.facts.map(({ name, kind }): [string, Answer] => {
    const old = form.answers[name] ?? null;
    const words = early.get(name);
    if (Array.isArray(old)) return [name, old.map((one: string, at) => early.get(`${name}-${at}`) ?? one)];
    if (words === undefined) return [name, old];
    return [name, kind === 'boolean' ? words === '1' : words];
  });
  const applicant = APPLICANT_TYPES.find((type) => type === early.get('applicant')) ?? form.applicant;
  const readings = [...early].filter(([name]) => name.includes('/'));
  return {
    ...form,
    applicant,
    readings: { ...form.readings, ...Object.fromEntries(readings) },
    date: early.get('date') ?? form.date,
    answers: Object.fromEntries(answers),
  };
}
