/** Beyond synonyms, loaded when the literal results are few: spelling, and questions in natural language. */
import type { Catalogue, Labels } from './catalogue.ts';
import { hitsOf, saysWord, standings, type Clause } from './clause.ts';
import type { SearchFiles } from './engine.ts';
import type { Names } from './names.ts';
import type { Asked } from './districts.ts';
import type { Query } from './query.ts';
import { conceptsOf, withoutQuestionWords, wordsOf, type Concept } from './questions.ts';
import { byBestHit, type ClauseResult } from './rank.ts';
import type { Related } from './related.ts';
import type { Site } from './site.ts';
import { isBareSum } from './sums.ts';
import { misspelled, simplified } from './spellings.ts';
import { variantsOf } from './variants.ts';

export interface Reach {
  query: Query;
  /** the query without names of districts */
  asked: Asked;
  catalogue: Catalogue;
  files: SearchFiles;
  site: Site;
  labels(): Promise<Labels>;
  names(): Promise<Names>;
  policyOf(clause: Clause): number;
  /** what is related already */
  related: Related;
  /** how many literal results there are */
  given: number;
  /** the query names a clause by its number: nothing else is meant */
  named: boolean;
}

export async function reachFurther(reach: Reach): Promise<void> {
  const { query, asked, catalogue, files, site, related, given } = reach;
  const pieces = (): string[] => site.loaded().flatMap((clause) => clause.pieces.map(({ folded }) => folded.text));
  let phrase = query.phrase;
  const labels = await reach.labels();
  await site.loadNear(phrase);
  const known = (word: string): boolean => pieces().some((text) => text.includes(word));
  const plain = withoutQuestionWords(phrase, catalogue, labels).join('');
  if (given === 0 && Array.from(plain).some((character) => /\p{Script=Han}/u.test(character) && !known(character))) {
    phrase = simplified(phrase, await files.table('traditional'));
    if (phrase !== query.phrase) {
      await related.addPhrases([phrase], 7_500, '简体');
      for (const { text, why } of variantsOf(phrase, catalogue)) await related.addPhrases([text], 7_000, why);
    }
  }
  if (given === 0 && related.found.size === 0) {
    for (const word of phrase === query.phrase ? asked.words : [phrase]) {
      if (!/^\p{Script=Han}{4,20}$/u.test(word)) continue;
      await site.loadNear(word);
      if (known(word)) continue;
      await related.addPhrases(misspelled(word, pieces()), 5_000, '相近');
    }
  }
  if (!reach.named && !isBareSum(phrase)) await relax(phrase, reach, labels, pieces);
}

const MOST_PARTS = 4;

/** Stretches of the query's words that the texts have, of two characters or more, the longest first. */
export async function partsOf({ words, phrase }: Query, site: Site, catalogue: Catalogue): Promise<string[]> {
  const runs = words.flatMap((word) => word.split(/[^a-z0-9%:.\p{Script=Han}]+/u)).filter(({ length }) => length >= 2);
  for (const run of runs) await site.loadNear(run);
  const clauses = site.loaded();
  const says = (word: string): boolean => clauses.some((clause) => saysWord(clause, word));
  const parts = runs.flatMap((run) => wordsOf(run, says, catalogue)).filter((part) => part !== phrase && says(part));
  return [...new Set(parts)].sort((a, b) => b.length - a.length).slice(0, MOST_PARTS);
}

/** Scores every clause by the words of the question that it has: rare and long words, and titles, most. */
async function relax(
  phrase: string,
  { query, catalogue, site, policyOf, related, ...reach }: Reach,
  labels: Labels,
  pieces: () => string[],
): Promise<void> {
  const typed = phrase === query.phrase ? query.words : [phrase];
  const named = catalogue.policies.filter(({ aliases }) => aliases.some((alias) => phrase.includes(alias)));
  const districts = named.flatMap(({ aliases }) => aliases);
  const runs = typed
    .map((word) => districts.reduce((rest, name) => rest.replaceAll(name, ' '), word))
    .flatMap((word) => withoutQuestionWords(word, catalogue, labels));
  for (const run of runs) await site.loadNear(run);
  const all = pieces();
  const names = await reach.names();
  const known = (word: string): boolean => all.some((text) => text.includes(word)) || names.has(word);
  const concepts = conceptsOf(runs, known, catalogue);
  const clauses = site.loaded();
  const weights = concepts.map(({ word, forms }) => {
    const holding = clauses.filter((clause) => forms.some((form) => saysWord(clause, form))).length;
    return Math.log(1 + clauses.length / Math.max(1, holding)) * Math.sqrt(Math.max(2, word.length));
  });
  const results = clauses.flatMap((clause): ClauseResult[] => {
    const elsewhere = named.length > 0 && !named.some((one) => catalogue.policies[policyOf(clause)] === one);
    const score = scoreOf(clause, concepts, weights, names) * (elsewhere ? 0.4 : 1);
    if (score === 0) return [];
    const words = concepts.flatMap(({ forms }) => forms.filter((form) => saysWord(clause, form)));
    const why = words.length > 0 ? '' : (whyOf(clause, concepts, names) ?? '');
    return [{ clause, hits: hitsOf(clause, words, standings).sort(byBestHit), words, score: score * 100, why }];
  });
  const best = Math.max(0, ...results.map(({ score }) => score));
  const near = results.filter(({ score }) => score > best * 0.3);
  related.add(
    near.sort((a, b) => b.score - a.score),
    0,
    '含有其中的词',
  );
}

const KIND_FACTOR: Record<Clause['kind'], number> = {
  clause: 1,
  chapter: 0.5,
  preamble: 0.5,
  title: 0.4,
  notice: 0.45,
  form: 0.5,
};

/** Of a word that only the name of a clause has: it may be meant, and less surely than where the text says it. */
const NAMED = 0.6;

function whyOf({ index }: Clause, concepts: readonly Concept[], names: Names): string | null {
  for (const { forms } of concepts)
    for (const form of forms) {
      const why = names.whyOf(index, form);
      if (why !== null) return why;
    }
  return null;
}

function scoreOf(clause: Clause, concepts: readonly Concept[], weights: readonly number[], names: Names): number {
  let score = 0;
  let met = 0;
  concepts.forEach((concept, at) => {
    const { word, forms } = concept;
    const pieces = clause.pieces.filter(({ folded }) =>
      forms.some((form) => standings(folded.text, form).length > 0),
    ).length;
    if (pieces === 0 && whyOf(clause, [concept], names) === null) return;
    met += 1;
    if (pieces === 0) {
      score += (weights[at] ?? 0) * NAMED;
      return;
    }
    const inTitle = forms.some((form) => clause.heading.includes(form));
    // a synonym says the same, though less surely
    const surety = saysWord(clause, word) ? 1 : 0.85;
    score += (weights[at] ?? 0) * surety * ((inTitle ? 2.2 : 1) + 0.15 * Math.min(4, pieces));
  });
  return score * (0.5 + met / Math.max(1, concepts.length)) * KIND_FACTOR[clause.kind];
}
