/** Clause numbers as people write them: "细则六", a district and "意见第十四条", "rules 6" name one clause, or one in each policy. */
import { parseChineseNumber } from '../domain/chinese-numbers.ts';
import {
  SUPPLEMENTARY_PART,
  type Catalogue,
  type CataloguePart,
  type CataloguePolicy,
  type NodeFacts,
} from './catalogue.ts';
import { normalise } from './normalise.ts';

const NUMBER = /^(第)?([(（[]?)(\d{1,3}|[一二三四五六七八九十]{1,3})[)）\]]?([条款项]?)(.*)$/u;
/** 第几段, or section and item as our labels write them: "2(3)" */
const PLACE = /^(?:第(\d{1,2})段|(\d{1,2})(?:\((\d{1,2})\))?)$/;
const SUPPLEMENTARY = '附则';
/** 《操作细则》（…〔2025〕1号） before the number, as a citation has it */
const INSTRUMENT = /^《([^》]+)》(?:[(（][^()（）]*号[)）])?/;

/** A clause's number, in the parts and policies that were named with it; none named are all. */
export interface ClauseName {
  policies: CataloguePolicy[];
  parts: CataloguePart[];
  /** as in {@link NodeFacts} */
  number: number;
  /** the place in the clause that was named with it: "s2-3" */
  anchor: string | null;
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
  const { policies, parts, rest } = instrumentIn(typed.trim(), catalogue) ?? wordsIn(typed, catalogue);
  if (rest.length > 40) return null;
  const named = policies.length + parts.length > 0;
  const supplementary = named && rest.startsWith(SUPPLEMENTARY);
  const left = supplementary ? rest.slice(SUPPLEMENTARY.length) : rest;
  if (supplementary && left === '') return { policies, parts, number: SUPPLEMENTARY_PART, anchor: null };
  const [, ordinal, opened, digits = '', article, tail = ''] = NUMBER.exec(left) ?? [];
  const bare = opened === '' && article === '' && /\d/.test(digits);
  const anchor = bare ? null : anchorIn(tail);
  if (digits === '' || (tail !== '' && anchor === null)) return null;
  if (!named && !(ordinal && article)) return null;
  const number = /\d/.test(digits) ? Number(digits) : (parseChineseNumber(digits) ?? 0);
  // zero is that of what has no number
  return number === 0 ? null : { policies, parts, number: supplementary ? -number : number, anchor };
}

interface Named {
  policies: CataloguePolicy[];
  parts: CataloguePart[];
  /** what follows, in normal form */
  rest: string;
}

/** What stands in 《》 begins with the district and ends, or nearly, with the name of the part. */
function instrumentIn(typed: string, catalogue: Catalogue): Named | null {
  const [all = '', inside] = INSTRUMENT.exec(typed) ?? [];
  if (inside === undefined) return null;
  const title = normalise(inside);
  const policies = catalogue.policies.filter(({ aliases }) => aliases.some((alias) => title.includes(alias)));
  const endOf = ({ aliases }: CataloguePart): number =>
    Math.max(...aliases.map((alias) => (title.includes(alias) ? title.lastIndexOf(alias) + alias.length : 0)));
  const last = Math.max(...catalogue.parts.map(endOf));
  const parts = last === 0 ? [] : catalogue.parts.filter((part) => endOf(part) === last);
  return { policies, parts, rest: closed(typed.slice(all.length)) };
}

function wordsIn(typed: string, catalogue: Catalogue): Named {
  let rest = closed(typed);
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
  return { policies, parts: take(catalogue.parts), rest };
}

function anchorIn(tail: string): string | null {
  const [, paragraph, section, item] = PLACE.exec(tail) ?? [];
  if (paragraph !== undefined) return `p${paragraph}`;
  if (section === undefined) return null;
  return item === undefined ? `s${section}` : `s${section}-${item}`;
}

/** Places of the clauses of that name. */
export function nodesNamed(
  { policies, parts, number }: Omit<ClauseName, 'anchor'>,
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
