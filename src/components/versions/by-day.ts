import type { IsoDate } from '../../domain/dates.ts';

/** What is said from a day on, until the next; the first is '' and holds from the beginning. */
export type WordsByDay = [from: IsoDate | '', words: string][];

/** What is said on a day. */
export function wordsOn(all: WordsByDay, day: IsoDate): string {
  return all.findLast(([from]) => from <= day)?.[1] ?? '';
}
