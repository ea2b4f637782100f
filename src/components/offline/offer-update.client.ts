import type { Message } from '../../offline/files.ts';

/** Offers the new build and takes it only when asked: nobody's page changes under their hands. */
export function offerUpdate(waiting: ServiceWorker): void {
  if (document.querySelector('.update')) return;
  const bar = document.createElement('div');
  bar.className = 'update';
  bar.setAttribute('role', 'status');
  bar.append(
    '本站内容已更新。',
    button('换用新版', () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage({ type: 'SKIP_WAITING' } satisfies Message);
    }),
    button('以后再说', () => bar.remove()),
  );
  document.body.append(bar);
}

function button(words: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.addEventListener('click', press);
  return element;
}
