export {};

/** On every page: `/` or Ctrl K opens the search, and an opened address may ask for words to be marked. Nothing else loads. */
const field = document.querySelector<HTMLInputElement>('[data-search-page] input[type="search"]');
const header = document.querySelector<HTMLInputElement>('[data-search-box] input');

function open(): void {
  if (field) {
    field.focus();
    field.select();
    return;
  }
  const typed = header?.value ?? '';
  void import('./dialog.ts').then(async ({ openFinder, ready }) => {
    await ready;
    openFinder(header?.value ?? typed);
    if (header) header.value = '';
  });
}

addEventListener('keydown', (event) => {
  const at = event.target as HTMLElement;
  const writing = at.isContentEditable || at.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');
  const slash = event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const control =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (event.isComposing || (!slash && !control)) return;
  event.preventDefault();
  open();
});
header?.addEventListener('pointerup', open);
header?.addEventListener('input', (event) => {
  if (!(event as InputEvent).isComposing) open();
});
header?.addEventListener('compositionend', open);

if (/[?&]highlight=/.test(location.search)) {
  void import('./mark.ts').then(({ markWords }) => {
    markWords(new URLSearchParams(location.search).getAll('highlight'));
  });
}
