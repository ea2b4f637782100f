/** The button that keeps a whole policy on this device; there only where a worker can do it. */
import { markOf, SAVED_CACHE, type Message, type Progress } from '../../offline/files.ts';

const place = document.querySelector<HTMLElement>('[data-save-offline]');
if (place && import.meta.env.PROD && 'serviceWorker' in navigator)
  void offer(place, place.dataset['saveOffline'] ?? '');

async function offer(place: HTMLElement, policy: string): Promise<void> {
  const button = place.querySelector('button');
  const said = place.querySelector('[role=status]');
  if (!button || !said) return;
  const say = (words: string): void => {
    said.textContent = words;
  };
  const done = (): void => {
    button.disabled = true;
    button.textContent = '已离线保存';
    say('没有网络也能打开全文、检索和测算');
  };
  button.addEventListener('click', () => {
    button.disabled = true;
    void save(policy, (progress) => {
      if ('failed' in progress) {
        button.disabled = false;
        say('没有存下：网络中断，或设备空间不足。可以再试');
      } else if (progress.kept === progress.of) done();
      else say(`正在保存：${progress.kept} / ${progress.of}`);
    });
  });
  place.dataset['ready'] = '';
  if (await caches.match(markOf(policy), { cacheName: SAVED_CACHE })) done();
}

async function save(policy: string, hear: (progress: Progress) => void): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<Progress>) => hear(data);
  active?.postMessage({ type: 'SAVE', policy } satisfies Message, [port2]);
}
