/** The official text is compared without whitespace: only whitespace, page breaks and bullets may differ. */

export function withoutWhitespace(text: string): string {
  return text.replace(/\s/g, '');
}

/** A published text reduced to its characters: bullets at the start of a line ("- ") and whitespace removed. */
export function charactersOf(source: string): string {
  return withoutWhitespace(source.replace(/^- /gm, ''));
}

/** Where a fragment stands in a text: offsets of the text itself. */
export interface Span {
  start: number;
  end: number;
}

/** Every occurrence of `fragment` in `text`, whitespace of either ignored. */
export function findFragment(text: string, fragment: string): Span[] {
  const needle = withoutWhitespace(fragment);
  if (needle === '') return [];
  const bare = withoutWhitespace(text);
  let at = bare.indexOf(needle);
  // most texts do not hold it: only where one does are offsets worth counting
  if (at === -1) return [];
  const offsets = offsetsOf(text);
  const spans: Span[] = [];
  for (; at !== -1; at = bare.indexOf(needle, at + 1)) {
    spans.push({ start: offsets[at] ?? 0, end: (offsets[at + needle.length - 1] ?? 0) + 1 });
  }
  return spans;
}

/** For each character that is not whitespace, its place in the text. */
function offsetsOf(text: string): number[] {
  const offsets: number[] = [];
  let next = 0;
  for (const { index } of text.matchAll(/\s/g)) {
    for (; next < index; next += 1) offsets.push(next);
    next = index + 1;
  }
  for (; next < text.length; next += 1) offsets.push(next);
  return offsets;
}

/** Words in quotation marks; those within them turn into single ones: “算‘其他’”. */
export function inQuotes(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** A title in book-title marks; those within it turn into single ones (GB/T 15834): 《关于印发〈办法〉的通知》. */
export function inBookMarks(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}
