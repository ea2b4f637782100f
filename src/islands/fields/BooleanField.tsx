import { RadioField } from './RadioField.tsx';

export interface BooleanFieldProps {
  name: string;
  label: string;
  help?: string | null;
  /** null: not known */
  value: boolean | null;
  onChange: (answer: boolean) => void;
}

const OPTIONS = [
  { id: '1', label: '是' },
  { id: '0', label: '否' },
];

/** Yes or no, both in view: an empty box would say "no" where nothing was said. */
export function BooleanField({ value, onChange, ...rest }: BooleanFieldProps) {
  const chosen = value === null ? null : value ? '1' : '0';
  return <RadioField {...rest} options={OPTIONS} value={chosen} onChange={(id) => onChange(id === '1')} />;
}
