import type { ClientDirective } from 'astro';
import { SIGNS } from '../islands/use-signs.ts';

/**
 * Hydrates on the first sign of use, and at once where the address holds a state to restore; `client:use="painted"` once the page has been
 * painted. In a built page the sign was already given: this very script came because of it (see island-files.ts).
 */
const use: ClientDirective = (load, options, element) => {
  let begun = false;
  let pressed = element.querySelector<HTMLButtonElement>('[data-pressed]');
  const remember = (event: Event): void => {
    pressed = event.target instanceof Element ? event.target.closest('button') : null;
  };
  // A first press is a sign of use too, and must not be lost on the way: it is pressed again once somebody listens.
  element.addEventListener('click', remember);
  const begin = async (): Promise<void> => {
    if (begun) return;
    begun = true;
    for (const sign of SIGNS) element.removeEventListener(sign, begin);
    await fetchProps(element);
    const hydrate = await load();
    await pause();
    await hydrate();
    element.removeEventListener('click', remember);
    pressed?.click();
  };
  for (const sign of SIGNS) element.addEventListener(sign, begin, { passive: true });
  if (location.search !== '' || 'woken' in element.dataset) void begin();
  else if (options.value === 'painted') requestAnimationFrame(() => setTimeout(begin));
};

/** A built page keeps its islands' props in files of their own (see island-files.ts). */
async function fetchProps(element: HTMLElement): Promise<void> {
  const address = element.dataset['props'];
  if (address === undefined) return;
  // the scripts come at the same time: `load` then finds them in the module map
  const [answer] = await Promise.all([fetch(address), runScripts(element)]);
  element.setAttribute('props', await answer.text());
}

/** React, then the island: each runs in a task of its own, so that the page answers in between. */
async function runScripts(element: HTMLElement): Promise<void> {
  for (const part of ['renderer-url', 'component-url']) {
    await import(/* @vite-ignore */ element.getAttribute(part) ?? '');
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

export default use;
