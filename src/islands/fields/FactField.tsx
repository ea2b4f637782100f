import type { FactRule } from '../../model/rulebook.ts';
import type { Answer } from '../state/form-state.ts';
import { BooleanField } from './BooleanField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { MoneyField } from './MoneyField.tsx';
import { MoneyListField } from './MoneyListField.tsx';

export interface FactFieldProps {
  fact: FactRule;
  answer: Answer;
  /** year of the event, for sums by year */
  year: number | null;
  onChange: (answer: Answer) => void;
}

/** The field that a fact's kind asks for. */
export function FactField({ fact, answer, year, onChange }: FactFieldProps) {
  const { name, label, help } = fact;
  const common = { name, label, help, onChange };
  switch (fact.kind) {
    case 'money':
      return <MoneyField {...common} value={typeof answer === 'string' ? answer : ''} />;
    case 'money-list': {
      const sums = Array.isArray(answer) ? (answer as readonly string[]) : [''];
      return <MoneyListField {...common} value={sums} min={fact.min} max={fact.max} firstYear={year} />;
    }
    case 'boolean':
      return <BooleanField {...common} value={typeof answer === 'boolean' ? answer : null} />;
    case 'choice':
      return <ChoiceField {...common} options={fact.options} value={typeof answer === 'string' ? answer : null} />;
  }
}
