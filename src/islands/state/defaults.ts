import { fenFromYuan, type Fen } from '../../domain/money.ts';
import { writeMoneyInput } from '../../domain/money-input.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { isPayableOn, type Validity } from '../../domain/validity.ts';
import type { FactRule, MatterRule } from '../../model/rulebook.ts';
import type { Answer, Answers } from './form-state.ts';

/** Today where some policy pays for it, else the day on which the last of them begins. */
export function defaultDate(validities: readonly Validity[], today: IsoDate): IsoDate {
  if (validities.some((validity) => isPayableOn(validity, today))) return today;
  return validities.map((validity) => validity.effective).reduce((last, one) => (one > last ? one : last), '') || today;
}

/** Every fact as its rule has it by default; what has no default is not known. */
export function emptyAnswers(matter: MatterRule): Answers {
  return Object.fromEntries(matter.facts.map((fact) => [fact.name, defaultAnswer(fact)]));
}

function defaultAnswer(fact: FactRule): Answer {
  if (fact.kind === 'money-list') return Array.from({ length: fact.min }, () => '');
  if (fact.kind === 'money') return fact.default === null ? '' : writeMoneyInput(fact.default);
  return fact.default;
}

/** Facts of a scenario file (yuan) as a form shows them; what the file leaves out takes the default. */
export function answersFrom(matter: MatterRule, facts: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    matter.facts.map((fact) => [fact.name, answerFrom(fact, facts[fact.name]) ?? defaultAnswer(fact)]),
  );
}

function answerFrom(fact: FactRule, value: unknown): Answer {
  switch (fact.kind) {
    case 'money':
      return wordsFrom(value);
    case 'money-list':
      return Array.isArray(value) ? value.map((one: unknown) => wordsFrom(one) ?? '') : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'choice':
      return typeof value === 'string' ? value : null;
  }
}

function wordsFrom(yuan: unknown): string | null {
  const fen: Fen | null = typeof yuan === 'number' ? fenFromYuan(yuan) : null;
  return fen === null ? null : writeMoneyInput(fen);
}
