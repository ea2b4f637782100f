import { FinerNumber } from '../../domain/exact-json.ts';

/** What is wrong with a scenario and where: every fault is collected, none is thrown. */
export interface Fault {
  /** JSON path, "projects[0].facts.rdInvestment"; "$" is the whole scenario */
  path: string;
  /** in Chinese: what is wrong and what is allowed */
  message: string;
}

/** Where a value stands; `at` makes the path of a key or a place in a list. */
export class Place {
  readonly path: string;
  readonly #faults: Fault[];

  constructor(faults: Fault[], path = '') {
    this.#faults = faults;
    this.path = path;
  }

  at(key: string | number): Place {
    if (typeof key === 'number') return new Place(this.#faults, `${this.path}[${key}]`);
    if (!/^[A-Za-z_$][\w$]{0,79}$/.test(key)) return new Place(this.#faults, `${this.path}[${echo(key)}]`);
    return new Place(this.#faults, this.path === '' ? key : `${this.path}.${key}`);
  }

  report(message: string): void {
    this.#faults.push({ path: this.path === '' ? '$' : this.path, message });
  }
}

const LONGEST = 60;

/** A value of the input as a message may repeat it: short, on one line, without control characters. */
export function echo(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      if (value instanceof FinerNumber) return value.literal.slice(0, LONGEST);
      return value === null ? 'null' : Array.isArray(value) ? '一个数组' : '一个对象';
    case 'undefined':
      return '空缺';
    default:
      return `一个 ${typeof value}`;
  }
}

/** JSON quotes, with everything escaped that could break a line or a terminal. */
function quote(words: string): string {
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const MOST_NAMED = 24;

/** "a、b、c": what is allowed, cut where there is too much of it. */
export function listAllowed(values: readonly (string | boolean)[]): string {
  const shown = values.slice(0, MOST_NAMED).map(String).join('、');
  return values.length > MOST_NAMED ? `${shown} 等 ${values.length} 个` : shown;
}
