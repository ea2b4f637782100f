/**
 * One normal form for the text that is indexed and the words that are asked: NFKC, lower case, no
 * whitespace, brackets and dashes of one kind. It works a code point at a time, so the normal form of a
 * substring is a substring of the normal form, and every character of it knows where it came from.
 */

/** What NFKC leaves apart though people type one for the other. */
const UNIFIED: Readonly<Record<string, string>> = {
  '〔': '[',
  '【': '[',
  '〖': '[',
  '〕': ']',
  '】': ']',
  '〗': ']',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '−': '-',
  '〜': '~',
  '∶': ':',
  '・': '·',
  '•': '·',
};

/** Whitespace, controls and invisible format characters: nobody sees them, nobody types them on purpose. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]/u;

const known = new Map<string, string>();

/** Normal form of one code point: none, one or several characters ("Ⅲ" is "iii"). */
export function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = '';
    for (const part of character.normalize('NFKC').toLowerCase())
      if (!UNSEEN.test(part)) folded += UNIFIED[part] ?? part;
    known.set(character, folded);
  }
  return folded;
}

/** A text in normal form, and the stretch of the original behind each UTF-16 unit of it. */
export interface Folded {
  text: string;
  starts: number[];
  ends: number[];
}

export function fold(original: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] };
  let at = 0;
  for (const character of original) {
    const normal = foldCharacter(character);
    folded.text += normal;
    for (let unit = 0; unit < normal.length; unit += 1) {
      folded.starts.push(at);
      folded.ends.push(at + character.length);
    }
    at += character.length;
  }
  return folded;
}

/** The normal form alone. */
export function normalise(original: string): string {
  let text = '';
  for (const character of original) text += foldCharacter(character);
  return text;
}

const WORD = /[a-z0-9\p{Script=Han}]/u;
/** CJK Extension B: rare characters, letters to Pagefind, sorting after all common ones. */
const SPARE = { first: 0x20000, count: 0xa6d0 };

/** Between two pieces of text: no phrase runs across it. */
export const BOUNDARY = String.fromCodePoint(SPARE.first);

/**
 * The index's tokens of a text in normal form, one a character. Pagefind drops whatever is no letter or digit,
 * so the rest is mapped to rare characters. They sort last, into the index chunk that queries without
 * punctuation need not load. Two characters may share a token: the index names candidates, the text decides.
 */
export function tokens(normal: string): string[] {
  return Array.from(normal, (character) =>
    WORD.test(character)
      ? character
      : String.fromCodePoint(SPARE.first + ((character.codePointAt(0) ?? 0) % SPARE.count)),
  );
}
