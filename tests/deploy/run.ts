/** `npm run test:deploy`: the browser tests against nginx, at the root and below a path. Arguments choose files of the tests. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { startNginx } from './nginx.ts';
import { RENAMED } from './renamed.ts';

const WORK = join('.cache', 'deploy');
const BASE = '/policies';
const PORT = Number(process.env['PORT'] ?? 4398);
/** Files of the browser tests in which nginx could change nothing, and why. */
const ELSEWHERE: Record<string, string> = {
  links: 'reads the files of dist/; tests/deploy/below.spec.ts does so below a path',
  'search-large': 'answers the search’s requests itself, out of an index that no site has',
  found: 'reads files, and answers its own requests out of a build with SITE_URL',
  'whole-policy': 'opens files from a folder, without a server',
  adapt: 'measures widths, outlines and colours of pages that the others fetch from nginx',
  axe: 'looks at the same pages in print',
};

const run = (command: string, env: Record<string, string> = {}): void => {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`failed: ${command}`);
};

const asked = process.argv.slice(2);
const all = globSync('tests/e2e/*.spec.ts').filter((file) => !(basename(file, '.spec.ts') in ELSEWHERE));
const files = [...(asked.some((word) => !word.startsWith('-')) ? [] : all), ...asked];

async function served(root: string, base: string, test: string): Promise<void> {
  const server = await startNginx({ work: join(WORK, 'nginx'), root, base, port: PORT });
  try {
    run(test, { BASE_URL: `http://127.0.0.1:${PORT}${base}`, BASE_PATH: base });
  } finally {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGQUIT');
    await ended;
  }
}

if (!existsSync('dist/index.html')) run('npm run build');
await served('dist', '', `playwright test ${files.join(' ')}`);

const below = join(WORK, 'root', BASE);
rmSync(below, { recursive: true, force: true });
mkdirSync(below, { recursive: true });
// some addresses have been renamed there (tests/deploy/below.spec.ts follows them)
const content = join(WORK, 'content');
cpSync('content', content, { recursive: true });
appendFileSync(join(content, 'redirects.yaml'), RENAMED.map((one) => `- ${JSON.stringify(one)}\n`).join(''));
run(`astro build --outDir ${below}`, { BASE_PATH: BASE, CONTENT_DIR: content });
await served(join(WORK, 'root'), BASE, 'playwright test --config tests/deploy/playwright.config.ts');
