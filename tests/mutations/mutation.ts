import type { ContentFiles } from '../../src/load/files.ts';
import type { Fault } from '../../src/load/fault.ts';

/** One damage to content/. */
export interface Mutation {
  kind: string;
  /** the damaged file */
  file: string;
  /** what was done, for the report */
  what: string;
  apply: (files: ContentFiles) => ContentFiles;
  /**
   * Words that also count as naming the place, where the damaged file is no longer there to be named: a
   * deleted clause is told at its neighbour, by its id, or by the addresses that are gone.
   */
  also?: readonly string[];
}

/** A damage counts as caught only where a fault names the file that an editor must open. */
export function isCaught({ file, also = [] }: Mutation, faults: readonly Fault[]): boolean {
  return faults.some((fault) =>
    [file, ...also].some((name) => fault.file === name || `${fault.problem}${fault.remedy}`.includes(name)),
  );
}

export function edit(file: string, change: (text: string) => string): Mutation['apply'] {
  return (files) => new Map(files).set(file, change(files.get(file) ?? ''));
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
