/**
 * Keys that stand twice in one object. `JSON.parse` takes the last and says nothing: a sum of money would be lost.
 */

/** An object or list that is open, and where the text is in it. */
interface Level {
  /** null in a list */
  keys: Map<string, number> | null;
  /** the key or the place in the list; null where a key is to come */
  step: string | number | null;
}

/** Of more than these nobody reads. */
const MOST = 20;

/**
 * Where a key is repeated, as a path each, the first ones.
 * @param text valid JSON: parse it first
 */
export function findRepeatedKeys(text: string): (string | number)[][] {
  const found: (string | number)[][] = [];
  const open: Level[] = [];
  for (let at = 0; at < text.length && found.length < MOST; at += 1) {
    const level = open.at(-1);
    switch (text[at]) {
      case '{':
        open.push({ keys: new Map(), step: null });
        break;
      case '[':
        open.push({ keys: null, step: 0 });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (level) level.step = typeof level.step === 'number' ? level.step + 1 : null;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (level?.keys && level.step === null) {
          level.step = JSON.parse(text.slice(at, end + 1)) as string;
          const times = (level.keys.get(level.step) ?? 0) + 1;
          level.keys.set(level.step, times);
          if (times === 2) found.push(open.flatMap(({ step }) => step ?? []));
        }
        at = end;
      }
    }
  }
  return found;
}

/** @returns the place of the closing quote */
function endOfString(text: string, begin: number): number {
  let at = begin + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
