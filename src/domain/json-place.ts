/** Where a parser stopped in a text that is no JSON; it does not always say. */
export interface JsonPlace {
  /** both from 1 */
  line: number;
  column: number;
}

/** @param error what `JSON.parse` threw */
export function placeInJson(text: string, error: unknown): JsonPlace | null {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return null;
  const before = text.slice(0, Number(position));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
