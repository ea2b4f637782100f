import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Flags without which Chromium does not start as root, or asks hosts that no machine of ours reaches. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A browser for the tests: `CHROME_PATH`, else an installed Chrome or Chromium, else the one that npm ships.
 * The path is kept in `CHROME_PATH`, so that workers started later do not unpack it again.
 */
export async function browserPath(): Promise<string> {
  process.env['CHROME_PATH'] ||= installedBrowser() ?? (await packagedBrowser());
  return process.env['CHROME_PATH'];
}

function installedBrowser(): string | null {
  if (process.env['BROWSER_FROM_NPM']) return null;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not here: look on
      }
    }
  }
  return null;
}

async function packagedBrowser(): Promise<string> {
  // the package unpacks its own system libraries only where it believes itself in such a runtime
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= '22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  chromium.setGraphicsMode = false;
  return chromium.executablePath();
}
