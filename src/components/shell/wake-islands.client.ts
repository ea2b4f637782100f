import { SIGNS } from '../../islands/use-signs.ts';

/**
 * A page that is only read loads nothing of its calculator, not even what would wait for its use: that comes here, at the first sign of
 * use, and at once where the address holds a state to restore; one that comes alive with its page starts itself. (A page of the development server has it inline.)
 */
export function wakeIslands(): void {
  for (const island of document.querySelectorAll<HTMLElement>('[data-runtime]:not([data-painted])')) {
    const begin = (): void => {
      for (const sign of SIGNS) island.removeEventListener(sign, begin);
      island.dataset['woken'] = '';
      void import(/* @vite-ignore */ island.dataset['runtime'] ?? '');
    };
    for (const sign of SIGNS) island.addEventListener(sign, begin, { passive: true });
    island.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!island.hasAttribute('ssr')) return;
      island.querySelector('[data-pressed]')?.removeAttribute('data-pressed');
      button?.setAttribute('data-pressed', '');
    });
    if (location.search !== '' || island.contains(document.activeElement)) begin();
  }
}
