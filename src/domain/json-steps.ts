/** A key of an object, or a place in a list, of a JSON text: where it stands and how one gets there. */
export interface JsonStep {
  /** where it begins in the text */
  at: number;
  /** how often the object has had this key up to here; 1 in a list */
  times: number;
  /** the keys and places that lead to it, itself the last; right only until the next step is asked for */
  path(): (string | number)[];
}

/** An object or list that is open, and where the text is in it. */
interface Level {
  /** null in a list */
  keys: Map<string, number> | null;
  /** the key or the place in the list; null where a key is to come */
  step: string | number | null;
}

/**
 * Every key and every place in a list, in the order of the text.
 * @param text valid JSON: parse it first
 */
export function* jsonSteps(text: string): Generator<JsonStep> {
  const open: Level[] = [];
  const path = (): (string | number)[] => open.flatMap(({ step }) => step ?? []);
  for (let at = 0; at < text.length; at += 1) {
    const level = open.at(-1);
    switch (text[at]) {
      case '{':
        open.push({ keys: new Map(), step: null });
        break;
      case '[': {
        open.push({ keys: null, step: 0 });
        const first = nextWord(text, at + 1);
        if (text[first] !== ']') yield { at: first, times: 1, path };
        break;
      }
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (typeof level?.step === 'number') {
          level.step += 1;
          yield { at: nextWord(text, at + 1), times: 1, path };
        } else if (level) level.step = null;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (level?.keys && level.step === null) {
          level.step = JSON.parse(text.slice(at, end + 1)) as string;
          const times = (level.keys.get(level.step) ?? 0) + 1;
          level.keys.set(level.step, times);
          yield { at, times, path };
        }
        at = end;
      }
    }
  }
}

/** @returns the place of the closing quote */
function endOfString(text: string, begin: number): number {
  let at = begin + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function nextWord(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}
