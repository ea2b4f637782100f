import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, browserPath } from './tests/support/browser.ts';

const PORT = Number(process.env['PORT'] ?? 4399);

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    baseURL: process.env['BASE_URL'] ?? `http://127.0.0.1:${PORT}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath: await browserPath(), args: BROWSER_ARGS },
  },
  ...(process.env['BASE_URL']
    ? {}
    : {
        webServer: {
          command: `npm run --silent preview -- --port ${PORT}`,
          url: `http://127.0.0.1:${PORT}/`,
          reuseExistingServer: false,
          timeout: 60_000,
        },
      }),
});
