import type { Browser } from '@playwright/test';

/** What a page costs before its visitor does anything: bytes as sent (compressed), by kind, and requests. */
export interface Weight {
  requests: number;
  bytes: number;
  script: number;
}

/** Opens a page in a fresh profile and weighs what came over the wire. @param url absolute */
export async function weighPage(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const kinds = new Map<string, string>();
  const weight: Weight = { requests: 0, bytes: 0, script: 0 };
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    // icons are fetched by the browser's own leave, not by the page
    if (/^data:|favicon|\.webmanifest/.test(response.url)) return;
    kinds.set(requestId, type);
    weight.requests += 1;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (!kind) return;
    weight.bytes += encodedDataLength;
    if (kind === 'Script') weight.script += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await context.close();
  return weight;
}
