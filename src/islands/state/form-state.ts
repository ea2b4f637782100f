/** What the visitor has filled in: words as typed, so that nobody's input is rewritten under the cursor. */
import type { ApplicantType } from '../../domain/applicants.ts';
import { isRealDate, type IsoDate } from '../../domain/dates.ts';
import { parseMoneyInput } from '../../domain/money-input.ts';
import type { FactValue, Project } from '../../engine/index.ts';
import type { FactRule, MatterRule } from '../../model/rulebook.ts';

/**
 * An answer by the kind of its fact: words of a sum, one for each year, an option's id, yes or no.
 * Empty words and null are "not known"; so are words that cannot be read. Neither is ever zero.
 */
export type Answer = string | readonly string[] | boolean | null;

export type Answers = Readonly<Record<string, Answer>>;

/** One project of a form. A calculator has one of these, a scenario many. */
export interface ProjectForm {
  matter: string;
  /** as typed; a day that does not exist is not known */
  date: string;
  answers: Answers;
}

export interface CalculatorForm extends ProjectForm {
  applicant: ApplicantType;
  /** full reading id → option id, only where it differs from the default */
  readings: Readonly<Record<string, string>>;
}

/** The project as the engine takes it. */
export function projectOf({ matter, date, answers }: ProjectForm, rule: MatterRule, id: string): Project {
  return {
    id,
    matter,
    date: readDate(date),
    facts: new Map(rule.facts.map((fact) => [fact.name, readAnswer(fact, answers[fact.name] ?? null)])),
  };
}

export function readDate(words: string): IsoDate | null {
  return isRealDate(words) ? words : null;
}

export function readAnswer(fact: FactRule, answer: Answer): FactValue | null {
  switch (fact.kind) {
    case 'money':
      return typeof answer === 'string' ? readSum(answer) : null;
    case 'money-list': {
      const sums = Array.isArray(answer) ? (answer as readonly string[]).map(readSum) : [];
      const known = sums.filter((sum) => sum !== null);
      // One year unknown leaves the list unknown: the engine must not take it for the end of the list.
      return known.length > 0 && known.length === sums.length ? known : null;
    }
    case 'boolean':
      return typeof answer === 'boolean' ? answer : null;
    case 'choice':
      return fact.options.find((option) => option.id === answer)?.id ?? null;
  }
}

function readSum(words: string): bigint | null {
  const input = parseMoneyInput(words);
  return input.kind === 'sum' ? BigInt(input.fen) : null;
}
