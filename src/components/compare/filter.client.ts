/** Filters and unfolds the matrix; what is chosen lives in the address, so that it can be sent and returned to. */
import { targetId } from '../shell/target-id.ts';

/** Topics unfolded one by one: `?open=talent,clean-room`; 展开逐项 is a field of the form. */
const OPEN_KEY = 'open';

const form = document.querySelector<HTMLFormElement>('[data-filters]');
const table = document.querySelector<HTMLTableElement>('[data-matrix]');
if (form && table) start(form, table);

function start(form: HTMLFormElement, table: HTMLTableElement): void {
  restore(form);
  const nothing = document.querySelector<HTMLElement>('[data-nothing]');
  let opened = readOpened();
  const show = (): void => {
    const chosen = new FormData(form);
    const all = chosen.has('all') || chosen.get('topic') !== '';
    let shown = 0;
    for (const body of table.tBodies) {
      const { topic = '', audiences = '', money, differs } = body.dataset;
      const fits =
        matches(chosen.get('topic'), [topic]) &&
        matches(chosen.get('audience'), audiences.split(' ')) &&
        (!chosen.has('money') || money !== undefined) &&
        (!chosen.has('differs') || differs !== undefined);
      body.hidden = !fits;
      if (fits) shown += 1;
      const unfolded = all || opened.has(topic);
      body.classList.toggle('unfolded', unfolded);
      body.querySelector('[data-unfold]')?.setAttribute('aria-expanded', String(unfolded));
    }
    table.classList.toggle('only-differs', chosen.has('differs'));
    const output = form.querySelector('[data-filtered]');
    if (output) output.textContent = `${shown} 个议题`;
    table.hidden = shown === 0;
    if (nothing) nothing.hidden = shown > 0;
  };
  const write = (): void => {
    const known = [...table.tBodies].map(({ dataset }) => dataset['topic'] ?? '').filter((id) => opened.has(id));
    history.replaceState(history.state, '', addressOf(form, known));
  };
  form.addEventListener('input', () => {
    write();
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  table.addEventListener('click', (event) => {
    const body = event.target instanceof Element && event.target.closest('[data-unfold]')?.closest('tbody');
    if (!body) return;
    const { topic = '' } = body.dataset;
    const unfolded = body.classList.toggle('unfolded');
    if (unfolded) opened.add(topic);
    else opened.delete(topic);
    write();
    body.querySelector('[data-unfold]')?.setAttribute('aria-expanded', String(unfolded));
  });
  nothing?.querySelector('button')?.addEventListener('click', () => {
    clear(form);
    write();
    show();
    // the button is gone, and with it the focus
    form.querySelector('select')?.focus();
  });
  table.addEventListener('redrawn', show);
  addEventListener('popstate', () => {
    restore(form);
    opened = readOpened();
    show();
  });
  show();
}

function matches(wanted: FormDataEntryValue | null, own: readonly string[]): boolean {
  return wanted === null || wanted === '' || own.includes(String(wanted));
}

function restore(form: HTMLFormElement): void {
  const wanted = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement) field.checked = wanted.has(field.name);
    if (field instanceof HTMLSelectElement) {
      const value = wanted.get(field.name) ?? '';
      field.value = [...field.options].some((option) => option.value === value) ? value : '';
    }
  }
}

/** A topic named by the address is what the visitor came for, too. */
function readOpened(): Set<string> {
  const listed = new URLSearchParams(location.search).get(OPEN_KEY)?.split(',') ?? [];
  return new Set([targetId(location.hash), ...listed]);
}

/** Every topic is shown again; whether they are unfolded is no filter. */
function clear(form: HTMLFormElement): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.name !== 'all') field.checked = false;
    if (field instanceof HTMLSelectElement) field.value = '';
  }
}

function addressOf(form: HTMLFormElement, opened: readonly string[]): string {
  // what is not ours stays: which policies are set side by side
  const chosen = new URLSearchParams(location.search);
  for (const field of form.elements) if ('name' in field) chosen.delete(String(field.name));
  for (const [name, value] of new FormData(form)) if (value !== '') chosen.set(name, String(value));
  chosen.delete(OPEN_KEY);
  if (opened.length > 0) chosen.set(OPEN_KEY, opened.join(','));
  const query = chosen.toString().replaceAll('%2C', ',');
  return location.pathname + (query === '' ? '' : `?${query}`) + location.hash;
}
