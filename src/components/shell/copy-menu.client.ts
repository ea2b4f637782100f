/** What can be copied from a ¶, with the key that copies it while the ¶ has the focus. */
const CHOICES = [
  { key: 'c', title: '复制地址', write: (place: Place) => place.address },
  { key: 'l', title: '复制引用（法律文书）', write: (place: Place) => place.legal },
  { key: 'g', title: '复制引用（GB/T 7714）', write: (place: Place) => place.gbt },
  { key: 'q', title: '复制原文和引用', write: (place: Place) => `“${place.text}”（${place.legal}，${place.address}）` },
];

interface Place {
  address: string;
  legal: string;
  gbt: string;
  text: string;
}

function placeOf(link: HTMLAnchorElement, today: () => string): Place {
  const {
    citeDocument = '',
    citeClause = '',
    citeGbt = '',
  } = link.closest<HTMLElement>('[data-cite-document]')?.dataset ?? {};
  const at = link.dataset['at'] ?? '';
  const address = link.href;
  return {
    address,
    legal: `${citeDocument}${citeClause}${at}`,
    gbt: `${citeGbt}[${today()}]. ${address}.`,
    text: textAt(link.hash.slice(1)),
  };
}

function textAt(id: string): string {
  const copy = document.getElementById(id)?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const ours of copy.querySelectorAll('[data-note]')) ours.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

async function copy(text: string): Promise<void> {
  const said = document.querySelector('[data-said]');
  try {
    await navigator.clipboard.writeText(text);
    if (said) said.textContent = '已复制';
    setTimeout(() => said?.replaceChildren(), 4000);
  } catch {
    // no leave to write: show it selected, to be copied by hand
    if (!said) return;
    said.textContent = text;
    getSelection()?.selectAllChildren(said);
    addEventListener('pointerdown', () => said.replaceChildren(), { once: true });
  }
}

/** @param today the day of access, for citations: handed in, so that this file is one of its own */
export function startCopyMenu(today: () => string): void {
  let menu: HTMLElement | null = null;
  let owner: HTMLAnchorElement | null = null;

  const close = (refocus: boolean): void => {
    menu?.remove();
    owner?.removeAttribute('aria-expanded');
    if (refocus) owner?.focus();
    menu = owner = null;
  };

  const open = (link: HTMLAnchorElement): void => {
    close(false);
    owner = link;
    link.setAttribute('aria-expanded', 'true');
    menu = document.createElement('div');
    menu.className = 'copy';
    menu.dataset['note'] = '';
    menu.setAttribute('role', 'group');
    menu.setAttribute('aria-label', link.getAttribute('aria-label') ?? '');
    for (const { key, title, write } of CHOICES) {
      const button = document.createElement('button');
      button.type = 'button';
      const hint = document.createElement('kbd');
      hint.textContent = key;
      button.append(title, hint);
      button.addEventListener('click', () => {
        void copy(write(placeOf(link, today)));
        close(true);
      });
      menu.append(button);
    }
    document.body.append(menu);
    const box = link.getBoundingClientRect();
    menu.style.top = `${box.bottom + scrollY + 4}px`;
    menu.style.left = `${Math.min(box.left + scrollX, document.documentElement.clientWidth - menu.offsetWidth - 8)}px`;
    menu.querySelector('button')?.focus();
  };

  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.pm') : null;
    if (!link) {
      if (menu && !menu.contains(event.target as Node)) close(false);
      return;
    }
    // a modified click is the browser's: new tab, save, …
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(null, '', link.href);
    if (owner === link) close(true);
    else open(link);
  });

  addEventListener('keydown', (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === 'Escape' && menu) return close(true);
    const link =
      owner ?? (document.activeElement?.matches('a.pm') ? (document.activeElement as HTMLAnchorElement) : null);
    const choice = link && CHOICES.find(({ key }) => key === event.key.toLowerCase());
    if (!choice) {
      if (menu && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) move(menu, event);
      return;
    }
    event.preventDefault();
    void copy(choice.write(placeOf(link, today)));
    close(true);
  });
}

function move(menu: HTMLElement, event: KeyboardEvent): void {
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % buttons.length)?.focus();
  event.preventDefault();
}
