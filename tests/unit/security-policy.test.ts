import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withPolicy } from '../../src/integrations/security-policy.ts';

const page = (inside: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${inside}</head><body></body></html>`;
const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
const policyOf = (html: string) =>
  Object.fromEntries(
    (/content-security-policy" content="([^"]*)"/.exec(withPolicy(html, 'x'))?.[1] ?? '')
      .split(';')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
  );

describe('the security policy of a page', () => {
  it.each([
    ['a script', '<script>let a = "<b>"</script>', [hash('let a = "<b>"')], []],
    ['a module', '<script type="module">a()</script>', [hash('a()')], []],
    ['the same script twice', '<script>a()</script><script>a()</script>', [hash('a()')], []],
    ['a style', '<style>a{}</style>', [], [hash('a{}')]],
    ['a file', '<script type="module" src="/a.js"></script><link rel="stylesheet" href="/a.css">', [], []],
    ['data', '<script type="application/ld+json">{"style":"no"}</script>', [], []],
  ])('knows %s', (_what, inside, scripts, styles) => {
    const policy = policyOf(page(inside));
    expect(policy['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'", ...scripts]);
    expect(policy['style-src']).toEqual(["'self'", ...styles]);
    expect(policy['default-src']).toEqual(["'self'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
  });

  it('stands before everything that it governs, within the first kilobyte with the charset', () => {
    expect(withPolicy(page('<script>a()</script>'), 'x')).toMatch(/<head><meta charset="utf-8"><meta http-equiv/);
  });

  it.each([
    ['a style attribute', '<p style="color: red">'],
    ['a handler', '<p onclick="a()">'],
  ])('refuses %s, which it would stop', (_what, inside) => {
    expect(() => withPolicy(page(inside), 'page.html')).toThrow(/page\.html/);
  });

  it('leaves a file alone that brings its own', () => {
    const own = page(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`);
    expect(withPolicy(own, 'x')).toBe(own);
  });

  it('refuses a page without a charset', () => {
    expect(() => withPolicy('<html></html>', 'page.html')).toThrow(/charset/);
  });
});
