/** Names of districts and policies in a query: whose clauses are meant, and what is asked of them. */
import type { Catalogue } from './catalogue.ts';
import type { Query } from './query.ts';

export interface Asked {
  /** places in the catalogue's list; empty where none or all are named */
  policies: number[];
  /** what the query says beside their names */
  words: string[];
}

export function askedOf({ words }: Query, { policies }: Catalogue): Asked {
  const named = policies.flatMap(({ aliases }, at) =>
    words.some((word) => aliases.some((alias) => word.includes(alias))) ? [at] : [],
  );
  const aliases = named.flatMap((at) => policies[at]?.aliases ?? []).sort((a, b) => b.length - a.length);
  const rest = words
    .flatMap((word) => aliases.reduce((left, alias) => left.replaceAll(alias, ' '), word).split(' '))
    .map((word) => word.replace(/^[的在]|[的在]$/g, ''))
    .filter(Boolean);
  return { policies: named.length < policies.length ? named : [], words: [...new Set(rest)] };
}
