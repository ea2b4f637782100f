import type { Page } from '@playwright/test';

/**
 * Everything that a page complains of, breaches of its security policy among it, and every request to another host.
 * @param own where the site stands
 */
export function collectFaults(page: Page, own: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // the browser itself reports the 404 that the missing page is
    if (!/status of 404/.test(message.text())) faults.push(`${page.url()}: ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(own))
      faults.push(`${page.url()}: asks ${request.url()}`);
  });
  return faults;
}
