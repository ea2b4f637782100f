/** The ids by which a control, its label and its explanations know each other. */
export interface FieldIds {
  control: string;
  help: string;
  echo: string;
}

export function fieldIds(id: string): FieldIds {
  return { control: id, help: `${id}-help`, echo: `${id}-echo` };
}

/** `aria-describedby` of those that are there. */
export function describedBy(...ids: (string | null)[]): string | undefined {
  const present = ids.filter((id) => id !== null);
  return present.length > 0 ? present.join(' ') : undefined;
}
