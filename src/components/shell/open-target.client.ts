import { targetId } from './target-id.ts';

/**
 * An address may point into something folded away: unfold it. (Browsers do so too, but not all, and not on a change.)
 * Or to what has moved (content/redirects.yaml): follow it.
 */
export function openTarget(): void {
  const open = (): void => {
    const id = targetId(location.hash);
    const target = id === '' ? null : document.getElementById(id);
    if (target instanceof HTMLAnchorElement && target.className === 'moved') location.replace(target.href);
    let folded = target?.closest<HTMLDetailsElement>('details:not([open])');
    if (!target || !folded) return;
    for (; folded; folded = folded.parentElement?.closest<HTMLDetailsElement>('details:not([open])'))
      folded.open = true;
    target.scrollIntoView();
  };
  open();
  addEventListener('hashchange', open);
}
