import { useId } from 'react';
import { parseDateInput } from '../../domain/date-input.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fieldIds } from './field-ids.ts';

export interface DateFieldProps {
  label: string;
  value: string;
  /** the days that the picker offers; any other day can still be typed */
  min: IsoDate;
  max: IsoDate;
  /** what the day means for each policy */
  echo: string;
  onChange: (words: string) => void;
}

export function DateField({ label, value, min, max, echo, onChange }: DateFieldProps) {
  const ids = fieldIds(useId());
  return (
    <div className="field field-date">
      <label htmlFor={ids.control}>{label}</label>
      <input
        id={ids.control}
        name="date"
        type="date"
        min={min}
        max={max}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onPaste={(event) => {
          // Browsers take only their own way of writing a day.
          const day = parseDateInput(event.clipboardData.getData('text'));
          if (day === null) return;
          event.preventDefault();
          onChange(day);
        }}
        aria-describedby={ids.echo}
      />
      <p className="field-echo" id={ids.echo}>
        {echo}
      </p>
    </div>
  );
}
