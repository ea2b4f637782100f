import { shanghaiToday } from '../../domain/dates.ts';
import { validityWords } from '../validity/words.ts';
import { placeToday } from '../validity/axis.ts';

/** Brings what was said at build time up to the visitor's today in Shanghai. */
export function refreshToday(): void {
  const today = shanghaiToday(new Date());
  for (const element of document.querySelectorAll<HTMLElement>('[data-validity]')) {
    const { effective = '', expires, from } = element.dataset;
    const words = validityWords({ effective, expires: expires ?? null, appliesFrom: from ?? null }, today);
    setText(element.querySelector('[data-status]'), words.status);
    setText(element.querySelector('[data-detail]'), words.detail);
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-by-day]')) {
    const words = JSON.parse(element.dataset.byDay ?? '[]') as [string, string][];
    setText(element, words.findLast(([from]) => from <= today)?.[1] ?? '');
  }
  for (const element of document.querySelectorAll('[data-today]')) setText(element, today);
  for (const element of document.querySelectorAll<HTMLElement>('[data-here]'))
    setText(element, location.origin + (element.dataset.here || location.pathname));
  addEventListener('beforeprint', () => {
    for (const element of document.querySelectorAll('[data-print-address]')) setText(element, location.href);
    for (const element of document.querySelectorAll('[data-print-date]')) setText(element, today);
  });
  for (const axis of document.querySelectorAll<SVGElement>('[data-axis]')) {
    const { start = '', end = '' } = axis.dataset;
    const at = placeToday(today, start, end);
    for (const mark of axis.querySelectorAll('[data-axis-today]')) {
      for (const name of mark.tagName === 'line' ? ['x1', 'x2'] : ['x']) mark.setAttribute(name, at);
    }
  }
}

function setText(element: Element | null, text: string): void {
  // an unchanged text is left alone: nothing is announced, nothing is laid out again
  if (element && element.textContent !== text) element.textContent = text;
}
