import { useId } from 'react';
import { describedBy, fieldIds } from './field-ids.ts';
import { wordMoneyInput } from './money-words.ts';

export interface MoneyFieldProps {
  /** name of the fact, for tests and forms */
  name: string;
  label: string;
  help?: string | null;
  /** as typed */
  value: string;
  onChange: (words: string) => void;
  /** one more control at the end of the line: removing a year */
  action?: React.ReactNode;
}

/** A sum in 万元, as typed; says in words what it understood. */
export function MoneyField({ name, label, help = null, value, onChange, action }: MoneyFieldProps) {
  const ids = fieldIds(useId());
  const words = wordMoneyInput(value);
  return (
    <div className="field field-money">
      <label htmlFor={ids.control}>{label}</label>
      {help !== null && (
        <p className="field-help" id={ids.help}>
          {help}
        </p>
      )}
      <div className="field-row">
        <span className="money">
          <input
            id={ids.control}
            name={name}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            aria-describedby={describedBy(help === null ? null : ids.help, ids.echo)}
            aria-invalid={words?.tone === 'fault' || undefined}
          />
          <span className="money-unit">万元</span>
        </span>
        {action}
      </div>
      <p className={`field-echo field-${words?.tone ?? 'echo'}`} id={ids.echo}>
        {words?.text ?? '尚未填写；没有请填 0'}
      </p>
    </div>
  );
}
