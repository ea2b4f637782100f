import type { Site } from './finish-files.ts';
import { closureOf } from './script-imports.ts';

const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/g;
const MANIFEST = /<link rel="manifest" href="([^"]+)"\s*\/?>/;
const PAINTED = /<astro-island\b[^>]* data-painted[^>]*>/;
const LINK = 'const link=(rel,href)=>document.head.append(Object.assign(document.createElement("link"),{rel,href}));';
/** WebKit does not tell of its idle time */
const IDLE =
  'const idle=()=>new Promise(done=>self.requestIdleCallback?requestIdleCallback(done,{timeout:200}):setTimeout(done));';
const SCRIPTS = /\b(?:component|renderer)-url="([^"]+)"/g;

/**
 * Asks for the page's scripts once its words are to be seen (`painted`, see head-script.ts), and for all that they import together with
 * them: found one after another, they would cost a phone a round trip each. An island that comes alive with its page
 * (`data-painted`, see island-files.ts) is woken then. The manifest, which only who installs the site needs, comes then too: browsers ask
 * for it before the first paint. One request a task: ten at once keep a phone busy for 60 ms; and each when there is nothing better to do, frames
 * come first.
 */
export function holdScripts(html: string, { base, imports }: Site): string {
  const own = [...html.matchAll(SCRIPT)].map(([, url = '']) => url);
  const island = PAINTED.exec(html)?.[0] ?? '';
  const wanted = [...own, ...[...island.matchAll(SCRIPTS)].map(([, url = '']) => url)];
  if (wanted.length === 0) return html;
  const all = closureOf(
    wanted.map((url) => url.slice(base.length)),
    imports,
  ).map((name) => base + name);
  const manifest = MANIFEST.exec(html)?.[1];
  const link = (rel: string, url: string): string => `()=>link(${JSON.stringify(rel)},${JSON.stringify(url)})`;
  const steps = [
    ...own.map((url) => `()=>import(${JSON.stringify(url)})`),
    ...all.filter((url) => !own.includes(url)).map((url) => link('modulepreload', url)),
    ...(island
      ? ['()=>{const{dataset}=document.querySelector("[data-painted]");dataset.woken="";import(dataset.runtime)}']
      : []),
    ...(manifest === undefined ? [] : [link('manifest', manifest)]),
  ];
  return html
    .replace(SCRIPT, '')
    .replace(MANIFEST, '')
    .replace(
      '</body>',
      () =>
        `<script>painted.then(async()=>{${LINK}${IDLE}await idle();for(const step of [${steps.join()}]){step();await idle()}})</script></body>`,
    );
}
