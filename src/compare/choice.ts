/** Which policies are set side by side: with two there is nothing to choose, with more the visitor does. */

/** Columns that a desktop shows side by side. */
export const MOST_CHOSEN = 3;
/** One alone is no comparison. */
export const LEAST_CHOSEN = 2;
/** `?p=minhang-2025,songjiang-2025` */
export const CHOICE_KEY = 'p';

/** Whether there is anything to choose. */
export function isChoice(policies: readonly unknown[]): boolean {
  return policies.length > LEAST_CHOSEN;
}

/**
 * What a page shows before anybody chooses: the policy that it is about, then the first others.
 * @param policies ids in order of content; so is the answer
 * @param own the policy that the page is about
 */
export function firstChoice(policies: readonly string[], own: string | null = null): string[] {
  return fit(policies, policies, own);
}

/** What an address asks for; null where it asks for nothing that can be shown. */
export function readChoice(search: string, policies: readonly string[], own: string | null = null): string[] | null {
  const wanted = new URLSearchParams(search).get(CHOICE_KEY)?.split(',') ?? [];
  const known = policies.filter((id) => wanted.includes(id));
  const chosen = fit(policies, known, own);
  return known.length > 0 && chosen.length >= LEAST_CHOSEN ? chosen : null;
}

/** The choice that an address holds, and nothing else of it: "?p=minhang-2025,songjiang-2025", or nothing. */
export function choiceOf(search: string): string {
  const chosen = new URLSearchParams(search).get(CHOICE_KEY);
  return chosen === null ? '' : writeChoice('', chosen.split(','));
}

/** The same address with another choice; the page's first choice needs no words. */
export function writeChoice(search: string, chosen: readonly string[] | null): string {
  // by hand: a comma needs no escaping in a query, and what others wrote stays as they wrote it
  const rest = search.split(/[?&]/).filter((part) => part !== '' && !part.startsWith(`${CHOICE_KEY}=`));
  const all = [...(chosen === null ? [] : [`${CHOICE_KEY}=${chosen.join(',')}`]), ...rest];
  return all.length === 0 ? '' : `?${all.join('&')}`;
}

function fit(policies: readonly string[], wanted: readonly string[], own: string | null): string[] {
  const first = [...(own === null ? [] : [own]), ...wanted.filter((id) => id !== own)].slice(0, MOST_CHOSEN);
  return policies.filter((id) => first.includes(id));
}
