/** Says when there is no network, and registers the worker once the page has all that it needs. */
export function startOffline(): void {
  showOffline();
  addEventListener('online', showOffline);
  addEventListener('offline', showOffline);
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const idle = (work: () => void): unknown => (window.requestIdleCallback ?? setTimeout)(work);
  // a browser that keeps nothing loses nothing else
  const begin = (): unknown => idle(() => void register(navigator.serviceWorker).catch(() => undefined));
  // scripts come after the first paint, and so may come after the page's load
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}

function showOffline(): void {
  const shown = document.querySelector('.offline');
  if (navigator.onLine) shown?.remove();
  else if (!shown)
    document.querySelector('.head')?.append(
      Object.assign(document.createElement('p'), {
        className: 'offline',
        role: 'status',
        textContent: '离线：能打开的是保存过的页面',
      }),
    );
}

async function register(workers: ServiceWorkerContainer): Promise<void> {
  const registration = await workers.register(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/sw.js`);
  const offer = (): void => {
    const { waiting } = registration;
    if (waiting && workers.controller)
      void import('../offline/offer-update.client.ts').then(({ offerUpdate }) => offerUpdate(waiting));
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  if (workers.controller) return;
  // this page was here before its worker, which did not see what it fetched
  const { active } = await workers.ready;
  const tell = (): void => {
    const urls = performance.getEntriesByType('resource').map(({ name }) => name);
    const own = [location.href, ...urls].filter((url) => url.startsWith(location.origin));
    active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: own.map((url) => url.replace(/[?#].*/, '')) } });
  };
  tell();
  addEventListener('pagehide', tell);
}
