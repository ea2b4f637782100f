/**
 * JSON whose numbers mean what they say: 1.00000000000000001 is not 1, though the nearest double is.
 * Sums of money are checked to the cent, so a literal must not lose its last digits before the check.
 */

/** A number that its literal states more exactly than a double can. */
export class FinerNumber {
  readonly literal: string;

  constructor(literal: string) {
    this.literal = literal;
  }

  toJSON(): number {
    return Number(this.literal);
  }
}

type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown;

/**
 * As `JSON.parse`; numbers that a double would change become a `FinerNumber`. Browsers that do not tell the
 * literal give the double.
 * @throws SyntaxError
 */
export function parseExactJson(text: string): unknown {
  const keepExact: Reviver = (_key, value, context) => {
    if (typeof value !== 'number' || context?.source === undefined || !Number.isFinite(value)) return value;
    return decimalOf(context.source) === decimalOf(String(value)) ? value : new FinerNumber(context.source);
  };
  return JSON.parse(text, keepExact) as unknown;
}

/** One spelling for every literal of a number: "1.50", "15e-1" and "0.15E1" are all "15e-1". */
function decimalOf(literal: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(literal) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const short = digits.replace(/0+$/, '');
  if (short === '') return '0';
  return `${sign}${short}e${Number(exponent) - fraction.length + digits.length - short.length}`;
}
