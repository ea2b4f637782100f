import { globSync, readFileSync } from 'node:fs';

/** A built site as its files are: pages by address, and everything else. */
export class BuiltSite {
  readonly pages: ReadonlyMap<string, string>;
  readonly #files: ReadonlySet<string>;
  readonly #ids: ReadonlyMap<string, ReadonlySet<string>>;

  /** @param base where the site stands: "" or "/policies" */
  constructor(root: string, base = '') {
    const files = globSync('**/*', { cwd: root, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
    const addressOf = (file: string): string => base + file.slice(file.indexOf(root) + root.length);
    this.#files = new Set(files.map(addressOf));
    this.pages = new Map(
      files
        .filter((file) => file.endsWith('.html'))
        .map((file) => [addressOf(file).replace(/index\.html$/, ''), readFileSync(file, 'utf8')]),
    );
    this.#ids = new Map([...this.pages].map(([url, html]) => [url, new Set(idsOf(html))]));
  }

  /** A page, a file, or an anchor that stands on its page. @param address root-relative */
  has(address: string): boolean {
    const target = new URL(address, 'http://site');
    const path = decodeURIComponent(target.pathname);
    if (!this.pages.has(path)) return this.#files.has(path);
    // what follows ":~:" is for the browser
    const anchor = decodeURIComponent(target.hash.slice(1)).split(':~:')[0] ?? '';
    return anchor === '' || (this.#ids.get(path)?.has(anchor) ?? false);
  }

  /** Every address in every page that leads nowhere: links, scripts, styles, images, what islands fetch. */
  broken(): string[] {
    return [...this.pages].flatMap(([url, html]) =>
      addressesIn(html)
        .filter((address) => !/^(?:[a-z]+:)/.test(address))
        .filter((address) => !this.has(new URL(address, `http://site${url}`).href.slice('http://site'.length)))
        .map((address) => `${url} → ${address}`),
    );
  }
}

export function idsOf(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
}

function addressesIn(html: string): string[] {
  const attributes = /\s(?:href|src|action|component-url|renderer-url|data-props|data-runtime)="([^"]+)"/g;
  return [...html.matchAll(attributes)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
}
