/**
 * A calculator in the address, readable and short:
 * `?calc=device-registration~date.2026-03-15~deviceClass.III~rdInvestment.800`, sums in 万元, one value after
 * the first dot of each part, lists joined by `_`, readings by their full ids. Anything that does not fit
 * exactly is nonsense as a whole: half a restored state would be a wrong answer that looks right.
 */
import { APPLICANT_TYPES, type ApplicantType } from '../../domain/applicants.ts';
import { parseMoneyInput, writeMoneyInput } from '../../domain/money-input.ts';
import type { FactRule, MatterRule, RuleBook } from '../../model/rulebook.ts';
import { emptyAnswers } from './defaults.ts';
import { readDate, type Answer, type CalculatorForm } from './form-state.ts';

export const ADDRESS_KEY = 'calc';
/** the calculator's own anchor: a copied link opens there */
export const ADDRESS_ANCHOR = 'calculator';

const APPLICANT = 'applicant';
const DATE = 'date';
const LONGEST = 4000;

export function writeForm(form: CalculatorForm, matter: MatterRule): string {
  const parts: [string, string][] = [
    [DATE, readDate(form.date) ?? ''],
    ...matter.facts.map((fact): [string, string] => [fact.name, writeAnswer(fact, form.answers[fact.name] ?? null)]),
  ];
  if (form.applicant !== APPLICANT_TYPES[0]) parts.push([APPLICANT, form.applicant]);
  parts.push(...Object.entries(form.readings));
  return [form.matter, ...parts.map(([key, value]) => `${key}.${value}`)].join('~');
}

function writeAnswer(fact: FactRule, answer: Answer): string {
  if (Array.isArray(answer)) return answer.map(writeSum).join('_');
  if (typeof answer === 'boolean') return answer ? '1' : '0';
  if (typeof answer !== 'string') return '';
  return fact.kind === 'money' ? writeSum(answer) : answer;
}

function writeSum(words: string): string {
  const input = parseMoneyInput(words);
  return input.kind === 'sum' ? writeMoneyInput(input.fen) : '';
}

/** @returns null where any of it is not what `writeForm` writes */
export function readForm(words: string, rules: RuleBook): CalculatorForm | null {
  if (words.length > LONGEST) return null;
  const [id, ...parts] = words.split('~');
  const matter = rules.matters.find((one) => one.id === id);
  if (!matter) return null;
  const answers: Record<string, Answer> = { ...emptyAnswers(matter) };
  const readings: Record<string, string> = {};
  let date = '';
  let applicant: ApplicantType = APPLICANT_TYPES[0];
  const seen = new Set<string>();
  for (const part of parts) {
    const dot = part.indexOf('.');
    const [key, value] = [part.slice(0, Math.max(dot, 0)), part.slice(dot + 1)];
    if (dot < 1 || seen.has(key)) return null;
    seen.add(key);
    const fact = matter.facts.find((one) => one.name === key);
    const reading = rules.policies.flatMap((policy) => policy.readings).find((one) => one.id === key);
    if (fact) {
      const answer = readAnswerWords(fact, value);
      if (answer === undefined) return null;
      answers[key] = answer;
    } else if (reading) {
      if (!reading.options.some((option) => option.id === value)) return null;
      if (value !== reading.default) readings[key] = value;
    } else if (key === DATE) {
      if (value !== '' && readDate(value) === null) return null;
      date = value;
    } else if (key === APPLICANT) {
      const type = APPLICANT_TYPES.find((one) => one === value);
      if (!type) return null;
      applicant = type;
    } else return null;
  }
  return { matter: matter.id, date, answers, applicant, readings };
}

/** @returns undefined for nonsense */
function readAnswerWords(fact: FactRule, words: string): Answer | undefined {
  switch (fact.kind) {
    case 'money':
      return readSumWords(words);
    case 'money-list': {
      const sums = words.split('_').map(readSumWords);
      const fits = sums.length >= fact.min && sums.length <= fact.max;
      return fits && sums.every((one) => one !== undefined) ? sums : undefined;
    }
    case 'boolean':
      return words === '1' ? true : words === '0' ? false : words === '' ? null : undefined;
    case 'choice':
      return words === '' ? null : fact.options.find((option) => option.id === words)?.id;
  }
}

function readSumWords(words: string): string | undefined {
  return words === '' || (/^\d+(\.\d{1,6})?$/.test(words) && parseMoneyInput(words).kind === 'sum') ? words : undefined;
}
