/** Waits until somebody is about to choose, or the address names a choice. */
import { CHOICE_KEY } from '../../compare/choice.ts';

const element = document.querySelector<HTMLElement>('[data-chooser]');
if (element) {
  const button = element.querySelector('button');
  const begin = (open: boolean): void => {
    if (button) button.disabled = true;
    import('../../islands/choice/start.tsx')
      .then(({ start }) => start(element, open))
      .catch(() => {
        // no network: the button can be pressed again
        if (button) button.disabled = false;
        const said = document.querySelector('[data-said]');
        if (said) said.textContent = '没有取到政策的目录，可能是网络中断。请再试一次。';
      });
  };
  button?.addEventListener('click', () => begin(true));
  if (new URLSearchParams(location.search).has(CHOICE_KEY)) begin(false);
}
