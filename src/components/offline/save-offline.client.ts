/** The buttons that keep a whole policy on this device and take it off again; there only where a worker can do it. */
import { chineseDate, shanghaiToday } from '../../domain/dates.ts';
import { markOf, SAVED_CACHE, type Kept, type Message, type Progress } from '../../offline/files.ts';

const SAVE = '离线保存整部政策';
const DELETE = '删除离线副本';
const OFFER = '连同相关对照、检索和测算一起存在这台设备上，没有网络也能打开';

const place = document.querySelector<HTMLElement>('[data-save-offline]');
if (place && import.meta.env.PROD && 'serviceWorker' in navigator)
  void offer(place, place.dataset['saveOffline'] ?? '');

async function offer(place: HTMLElement, policy: string): Promise<void> {
  const save = place.querySelector<HTMLButtonElement>('[data-save]');
  const drop = place.querySelector<HTMLButtonElement>('[data-delete]');
  const said = place.querySelector('[role=status]');
  if (!save || !drop || !said) return;

  const show = (kept: Kept | null, words: string): void => {
    save.disabled = kept !== null;
    save.textContent = kept ? '已离线保存' : SAVE;
    drop.hidden = kept === null;
    drop.disabled = false;
    drop.textContent = DELETE;
    said.textContent = words;
  };
  const fail = (words: string): void => {
    save.disabled = !drop.hidden;
    drop.disabled = false;
    said.textContent = words;
  };

  save.addEventListener('click', () => {
    save.disabled = true;
    void ask({ type: 'SAVE', policy }, (progress) => {
      if ('saved' in progress) show(progress.saved, wordsOf(progress.saved));
      else if ('kept' in progress) said.textContent = `正在保存：${progress.kept} / ${progress.of}`;
      else fail('没有存下：网络中断，或设备空间不足。可以再试');
    });
  });
  drop.addEventListener('click', () => {
    // what is deleted in a lift cannot be had again there: it takes a second press
    if (drop.textContent === DELETE) {
      drop.textContent = '确定删除';
      said.textContent = '删除后要有网络才能再保存';
      return;
    }
    drop.disabled = true;
    void ask({ type: 'DELETE', policy }, (progress) => {
      if (!('deleted' in progress)) {
        fail('没有删除。可以再试');
        return;
      }
      show(null, `已从这台设备删除。${OFFER}`);
      save.focus();
    });
  });

  const kept = await keptOf(policy);
  if (kept) show(kept, wordsOf(kept));
  drop.addEventListener('blur', () => {
    if (drop.textContent !== DELETE && !drop.disabled)
      void keptOf(policy).then((one) => one && show(one, wordsOf(one)));
  });
  place.dataset['ready'] = '';
}

async function keptOf(policy: string): Promise<Kept | null> {
  const mark = await caches.match(markOf(policy), { cacheName: SAVED_CACHE });
  return mark ? ((await mark.json()) as Kept) : null;
}

function wordsOf({ at, bytes }: Kept): string {
  const day = chineseDate(shanghaiToday(new Date(at)));
  return `${day}保存，占 ${(bytes / 1e6).toFixed(1)} MB。没有网络也能打开全文、相关对照、检索和测算`;
}

async function ask(message: Message, hear: (progress: Progress) => void): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<Progress>) => hear(data);
  active?.postMessage(message, [port2]);
}
