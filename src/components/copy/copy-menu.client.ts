/** The menu of a ¶: what can be copied, by click or by one key. Fetched when somebody comes near a ¶. */
import { shanghaiToday } from '../../domain/dates.ts';

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

function placeOf(link: HTMLAnchorElement): Place {
  const home = link.closest<HTMLElement>('[data-cite-document]');
  const { citeDocument = '', citeClause = '', citeGbt = '', citeAddress } = home?.dataset ?? {};
  const at = link.dataset['at'] ?? '';
  // of an amended clause the address that always shows the words which are copied
  const address = citeAddress ? location.origin + citeAddress + ownHash(link, home) : link.href;
  return {
    address,
    legal: `${citeDocument}${citeClause}${at}`,
    gbt: `${citeGbt.replace('{}', citeClause + at)}[${shanghaiToday(new Date())}]. ${address}.`,
    text: textAt(link.hash.slice(1)),
  };
}

/** In a continuous text an anchor begins with its clause, which has a page where it is without. */
function ownHash({ hash }: HTMLAnchorElement, home: HTMLElement | null): string {
  const prefix = `#${home?.id}-`;
  return home?.id && hash.startsWith(prefix) ? `#${hash.slice(prefix.length)}` : hash;
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

let menu: HTMLElement | null = null;
let owner: HTMLAnchorElement | null = null;

function close(refocus: boolean): void {
  menu?.remove();
  owner?.removeAttribute('aria-expanded');
  if (refocus) owner?.focus();
  menu = owner = null;
}

/** Opens the menu of a ¶, or closes it where it is open. */
export function toggleMenu(link: HTMLAnchorElement): void {
  if (owner === link) return close(true);
  close(false);
  owner = link;
  link.setAttribute('aria-expanded', 'true');
  menu = document.createElement('div');
  menu.className = 'copy';
  menu.dataset['note'] = '';
  menu.setAttribute('role', 'group');
  menu.setAttribute('aria-label', link.getAttribute('aria-label') ?? '');
  menu.append(...CHOICES.map((choice) => buttonOf(choice, link)));
  document.body.append(menu);
  const box = link.getBoundingClientRect();
  menu.style.top = `${box.bottom + scrollY + 4}px`;
  menu.style.left = `${Math.min(box.left + scrollX, document.documentElement.clientWidth - menu.offsetWidth - 8)}px`;
  menu.querySelector('button')?.focus();
}

function buttonOf({ key, title, write }: (typeof CHOICES)[number], link: HTMLAnchorElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const hint = document.createElement('kbd');
  hint.textContent = key;
  button.append(title, hint);
  button.addEventListener('click', () => {
    void copy(write(placeOf(link)));
    close(true);
  });
  return button;
}

addEventListener('pointerdown', (event) => {
  const inside = event.target instanceof Node && (menu?.contains(event.target) || owner?.contains(event.target));
  if (menu && !inside) close(false);
});

addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === 'Escape' && menu) return close(true);
  const focused = document.activeElement;
  const link = owner ?? (focused instanceof HTMLAnchorElement && focused.matches('a.pm') ? focused : null);
  const choice = link && CHOICES.find(({ key }) => key === event.key.toLowerCase());
  if (choice) {
    event.preventDefault();
    void copy(choice.write(placeOf(link)));
    close(true);
  } else if (menu && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) move(menu, event);
});

function move(menu: HTMLElement, event: KeyboardEvent): void {
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % buttons.length)?.focus();
  event.preventDefault();
}
