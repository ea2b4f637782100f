import { addedFrontmatter, clauseFrontmatter, type ClauseFrontmatter } from '../schemas/clause.ts';
import type { Fault } from './fault.ts';
import { readClause, type ClauseFile } from './read-clause.ts';

/** A clause as it first was, of the text as published or added to it. */
export type FirstFile = Omit<ClauseFile, 'version'>;

/** Reads the first file of a clause. One that names an amendment was added by it. */
export function readFirst(path: string, text: string, policy: string, faults: Fault[]): FirstFile | null {
  if (!names('amendment', text)) {
    const read = readClause(path, text, policy, clauseFrontmatter, faults);
    return read && { ...read, amends: null };
  }
  const read = readClause(path, text, policy, addedFrontmatter, faults);
  if (!read) return null;
  const { amendment, after, ...rest } = read.meta;
  // its place is known when all clauses are
  const meta: ClauseFrontmatter = { ...rest, order: 0 };
  return { ...read, meta, amends: { amendment, changes: [], after } };
}

/** Whether the metadata at the head of a file have a field. */
export function names(field: string, text: string): boolean {
  const head = /^---\n([\s\S]*?)\n---(\n|$)/.exec(text)?.[1] ?? '';
  return new RegExp(`^${field}\\s*:`, 'm').test(head);
}
