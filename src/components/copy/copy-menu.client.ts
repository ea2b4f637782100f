/** ¶: a click copies the address and opens a menu of the rest, each by click or by one key. Fetched when somebody comes near one. */
import { shanghaiToday } from '../../domain/dates.ts';

/** What can be copied from a ¶, with the key that copies it while the focus is on the ¶ or in its menu. */
const ADDRESS = { key: 'c', title: '复制链接', write: (place: Place) => place.address };
const CHOICES = [
  ADDRESS,
  { key: 'l', title: '复制引用（法律文书）', write: (place: Place) => place.legal },
  { key: 'g', title: '复制引用（GB/T 7714）', write: (place: Place) => place.gbt },
  { key: 'q', title: '复制原文和引用', write: (place: Place) => `“${place.text}”（${place.legal}，${place.address}）` },
];

type Choice = (typeof CHOICES)[number];

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

/** Elements after which another line or cell begins. */
const BREAKS = 'br, caption, th, td, p, h1, h2, h3, h4, h5, h6';

function textAt(id: string): string {
  const copy = document.getElementById(id)?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const ours of copy.querySelectorAll('[data-note]')) ours.remove();
  // what stands apart on the page has no space of its own between
  for (const end of copy.querySelectorAll(BREAKS)) end.after(' ');
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

let silence: ReturnType<typeof setTimeout> | undefined;

async function copy({ title, write }: Choice, link: HTMLAnchorElement): Promise<void> {
  const said = document.querySelector('[data-said]');
  const text = write(placeOf(link));
  try {
    await navigator.clipboard.writeText(text);
    clearTimeout(silence);
    if (said) said.textContent = `已${title}`;
    silence = setTimeout(() => said?.replaceChildren(), 4000);
  } catch {
    clearTimeout(silence);
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

/** Copies the address of a ¶ and opens its menu for the rest, or closes it where it is open. */
export function press(link: HTMLAnchorElement): void {
  if (owner === link) return close(true);
  close(false);
  void copy(ADDRESS, link);
  open(link);
}

function open(link: HTMLAnchorElement): void {
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
  menu.scrollIntoView({ block: 'nearest' });
  menu.querySelector('button')?.focus({ preventScroll: true });
}

/** @returns whether it is the open menu, something in it, or its ¶ */
function belongs(target: EventTarget | null): boolean {
  return target instanceof Node && Boolean(menu?.contains(target) || owner?.contains(target));
}

function buttonOf(choice: Choice, link: HTMLAnchorElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const hint = document.createElement('kbd');
  hint.textContent = choice.key;
  button.append(choice.title, hint);
  button.addEventListener('click', () => {
    void copy(choice, link);
    close(true);
  });
  return button;
}

addEventListener('pointerdown', (event) => {
  if (menu && !belongs(event.target)) close(false);
});

addEventListener('focusout', ({ target, relatedTarget }) => {
  // null where the window loses the focus, or a browser gives none to what is clicked: then the menu stays
  if (relatedTarget && belongs(target) && !belongs(relatedTarget)) close(false);
});

addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === 'Escape' && menu) return close(true);
  const focused = document.activeElement;
  const inside = belongs(focused);
  if (menu && inside && event.key === 'Tab') return leaveByTab(menu, event);
  const link = inside ? owner : focused instanceof HTMLAnchorElement && focused.matches('a.pm') ? focused : null;
  const choice = link && CHOICES.find(({ key }) => key === event.key.toLowerCase());
  if (choice) {
    event.preventDefault();
    void copy(choice, link);
    close(true);
  } else if (menu && inside && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) move(menu, event);
});

/** The menu stands at the end of the page: Tab goes on from its ¶, and back to it. */
function leaveByTab(menu: HTMLElement, event: KeyboardEvent): void {
  const edge = event.shiftKey ? menu.firstElementChild : menu.lastElementChild;
  if (document.activeElement !== edge) return;
  if (event.shiftKey) event.preventDefault();
  close(true);
}

function move(menu: HTMLElement, event: KeyboardEvent): void {
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % buttons.length)?.focus();
  event.preventDefault();
}
