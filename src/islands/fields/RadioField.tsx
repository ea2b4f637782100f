import { useId } from 'react';

export interface RadioFieldProps {
  name: string;
  label: string;
  help?: string | null;
  options: readonly { id: string; label: string }[];
  /** null: nothing chosen yet */
  value: string | null;
  onChange: (id: string) => void;
}

/** A few options side by side, one of them taken. */
export function RadioField({ name, label, help = null, options, value, onChange }: RadioFieldProps) {
  const id = useId();
  return (
    <div
      className="field field-radio"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={help === null ? undefined : `${id}-help`}
    >
      <span className="field-label" id={`${id}-label`}>
        {label}
      </span>
      <div className="segments">
        {options.map((option) => (
          <label key={option.id}>
            <input
              type="radio"
              name={`${id}~${name}`}
              value={option.id}
              checked={option.id === value}
              onChange={() => onChange(option.id)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {help !== null && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
