import { useEffect, useRef } from 'react';
import { MoneyField } from './MoneyField.tsx';

export interface MoneyListFieldProps {
  name: string;
  label: string;
  help?: string | null;
  value: readonly string[];
  min: number;
  max: number;
  /** the year of the first sum; null where the date is not known */
  firstYear: number | null;
  onChange: (sums: string[]) => void;
}

/** One sum a year, years added and taken away at the end. */
export function MoneyListField({
  name,
  label,
  help = null,
  value,
  min,
  max,
  firstYear,
  onChange,
}: MoneyListFieldProps) {
  const list = useRef<HTMLFieldSetElement>(null);
  const shown = useRef(value.length);
  // After a year came or went the last one is where the visitor goes on.
  useEffect(() => {
    if (shown.current !== value.length) list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
    shown.current = value.length;
  }, [value.length]);
  const yearWords = (at: number): string => (firstYear === null ? `第 ${at + 1} 年` : `${firstYear + at} 年`);
  const last = value.length - 1;
  return (
    <fieldset className="field field-list" ref={list}>
      <legend>{label}</legend>
      {help !== null && <p className="field-help">{help}</p>}
      <ol>
        {value.map((sum, at) => (
          // Sums have no identity but their place.
          <li key={at}>
            <MoneyField
              name={`${name}-${at}`}
              label={yearWords(at)}
              value={sum}
              onChange={(words) => onChange(value.map((one, place) => (place === at ? words : one)))}
              action={
                at === last && value.length > min ? (
                  <button type="button" onClick={() => onChange(value.slice(0, -1))}>
                    删去{yearWords(at)}
                  </button>
                ) : null
              }
            />
          </li>
        ))}
      </ol>
      {value.length < max && (
        <button type="button" onClick={() => onChange([...value, ''])}>
          增加 {yearWords(value.length)}
        </button>
      )}
    </fieldset>
  );
}
