/** Lists the pages that this device keeps, by their titles: the ways on where there is no network. */
import { CACHE_PREFIX } from '../../offline/files.ts';

const list = document.querySelector('[data-kept-pages]');
if (list && 'caches' in window) void show(list);

async function show(list: Element): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!request.url.endsWith('/') || request.url.endsWith('/offline/')) continue;
      const html = (await (await cache.match(request))?.text()) ?? '';
      list.append(itemOf(request.url, /<title>([^<]*)/.exec(html)?.[1] ?? request.url));
    }
  }
}

function itemOf(url: string, title: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  item.append(link);
  return item;
}
