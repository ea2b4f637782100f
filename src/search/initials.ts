/** The first letter of each syllable typed, read as the fewest syllables and initials: "jiejingcj" is "jjcj". */
export function initialsOf(typed: string, sounds: ReadonlyMap<string, readonly string[]>): string {
  const syllables = new Set([...sounds.values()].flat());
  const longest = Math.max(1, ...[...syllables].map(({ length }) => length));
  // best[at]: of the text up to there; a letter alone is the beginning of a syllable
  const best = [''];
  for (let end = 1; end <= typed.length; end += 1) {
    let choice = (best[end - 1] ?? '') + (typed[end - 1] ?? '');
    for (let from = Math.max(0, end - longest); from < end - 1; from += 1) {
      const before = best[from] ?? '';
      if (before.length + 1 < choice.length && syllables.has(typed.slice(from, end)))
        choice = before + (typed[from] ?? '');
    }
    best.push(choice);
  }
  return best[typed.length] ?? '';
}
