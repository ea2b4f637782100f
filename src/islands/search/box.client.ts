export {};

/** On every page: `/` or Ctrl K opens the search, and an opened address may ask for words to be marked. Nothing else loads. */
const field = document.querySelector<HTMLInputElement>('[data-search-page] input[type="search"]');
const header = document.querySelector<HTMLInputElement>('[data-search-box] input');

/** Opens the dialog with what stands in the header's box; known once its script has come. */
let show: (() => void) | null = null;
/** where the focus was when a key asked for the dialog */
let before: Element | null = null;

function open(): void {
  if (field) {
    field.focus();
    field.select();
    return;
  }
  if (show) {
    show();
    return;
  }
  void import('./dialog.ts').then(async ({ openFinder, ready }) => {
    await ready;
    show = () => {
      const typed = header?.value ?? '';
      if (header) header.value = '';
      // the dialog gives the focus back to whatever had it
      if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
      else if (before) header?.blur();
      before = null;
      openFinder(typed);
    };
    show();
  });
}

/** Until the dialog is there, the header's box takes what is typed. */
function openByKey(): void {
  if (!field && !show && !before) {
    before = document.activeElement;
    header?.focus({ preventScroll: true });
  }
  open();
}

addEventListener('keydown', (event) => {
  const at = event.target as HTMLElement;
  const writing = at.isContentEditable || at.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');
  const slash = event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const control =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (event.isComposing || (!slash && !control)) return;
  event.preventDefault();
  openByKey();
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
