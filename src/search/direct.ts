/** Clause numbers as people write them: "细则六", a district and "意见第十四条", "rules 6" name one clause, or one in each policy. */
import { parseChineseNumber } from '../domain/chinese-numbers.ts';
import type { Catalogue, CataloguePart, CataloguePolicy, NodeFacts } from './catalogue.ts';
import { normalise } from './normalise.ts';

const NUMBER = /^(第)?([(（[]?)(\d{1,3}|[一二三四五六七八九十]{1,3})[)）\]]?([条款项]?)$/u;

/** A clause's number, in the parts and policies that were named with it; none named are all. */
export interface ClauseName {
  policies: CataloguePolicy[];
  parts: CataloguePart[];
  number: number;
}

const NUMERAL = /[\d一二三四五六七八九十]/;

/** Without separators, but for a space between two numerals: "细则1、2" names no clause 12. */
function closed(words: string): string {
  const spaced = words.trim().split(/\s+/).map(normalise).join(' ');
  return spaced.replace(/[-,、。·:/#~ ]+/g, (between, at: number) =>
    NUMERAL.test(spaced.charAt(at - 1)) && NUMERAL.test(spaced.charAt(at + between.length)) ? ' ' : '',
  );
}

/** @returns null where the query is no name of a clause and nothing else */
export function nameIn(typed: string, catalogue: Catalogue): ClauseName | null {
  let rest = closed(typed);
  if (rest.length > 40) return null;
  const take = <T extends { aliases: string[] }>(list: readonly T[]): T[] => {
    const named = list
      .flatMap((one) => one.aliases.map((alias) => ({ one, alias: closed(alias) })))
      .filter(({ alias }) => rest.startsWith(alias))
      .sort((a, b) => b.alias.length - a.alias.length);
    const longest = named[0]?.alias ?? '';
    if (longest !== '') rest = rest.slice(longest.length).replace(/^[ 的]/, '');
    return named.filter(({ alias }) => alias === longest).map(({ one }) => one);
  };
  const policies = take(catalogue.policies);
  // the year of "某区2025细则六", where the policy was named without it
  if (policies.length > 0)
    for (const { name } of policies)
      rest = rest.replace(new RegExp(`^${/\d{4}/.exec(name)?.[0] ?? '(?!)'}(?=\\D)`), '');
  const parts = take(catalogue.parts);
  const match = NUMBER.exec(rest);
  if (!match) return null;
  const [, ordinal, , digits = '', article] = match;
  if (policies.length === 0 && parts.length === 0 && !(ordinal && article)) return null;
  const number = /\d/.test(digits) ? Number(digits) : parseChineseNumber(digits);
  // zero is that of what has no number
  return number ? { policies, parts, number } : null;
}

/** Places of the clauses of that name. */
export function nodesNamed(
  { policies, parts, number }: ClauseName,
  facts: readonly NodeFacts[],
  catalogue: Catalogue,
): number[] {
  return facts.flatMap(([part, , own], index) => {
    const home = catalogue.parts[part];
    const fits =
      own === number &&
      home !== undefined &&
      (parts.length === 0 || parts.includes(home)) &&
      (policies.length === 0 || policies.some((one) => catalogue.policies[home.policy] === one));
    return fits ? [index] : [];
  });
}
