/** Ways in which copying from a PDF disturbs a text. Each takes numbers between 0 and 1 from `next`. */

type Next = () => number;

/** A source of numbers that are the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): Next {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every so many characters of a line a page ends, in the middle of a word. `numbered` pages carry "- 3 -". */
export function breakPages(text: string, next: Next, kind: 'blank' | 'numbered' | 'form-feed', every = 400): string {
  let page = 1;
  let left = Math.ceil(next() * every);
  return text
    .split('\n')
    .map((line) =>
      [...line]
        .map((one, at, all) => {
          left -= 1;
          if (left > 0 || at === 0 || at === all.length - 1 || line.includes('\t')) return one;
          left = Math.ceil(every / 2 + next() * every);
          page += 1;
          const end = { blank: '\n\n', numbered: `\n\n- ${page} -\n\n`, 'form-feed': '\n\f' }[kind];
          return one + end;
        })
        .join(''),
    )
    .join('\n');
}

/** Round brackets of each form become the other's, one in two. */
export function swapBrackets(text: string, next: Next): string {
  const other: Record<string, string> = { '（': '(', '）': ')', '(': '（', ')': '）' };
  return text.replace(/[（）()]/g, (one) => (next() < 0.5 ? (other[one] ?? one) : one));
}

/** Spaces between characters, one in so many. */
export function strewSpaces(text: string, next: Next, oneIn = 20): string {
  return text.replace(/[^\n\t](?=[^\n\t])/g, (one) => (next() < 1 / oneIn ? `${one} ` : one));
}

/** Lines as wide as a page, without blank ones between: what most viewers copy. */
export function wrapLines(text: string, width = 32): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => (line.includes('\t') ? [line] : (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [line])))
    .join('\n');
}

/** Digits as wide as Chinese characters. */
export function widenDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
