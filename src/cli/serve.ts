import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { headersFor, parseHeaders } from './host-headers.ts';
import { parseRedirects } from './host-redirects.ts';

/**
 * Serves the built site as a static host would: the files compressed by the build, with the headers of `_headers`, the
 * redirects of `_redirects` and the 404 page, below BASE_PATH where one is set. `npm start` and the browser tests use it.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4321' },
    host: { type: 'string', default: '127.0.0.1' },
    dir: { type: 'string', default: 'dist' },
  },
});

if (!existsSync(`${values.dir}/index.html`)) {
  console.error(`${values.dir}/ 里没有网站：先运行 npm run build`);
  process.exit(2);
}

const read = (name: string): string =>
  existsSync(`${values.dir}/${name}`) ? readFileSync(`${values.dir}/${name}`, 'utf8') : '';
const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');
const rules = parseHeaders(read('_headers'));
const redirects = parseRedirects(read('_redirects'));
const missing = read('404.html');
const files = sirv(values.dir, { etag: true, brotli: true, gzip: true });
/** Read by hosts, never sent. */
const OWN = ['/_headers', '/_redirects', '/_redirects.map'];

const server = createServer((request, response) => {
  const url = URL.parse(request.url ?? '/', 'http://site');
  // `GET //` names no address: one such request must not end the server
  if (!url) {
    response.writeHead(400);
    response.end();
    return;
  }
  const { pathname, search } = url;
  for (const [name, value] of headersFor(rules, pathname)) response.setHeader(name, value);
  const moved = redirects.get(pathname) ?? (pathname === base.slice(0, -1) ? base : undefined);
  if (moved !== undefined) {
    response.writeHead(301, { Location: moved + search });
    response.end();
    return;
  }
  const notFound = (): void => {
    response.removeHeader('Content-Type');
    response.removeHeader('Cache-Control');
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
    response.end(missing);
  };
  const inside = `/${pathname.slice(base.length)}`;
  if (!pathname.startsWith(base) || OWN.includes(inside)) {
    notFound();
    return;
  }
  request.url = inside + search;
  files(request, response, notFound);
});

/** The wished port, or the next free one: a second `npm start` must not fail. */
function listen(port: number, tries = 20): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || tries === 0) throw error;
    listen(port + 1, tries - 1);
  });
  server.listen(port, values.host, () => {
    server.removeAllListeners('error');
    console.log(`网站已就绪：http://${values.host}:${port}${base}`);
  });
}

listen(Number(values.port), process.env['CI'] || process.argv.includes('--port') ? 0 : 20);
