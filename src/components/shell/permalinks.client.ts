/** A ¶ is an ordinary link; what a click does is fetched when somebody comes near one, and a page that is only read never loads it. */
export function wakePermalinks(): void {
  const fetchMenu = () => import('../copy/copy-menu.client.ts');
  const near = (event: Event): void => {
    if (markOf(event)) void fetchMenu();
  };
  addEventListener('pointerover', near);
  addEventListener('focusin', near);
  addEventListener('click', (event) => {
    const link = markOf(event);
    // a modified click is the browser's: new tab, save, …
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(null, '', link.href);
    void fetchMenu().then(({ press }) => press(link));
  });
}

function markOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a.pm') : null;
}
