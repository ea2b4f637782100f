import { joinColumns, type Choosable, type Column, type ColumnTexts, type Directory } from '../../compare/column.ts';
import type { Comparable } from '../../compare/comparable.ts';
import { siteHref } from '../base.ts';
import type { Sums } from '../state/choice.ts';

const asked = new Map<string, Promise<unknown>>();

/** A file is fetched once; one that did not come is asked for again the next time. @param address root-relative */
function fetchOnce<T>(address: string): Promise<T> {
  const known = asked.get(address) ?? fetchJson(address);
  asked.set(address, known);
  known.catch(() => asked.delete(address));
  return known as Promise<T>;
}

async function fetchJson(address: string): Promise<unknown> {
  const answer = await fetch(siteHref(address));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

export function fetchDirectory(address: string): Promise<Directory> {
  return fetchOnce<Directory>(address);
}

export function fetchSums(policies: readonly Choosable[]): Promise<Sums[]> {
  return Promise.all(policies.map(({ files }) => fetchOnce<Sums>(files.sums)));
}

/** Everything to compare some policies by. @param withTexts their verbatim texts too */
export async function fetchComparable(
  directory: Directory,
  policies: readonly Choosable[],
  withTexts: boolean,
): Promise<Comparable> {
  const fetched = policies.map(async ({ files }) => {
    const [{ rules }, column, texts] = await Promise.all([
      fetchOnce<Sums>(files.sums),
      fetchOnce<Column>(files.column),
      withTexts ? fetchOnce<ColumnTexts>(files.texts) : null,
    ]);
    return { rules, column, texts };
  });
  return joinColumns(directory, await Promise.all(fetched));
}
