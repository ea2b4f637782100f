/** The search dialog of every page; loaded when somebody opens it. */
import { el } from './dom.ts';
import { BASE, search } from './files.ts';
import { loadSheet } from './sheet.ts';
import { SearchView, walkWithArrows } from './view.ts';

/** Settled when the dialog may be shown. */
export const ready = loadSheet();

const MOST = 8;

function build(): { dialog: HTMLDialogElement; box: HTMLInputElement } {
  const view = new SearchView(MOST);
  const box = el('input', {
    type: 'search',
    name: 'q',
    'aria-label': '检索条文',
    placeholder: '字句，或条号“细则六”',
    autocomplete: 'off',
    enterkeyhint: 'search',
  });
  const close = el('button', { type: 'button', class: 'close' }, '关闭');
  const form = el('form', { action: `${BASE}/search/`, role: 'search' }, box, close);
  const dialog = el('dialog', { class: 'finder', 'aria-label': '检索' }, form, view.element);
  walkWithArrows(box, view.element);
  box.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) void view.ask(box.value);
  });
  box.addEventListener('compositionend', () => void view.ask(box.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void view.goStraight(box.value).then((gone) => {
      if (!gone) form.submit();
    });
  });
  close.addEventListener('click', () => {
    dialog.close();
  });
  // a click beside the dialog's content is a click on the dialog itself
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  view.element.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) dialog.close();
  });
  document.body.append(dialog);
  return { dialog, box };
}

let built: ReturnType<typeof build> | null = null;

export function openFinder(typed: string): void {
  built ??= build();
  const { dialog, box } = built;
  // every character typed while this script was on its way has asked for the dialog: the first opens it, the others must not
  // select what stands in it, or the next character would replace it
  if (dialog.open && typed === '') return;
  if (!dialog.open) dialog.showModal();
  if (typed !== '') {
    box.value = typed;
    box.dispatchEvent(new InputEvent('input'));
  }
  box.focus();
  box.select();
  if (typed !== '') box.setSelectionRange(typed.length, typed.length);
  void search().catch(() => null);
}
