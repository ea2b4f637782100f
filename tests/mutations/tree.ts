import { parse, stringify } from 'yaml';

/** Metadata of a file as plain values, and the file with other values in their place. */
export interface Tree {
  value: unknown;
  write: (value: unknown) => string;
}

export type Path = (string | number)[];

/** Frontmatter of a clause, or a whole YAML file. Anchors and aliases come out written in full. */
export function readTree(file: string, text: string): Tree | null {
  if (file.endsWith('.yaml')) return { value: parse(text), write: (value) => stringify(value) };
  if (!file.endsWith('.mdx')) return null;
  const end = text.indexOf('\n---\n', 4);
  return {
    value: parse(text.slice(4, end + 1)),
    write: (value) => `---\n${stringify(value, { lineWidth: 0 })}---\n${text.slice(end + 5)}`,
  };
}

/** Every place in a tree, the root left out, parents first. */
export function* walk(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (path.length > 0) yield { path, value };
  if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* walk(one, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* walk(one, [...path, key]);
}

export function getAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
}

/** A copy with something else at a path; `undefined` takes the place itself out. */
export function setAt(value: unknown, path: Path, put: unknown): unknown {
  const copy = structuredClone(value);
  const parent = getAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (put !== undefined) parent[last] = put;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}

/** "awards.0.amount.max" with numbers as `*`: what kind of place it is. */
export function formOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
}
