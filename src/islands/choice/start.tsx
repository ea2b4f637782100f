/** Everything that choosing needs; it comes over the network when somebody is about to choose, or has chosen in the address. */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { firstChoice, readChoice, writeChoice } from '../../compare/choice.ts';
import type { Choosable, Directory } from '../../compare/column.ts';
import { markRule } from '../../model/mark-css.ts';
import { setChosen } from '../state/choice.ts';
import { SIGNS } from '../use-signs.ts';
import { Chooser } from './Chooser.tsx';
import { fetchComparable, fetchDirectory, fetchSums } from './fetch.ts';
import { drawViews, showsTexts, viewsOf } from './views.tsx';

/** @param element the chooser as the page brought it @param open the visitor asked for the list */
export async function start(element: HTMLElement, open: boolean): Promise<void> {
  const directory = await fetchDirectory(element.dataset['directory'] ?? '');
  inkAll(directory.policies);
  const own = element.dataset['own'] ?? null;
  const ids = directory.policies.map(({ id }) => id);
  const first = firstChoice(ids, own);
  const wanted = readChoice(location.search, ids, own) ?? first;
  // what the address asks for may not be what the page came with
  const came = wanted.join() === first.join() || (await show(directory, wanted));
  const props = { directory, own, first, wanted: came ? wanted : first, failed: !came, opened: open };
  flushSync(() => createRoot(element).render(<Choosing {...props} />));
  if (open) element.querySelector('button')?.focus();
}

interface ChoosingProps {
  directory: Directory;
  own: string | null;
  /** what the page came with */
  first: readonly string[];
  wanted: readonly string[];
  failed: boolean;
  opened: boolean;
}

function Choosing({ directory, own, first, wanted, failed: failedAtFirst, opened }: ChoosingProps) {
  const [chosen, setChosenIds] = useState(wanted);
  const [open, setOpen] = useState(opened);
  const [failed, setFailed] = useState(failedAtFirst);
  const choose = async (ids: readonly string[]): Promise<void> => {
    const query = writeChoice(location.search, ids.join() === first.join() ? null : ids);
    history.replaceState(history.state, '', location.pathname + query + location.hash);
    const came = await show(directory, ids);
    if (came === null) return;
    setFailed(!came);
    if (came) setChosenIds(ids);
  };
  return (
    <Chooser
      shown={directory.policies.filter(({ id }) => chosen.includes(id))}
      count={directory.policies.length}
      all={directory.policies}
      own={own}
      open={open}
      failed={failed}
      onOpen={() => setOpen(!open)}
      onChoose={(ids) => void choose(ids)}
    />
  );
}

let latest: readonly string[] | null = null;

/**
 * Fetches what is not at hand, and sets it side by side everywhere on the page.
 * @returns whether it came; null where something else was chosen meanwhile
 */
async function show(directory: Directory, ids: readonly string[]): Promise<boolean | null> {
  latest = ids;
  const policies = directory.policies.filter(({ id }) => ids.includes(id));
  const views = viewsOf(document);
  try {
    const [sums, comparable] = await Promise.all([
      fetchSums(policies),
      views.length > 0 ? fetchComparable(directory, policies, showsTexts(document)) : null,
    ]);
    if (latest !== ids) return null;
    setChosen(sums);
    wakeCalculators();
    if (comparable) drawViews(views, comparable);
    carryChoice();
    return true;
  } catch {
    return latest === ids ? false : null;
  }
}

/** A calculator that nobody has used yet still shows what the page came with. */
function wakeCalculators(): void {
  const [sign] = SIGNS;
  for (const island of document.querySelectorAll('astro-island[ssr]')) island.dispatchEvent(new Event(sign));
}

/** Links to other comparisons lead to the same policies. */
function carryChoice(): void {
  const chosen = new URLSearchParams(location.search).get('p')?.split(',') ?? null;
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const compares =
      /^\/(?:compare|calculate)\//.test(link.pathname.slice(base.length)) || link.pathname === `${base}/`;
    if (compares && link.origin === location.origin && link.getAttribute('href')?.startsWith('#') === false)
      link.search = writeChoice(link.search, chosen);
  }
}

/** The page's own styles know the inks of the policies that it came with; of any number, the others come from here. */
function inkAll(policies: readonly Choosable[]): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(policies.map(markRule).join('\n'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
