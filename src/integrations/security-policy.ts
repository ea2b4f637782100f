import { createHash } from 'node:crypto';

/** Scripts that run; a block of data (JSON-LD) has another type and is no concern of the policy. */
const SCRIPT = /<script(?![^>]*\ssrc=)(?![^>]*\stype="(?!module"|text\/javascript"))[^>]*>([\s\S]*?)<\/script>/g;
const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
const OWN = /<meta http-equiv="content-security-policy"/i;
const ATTRIBUTE = /\s(?:style|on[a-z]+)="/;
const CHARSET = /<meta charset="?utf-8"?\s*\/?>/i;

/**
 * A content security policy in every page, with the hashes of what stands inline in that very page and nothing more: to be called when
 * the page is otherwise finished. Astro's own (`security.csp`) also lists every script and style of the whole site, which a page served
 * from one host need not pay for. What a meta cannot say (`frame-ancestors`) stands in `public/_headers`.
 * @returns the page with its policy right after the charset
 * @throws where the page is not built as pages here are
 */
export function withPolicy(html: string, name: string): string {
  // the one file of a policy brings a stricter one: it must hold where no host sends headers
  if (OWN.test(html)) return html;
  if (!CHARSET.test(html)) throw new Error(`${name}: no <meta charset> for the security policy to stand behind`);
  // the second look costs much and is seldom needed: words like these stand in scripts
  if (ATTRIBUTE.test(html) && /<[a-z][^>]*\s(?:style|on[a-z]+)="/.test(html.replace(SCRIPT, '')))
    throw new Error(`${name}: an inline style or handler attribute, which the security policy would stop`);
  return html.replace(
    CHARSET,
    (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policyOf(html)}">`,
  );
}

function policyOf(html: string): string {
  return [
    "default-src 'self'",
    // the search's WebAssembly is compiled from bytes that it fetched from this host
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes(html, SCRIPT)].join(' '),
    ["style-src 'self'", ...hashes(html, STYLE)].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join(';');
}

function hashes(html: string, element: RegExp): string[] {
  const inline = [...html.matchAll(element)].map(([, code = '']) => code).filter((code) => code !== '');
  return [...new Set(inline)].map(hashOf);
}

/** A site has few styles and scripts that stand inline, and thousands of pages may have each of them. */
const known = new Map<string, string>();

function hashOf(code: string): string {
  const hash = known.get(code) ?? `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
  known.set(code, hash);
  return hash;
}
