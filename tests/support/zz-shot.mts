import { chromium } from '@playwright/test';
import { serveFolder } from './build-site.ts';
const [folder, ...jobs] = process.argv.slice(2);
const { server, url } = await serveFolder(folder);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
for (const job of jobs) {
  const [path, width, scheme, day, name, clip] = job.split('|');
  const page = await browser.newPage({ viewport: { width: +width, height: 900 }, colorScheme: scheme });
  if (day) await page.clock.setFixedTime(new Date(day + 'T12:00:00+08:00'));
  await page.goto(url + path);
  await page.waitForTimeout(400);
  if (clip) await page.locator(clip).first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: !clip && false });
  await page.close();
}
await browser.close(); server.close();
