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
  // most texts do not hold it: that is told cheaply
  if (needle === '' || !withoutWhitespace(text).includes(needle)) return [];
  const offsets: number[] = [];
  let bare = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? '';
    if (/\s/.test(unit)) continue;
    bare += unit;
    offsets.push(at);
  }
  const spans: Span[] = [];
  for (let at = bare.indexOf(needle); at !== -1; at = bare.indexOf(needle, at + 1)) {
    spans.push({ start: offsets[at] ?? 0, end: (offsets[at + needle.length - 1] ?? 0) + 1 });
  }
  return spans;
}
