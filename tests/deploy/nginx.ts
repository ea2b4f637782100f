import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';

const PROGRAM = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
  existsSync(path),
);
const BROTLI = globSync('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so')[0];

export interface Site {
  /** a folder for nginx's own files */
  work: string;
  /** what nginx serves: the built site, or the folder that holds it */
  root: string;
  /** where the built site stands below the root: "" or "/policies" */
  base: string;
  port: number;
}

/** Starts nginx with docs/deploy/nginx.conf. @throws where there is none, saying what to install */
export async function startNginx(site: Site): Promise<ChildProcess> {
  if (PROGRAM === undefined)
    throw new Error('没有 nginx。Debian：apt-get install -y nginx libnginx-mod-http-brotli-static，然后再运行');
  if (BROTLI === undefined) console.warn('没有 libnginx-mod-http-brotli-static：只测 gzip');
  mkdirSync(site.work, { recursive: true });
  const file = join(site.work, 'nginx.conf');
  writeFileSync(file, configuration(site, resolve(site.work)));
  const tested = spawnSync(PROGRAM, ['-t', '-q', '-c', resolve(file)], { encoding: 'utf8' });
  if (tested.status !== 0) throw new Error(`nginx -t: ${tested.stderr}`);
  const server = spawn(PROGRAM, ['-c', resolve(file)], { stdio: ['ignore', 'inherit', 'inherit'] });
  await answering(site.port);
  return server;
}

/** What Debian's own nginx.conf says around a site, and the site's file with its three lines set. */
function configuration({ root, base, port }: Site, work: string): string {
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(work, name)};`,
  );
  const site = set(readFileSync('docs/deploy/nginx.conf', 'utf8'), [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['root /var/www/policies;', `root ${resolve(root)};`],
    ['/var/www/policies/_redirects.map', resolve(`${root}${base}/_redirects.map`)],
    ['error_page 404 /404.html;', `error_page 404 ${base}/404.html;`],
    ...(BROTLI === undefined ? [['  brotli_static on;\n', ''] as const] : []),
  ]);
  return [
    ...(BROTLI === undefined ? [] : [`load_module ${BROTLI};`]),
    ...(userInfo().uid === 0 ? ['user root;'] : []),
    'daemon off;',
    `pid ${join(work, 'nginx.pid')};`,
    `error_log ${join(work, 'error.log')};`,
    'events {}',
    `http {\naccess_log off;\nsendfile on;\n${places.join('\n')}\n${site}\n}\n`,
  ].join('\n');
}

/** Replaces each line that must be there: the documented file and this test cannot drift apart. */
function set(text: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`docs/deploy/nginx.conf no longer says: ${from}`);
    return all.replace(from, to);
  }, text);
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const open = await new Promise<boolean>((done) => {
      const socket = createConnection(port, '127.0.0.1', () => {
        socket.end();
        done(true);
      });
      socket.once('error', () => done(false));
    });
    if (open) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nginx does not answer on ${port}`);
}
