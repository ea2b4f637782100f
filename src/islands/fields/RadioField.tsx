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
    <fieldset className="field field-radio" aria-describedby={help === null ? undefined : `${id}-help`}>
      <legend>{label}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.id}>
            <input
              type="radio"
              name={`${id}-${name}`}
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
    </fieldset>
  );
}
