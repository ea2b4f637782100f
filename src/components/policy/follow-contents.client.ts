/** The contents list of a long text marks where the reader is. */
function followContents(list: Element): void {
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of list.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')) links.set(link.hash.slice(1), link);
  const places = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  let current: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const line = 0.3 * innerHeight;
    const passed = places.filter((place) => place.getBoundingClientRect().top < line).at(-1) ?? places[0];
    const link = passed && links.get(passed.id);
    if (!link || link === current) return;
    current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'location');
    current = link;
    // only the list's own scrolling, never the page's
    list.scrollTop = link.offsetTop - list.clientHeight / 2;
  };
  let waiting = false;
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}

const list = document.querySelector('[data-follow]');
if (list) followContents(list);

export {};
