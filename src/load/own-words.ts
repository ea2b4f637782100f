import { figureKey, findFigures, type Figure } from '../domain/figures.ts';
import type { Fault } from './fault.ts';
import { fault, within, type Place } from './quotes.ts';

/** What the site says in its own words about passages, by field. */
export type OwnWords = readonly (readonly [path: (string | number)[], words: string])[];

/** Numbers of clauses and phases are no figures; dates of examples are nobody's money. */
const CHECKED: readonly Figure['kind'][] = ['money', 'percent', 'ratio'];

/**
 * Every sum, share and ratio that the site's own words on a passage state stands in one of the quotes, or is told
 * once more in `otherFigures`. A slip there would be read as the text's.
 */
export function checkOwnWords(
  own: OwnWords,
  quotes: readonly string[],
  otherFigures: readonly string[],
  place: Place,
  faults: Fault[],
): void {
  const stated = new Set(quotes.flatMap(keysOf));
  const ours = new Set(otherFigures.flatMap(keysOf));
  const used = new Set<string>();
  for (const [path, words] of own) {
    for (const figure of figuresIn(words)) {
      const key = figureKey(figure);
      if (stated.has(key)) continue;
      used.add(key);
      if (ours.has(key)) continue;
      const problem = `“${figure.words}”不在所引的条文里`;
      faults.push(
        fault(
          within(place, ...path),
          problem,
          '照条文改；或补上写着它的引文；引文以外的数（如两数之和）另写进 otherFigures',
        ),
      );
    }
  }
  otherFigures.forEach((words, index) => {
    if (keysOf(words).some((key) => used.has(key))) return;
    faults.push(fault(within(place, 'otherFigures', index), `“${words}”没有用到，或引文里就有`, '删去'));
  });
}

function keysOf(words: string): string[] {
  return figuresIn(words).map(figureKey);
}

function figuresIn(words: string): Figure[] {
  return findFigures(words).filter(({ kind }) => CHECKED.includes(kind));
}
