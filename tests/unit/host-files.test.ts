import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headersFor, parseHeaders } from '../../src/cli/host-headers.ts';
import { parseRedirects } from '../../src/cli/host-redirects.ts';
import { writeHostFiles } from '../../src/integrations/host-files.ts';
import { withPolicy } from '../../src/integrations/security-policy.ts';
import { planRedirects, redirectOf } from '../../src/model/redirects.ts';

describe('_headers', () => {
  const rules = parseHeaders(
    '# a remark\n/*\n  A: 1\n\n/_astro/*\n  B: max-age=1, immutable\n/x.y\n  A: 2\n/*/\n  C: 3\n',
  );
  it.each([
    ['/', { A: '1' }],
    ['/a/b/', { A: '1', C: '3' }],
    ['/a', { A: '1' }],
    ['/_astro/a.js', { A: '1', B: 'max-age=1, immutable' }],
    ['/sub/_astro/a.js', { A: '1' }],
    // as hosts do: a header given twice is joined
    ['/x.y', { A: '1, 2' }],
    ['/xzy', { A: '1' }],
  ])('for %s', (path, expected) => {
    expect(Object.fromEntries(headersFor(rules, path))).toEqual(expected);
  });

  it.each(['  A: 1\n', '/a\n  nonsense\n'])('%j is refused', (text) => {
    expect(() => parseHeaders(text)).toThrow(/_headers:/);
  });

  it('of the site never say one header twice about a file', () => {
    const site = parseHeaders(readFileSync('public/_headers', 'utf8'));
    for (const path of [
      '/',
      '/about/',
      '/404.html',
      '/_astro/a.js',
      '/pagefind/catalogue.bin',
      '/data/',
      '/data/a.csv',
    ])
      for (const name of ['Cache-Control', 'Content-Type'])
        expect(site.filter((rule) => headersFor([rule], path).has(name)).length, `${path} ${name}`).toBeLessThanOrEqual(
          1,
        );
  });
});

describe('redirects', () => {
  const redirects = [
    { from: '/old/', to: '/new/' },
    { from: '/old/#p2', to: '/new/#p3' },
    { from: '/kept/#a', to: '/kept/#b' },
    { from: '/old/#same', to: '/new/#same' },
    { from: '/kept/#named', to: '/new/#p1' },
    { from: '/part/', to: '/whole/#part' },
  ];
  it.each([
    ['/old/', '/new/'],
    ['/old/#p2', '/new/#p3'],
    ['/old/#p1', '/new/#p1'],
    ['/kept/#a', '/kept/#b'],
    ['/kept/#b', null],
    ['/kept/', null],
    // an anchor cannot stand on an anchor
    ['/part/#p1', null],
  ])('%s leads to %s', (from, to) => expect(redirectOf(redirects, from)).toBe(to));

  it('are written where a visitor arrives', () => {
    const { pages, anchors } = planRedirects(redirects);
    expect(pages).toEqual([redirects[0], redirects[5]]);
    expect([...anchors]).toEqual([
      ['/new/', [{ id: 'p2', to: '/new/#p3' }]],
      [
        '/kept/',
        [
          { id: 'a', to: '/kept/#b' },
          { id: 'named', to: '/new/#p1' },
        ],
      ],
    ]);
  });

  it('are pages, lines for hosts and links where anchors stood', () => {
    const root = mkdtempSync(join(tmpdir(), 'host-files-'));
    for (const page of ['new', 'kept']) {
      mkdirSync(join(root, page));
      writeFileSync(join(root, page, 'index.html'), '<main><p id="b"></p><p id="named"></p></main>');
    }
    writeFileSync(join(root, '_headers'), '/*\n  A: /1\n/\n  B: 2\n');
    writeHostFiles(root, '/sub', redirects);
    const read = (file: string) => readFileSync(join(root, file), 'utf8');
    expect(read('_headers')).toBe('/sub/*\n  A: /1\n/sub/\n  B: 2\n');
    expect(read('_redirects')).toBe('/sub/old/ /sub/new/ 301\n/sub/part/ /sub/whole/#part 301\n');
    expect(read('_redirects.map')).toBe('/sub/old/ /sub/new/;\n/sub/part/ /sub/whole/#part;\n');
    expect(read('old/index.html')).toContain('<meta http-equiv="refresh" content="0;url=/sub/new/">');
    expect(withPolicy(read('old/index.html'), 'old')).toContain("script-src 'self'");
    expect(read('kept/index.html')).toMatch(/<a class="moved" id="a" href="\/sub\/kept\/#b">[^<]+<\/a><\/main>/);
    // the page itself has that anchor
    expect(read('kept/index.html').match(/id="named"/g)?.length).toBe(1);
    expect(() => writeHostFiles(root, '/sub', redirects)).toThrow('/old/');
    rmSync(root, { recursive: true });
  });

  it('are read back as they were written', () => {
    expect([...parseRedirects('# remark\n/a/ /b/ 301\n\n/c/ /d/\n')]).toEqual([
      ['/a/', '/b/'],
      ['/c/', '/d/'],
    ]);
  });
});

describe('the preview server', () => {
  /** As sent, which neither fetch nor a browser would leave alone. */
  const statusOf = (port: number, path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request({ port, path, host: '127.0.0.1' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  const freePort = (): Promise<number> =>
    new Promise((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo;
        probe.close(() => resolve(port));
      });
    });

  it('answers 400 to what is no address, and goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serve-'));
    writeFileSync(join(folder, 'index.html'), '');
    const port = await freePort();
    const server = spawn(process.execPath, ['src/cli/serve.ts', '--dir', folder, '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await new Promise((ready, fail) => {
        server.stdout.once('data', ready);
        server.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
      });
      for (const path of ['//', '//[', '//%']) expect(await statusOf(port, path), path).toBe(400);
      expect(await statusOf(port, '/')).toBe(200);
    } finally {
      server.removeAllListeners('exit');
      server.kill();
      rmSync(folder, { recursive: true });
    }
  });
});
