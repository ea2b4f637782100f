/** The search page loads the search once somebody is about to ask; at once where the address asks already. */
const root = document.querySelector<HTMLElement>('[data-search-page]');
const form = root?.querySelector('form');
const box = form?.querySelector('input');

let begun = false;
function begin(): void {
  if (begun || !root || !form || !box) return;
  begun = true;
  void import('./page.ts').then(({ start }) => start(root, form, box));
}

for (const sign of ['pointerenter', 'focusin', 'input']) root?.addEventListener(sign, begin, { passive: true });
if (location.search !== '' || box === document.activeElement || box?.value) begin();

export {};
