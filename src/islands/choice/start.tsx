/** Everything that choosing needs; it comes over the network when somebody is about to choose, or has chosen in the address. */
import { useCallback, useEffect, useRef, useState } from 'react';
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
  createRoot(element).render(<Choosing directory={directory} own={own} opened={open} />);
}

function Choosing({ directory, own, opened }: { directory: Directory; own: string | null; opened: boolean }) {
  const ids = directory.policies.map(({ id }) => id);
  const first = firstChoice(ids, own);
  const [chosen, setChosenIds] = useState(() => readChoice(location.search, ids, own) ?? first);
  const [open, setOpen] = useState(opened);
  const [failed, setFailed] = useState(false);
  const latest = useRef<readonly string[]>(first);
  const choose = useCallback(
    async (wanted: readonly string[]): Promise<void> => {
      latest.current = wanted;
      const isLatest = (): boolean => latest.current === wanted;
      try {
        await show(directory, wanted, isLatest);
        if (!isLatest()) return;
        setFailed(false);
        setChosenIds([...wanted]);
      } catch {
        if (isLatest()) setFailed(true);
      }
    },
    [directory],
  );
  // what the address asks for is not what the page came with
  useEffect(() => {
    if (chosen.join() !== first.join()) void choose(chosen);
    // only once: from here on the boxes say what is chosen
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <Chooser
      shown={directory.policies.filter(({ id }) => chosen.includes(id))}
      count={ids.length}
      all={directory.policies}
      own={own}
      open={open}
      failed={failed}
      onOpen={() => setOpen(!open)}
      onChoose={(wanted) => {
        const query = writeChoice(location.search, wanted.join() === first.join() ? null : wanted);
        history.replaceState(history.state, '', location.pathname + query + location.hash);
        void choose(wanted);
      }}
    />
  );
}

/** Fetches what is not at hand, and sets it side by side everywhere on the page. */
async function show(directory: Directory, ids: readonly string[], isLatest: () => boolean): Promise<void> {
  const policies = directory.policies.filter(({ id }) => ids.includes(id));
  const views = viewsOf(document);
  const [sums, comparable] = await Promise.all([
    fetchSums(policies),
    views.length > 0 ? fetchComparable(directory, policies, showsTexts(document)) : null,
  ]);
  if (!isLatest()) return;
  setChosen(sums);
  wakeCalculators();
  if (comparable) drawViews(views, comparable);
  carryChoice();
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
    const compares = /^\/(?:compare|calculate)\//.test(link.pathname.slice(base.length)) || link.pathname === `${base}/`;
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
