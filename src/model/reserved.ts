/**
 * Names that the site itself has among its addresses. A policy or a part that took one would stand where another page stands,
 * and an address once published never moves.
 */

/** First part of an address: no policy may have it as its id. With what it is. */
export const RESERVED_POLICIES: ReadonlyMap<string, string> = new Map([
  ...['compare', 'calculate', 'search', 'data', 'about', 'departments', 'offline', '404'].map((name) =>
    row(name, '页面'),
  ),
  // the search index, the cards of shared links, the codes on printed pages
  ...['pagefind', 'cards', 'qr'].map((name) => row(name, '文件夹')),
  // /data/index.html and /cards/site.png
  ...['index', 'site'].map((name) => row(name, '文件')),
]);

/** Second part of an address: no part of a policy may have it as its id. With what it is. */
export const RESERVED_PARTS: ReadonlyMap<string, string> = new Map([
  ['amendments', '修改文件的文件夹'],
  ['notes', '“口径与疑义”页的地址'],
  ['departments', '“责任单位”页的地址'],
]);

function row(name: string, what: string): [string, string] {
  return [name, `网站自己的${what}`];
}
