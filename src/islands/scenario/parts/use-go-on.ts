import { useEffect, useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';

export interface GoingOn {
  list: RefObject<HTMLElement | null>;
  /** of the projects, in order */
  ids: readonly string[];
  /** opens one project and closes the others */
  open: (id: string) => void;
  /** what was kept has been read */
  ready: boolean;
  /** how many links have been opened */
  linked: number;
}

/** One project that came by itself is what the visitor goes on with; whoever removed one goes on with the next. */
export function useGoOn({ list, ids, open, ready, linked }: GoingOn): void {
  const known = useRef<Pick<GoingOn, 'ids' | 'ready' | 'linked'> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = { ids, ready, linked };
    if (before === null || before.ids.join() === ids.join()) return;
    const [added, ...more] = ids.filter((id) => !before.ids.includes(id));
    if (added !== undefined && more.length === 0 && ids.length === before.ids.length + 1) {
      // a draft is there again as it was left: nobody is taken anywhere
      const jumps = before.ready || linked !== before.linked;
      requestAnimationFrame(() => {
        // the project that closes above must be gone before the place of this one is known
        flushSync(() => open(added));
        if (jumps) goTo(list.current, added, 'start');
      });
    } else if (ids.length === before.ids.length - 1) {
      const gone = before.ids.findIndex((id) => !ids.includes(id));
      const next = ids[Math.min(gone, ids.length - 1)];
      if (next !== undefined) goTo(list.current, next, 'nearest');
      else document.querySelector<HTMLElement>('#add-project')?.focus();
    }
  }, [list, ids, open, ready, linked]);
}

/** Between what stands at the top and the bottom of the screen (scroll-margin); the browser's own scrolling knows of neither. */
function goTo(list: HTMLElement | null, id: string, block: ScrollLogicalPosition): void {
  const name = list?.querySelector<HTMLElement>(`[data-project="${CSS.escape(id)}"] .project-name`);
  name?.focus({ preventScroll: true });
  name?.scrollIntoView({ block });
}
