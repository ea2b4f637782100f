/** Files of the index of pairs (grams.ts): lists of ascending numbers, each under a pair of characters. */

export type Lists = Map<string, number[]>;

/** Where a pair stands among all pairs: by the code points of its two characters. */
export function orderOf(pair: string): number {
  const [first = '', second = ''] = pair;
  return (first.codePointAt(0) ?? 0) * 0x200000 + (second.codePointAt(0) ?? 0);
}

/** Seven bits a byte, the lowest first; each number as its distance to the one before, which mostly is a byte. */
export function writeShard(lists: Iterable<readonly [string, readonly number[]]>): Uint8Array {
  const bytes: number[] = [];
  const write = (value: number): void => {
    for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
    bytes.push(value);
  };
  for (const [pair, numbers] of lists) {
    for (const character of pair) write(character.codePointAt(0) ?? 0);
    write(numbers.length);
    numbers.forEach((number, at) => {
      write(number - (numbers[at - 1] ?? 0));
    });
  }
  return Uint8Array.from(bytes);
}

export function readShard(bytes: Uint8Array): Lists {
  const lists: Lists = new Map();
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const pair = String.fromCodePoint(read(), read());
    let last = 0;
    lists.set(
      pair,
      Array.from({ length: read() }, () => (last += read())),
    );
  }
  return lists;
}
