import { shanghaiToday } from '../../domain/dates.ts';

/**
 * The menu behind ¶ comes when a ¶ is first pointed at or focused: most readers never copy. What is
 * clicked or typed before it is there is done once it is.
 */
export function awaitCopyMenu(): void {
  let loading: Promise<void> | null = null;
  const load = (): Promise<void> => (loading ??= import('./copy-menu.client.ts').then(({ startCopyMenu }) => startCopyMenu(() => shanghaiToday(new Date()))));
  const isOurs = (target: EventTarget | null): target is HTMLAnchorElement => target instanceof Element && target.closest('a.pm') !== null;

  const wake = ({ target }: Event): void => {
    if (!isOurs(target)) return;
    for (const sign of ['pointerover', 'focusin'] as const) removeEventListener(sign, wake);
    void load().then(() => {
      removeEventListener('click', repeat, true);
      removeEventListener('keydown', repeat, true);
    });
  };

  const repeat = (event: MouseEvent | KeyboardEvent): void => {
    const { target } = event;
    if (!isOurs(target) || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (event instanceof KeyboardEvent && !/^[a-z]$/i.test(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const again = event instanceof KeyboardEvent ? new KeyboardEvent('keydown', event) : new MouseEvent('click', { bubbles: true, cancelable: true });
    void load().then(() => setTimeout(() => target.dispatchEvent(again)));
  };

  addEventListener('pointerover', wake, { passive: true });
  addEventListener('focusin', wake);
  addEventListener('click', repeat, true);
  addEventListener('keydown', repeat, true);
}
