import { RadioField, type RadioFieldProps } from './RadioField.tsx';
import { SelectField } from './SelectField.tsx';

/** As many options as the eye takes in at once. */
const MOST_SIDE_BY_SIDE = 4;

/** One of several options: side by side while they are few, else a list to open. */
export function ChoiceField(props: RadioFieldProps) {
  return props.options.length > MOST_SIDE_BY_SIDE ? <SelectField {...props} /> : <RadioField {...props} />;
}
