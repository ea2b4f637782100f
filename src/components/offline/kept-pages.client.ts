/** Lists the pages that this device keeps, by their titles: the ways on where there is no network. */
import { CACHE_PREFIX } from '../../offline/files.ts';

const list = document.querySelector('[data-kept-pages]');
if (list && 'caches' in window) void show(list);

async function show(list: Element): Promise<void> {
  const pages = new Map<string, string>();
  for (const name of (await caches.keys()).filter((one) => one.startsWith(CACHE_PREFIX))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!request.url.endsWith('/') || request.url.endsWith('/offline/')) continue;
      pages.set(request.url, titleIn((await (await cache.match(request))?.text()) ?? ''));
    }
  }
  const order = new Intl.Collator('en', { numeric: true });
  const sorted = [...pages].sort(([a], [b]) => order.compare(a, b));
  list.append(...sorted.map(([url, title]) => itemOf(url, title)));
}

/** Only the title is parsed: a parsed page's styles would be held against this page's security policy, and complained of. */
function titleIn(html: string): string {
  const [title = ''] = /<title>.*?<\/title>/s.exec(html) ?? [];
  return new DOMParser().parseFromString(title, 'text/html').title.replace(/ · [^·]*$/, '');
}

function itemOf(url: string, title: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  item.append(link);
  return item;
}
