import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import compression from 'compression';
import sirv from 'sirv';

/** Serves the built site as a static host would: compressed, with its 404 page. `npm start` and the browser tests use it. */
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

const missing = readFileSync(`${values.dir}/404.html`);
const files = sirv(values.dir, { etag: true });
const compress = compression();

const server = createServer((request, response) => {
  // the middleware is written for Express and asks no more of it than Node gives
  compress(request as never, response as never, () => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(missing);
    });
  });
});

/** The wished port, or the next free one: a second `npm start` must not fail. */
function listen(port: number, tries = 20): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || tries === 0) throw error;
    listen(port + 1, tries - 1);
  });
  server.listen(port, values.host, () => {
    server.removeAllListeners('error');
    console.log(`网站已就绪：http://${values.host}:${port}/`);
  });
}

listen(Number(values.port), process.env['CI'] || process.argv.includes('--port') ? 0 : 20);
