import { useId } from 'react';
import { describedBy, fieldIds } from './field-ids.ts';
import type { RadioFieldProps } from './RadioField.tsx';

/** A list to open. */
export function SelectField({ name, label, help = null, options, value, onChange }: RadioFieldProps) {
  const ids = fieldIds(useId());
  return (
    <div className="field field-select">
      <label htmlFor={ids.control}>{label}</label>
      <select
        id={ids.control}
        name={name}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describedBy(help === null ? null : ids.help)}
      >
        {value === null && <option value="">请选择</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
      {help !== null && (
        <p className="field-help" id={ids.help}>
          {help}
        </p>
      )}
    </div>
  );
}
