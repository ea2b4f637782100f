import type { Fault } from '../../load/fault.ts';
import type { ContentFiles } from '../../load/files.ts';
import { addressesOf, type SiteAddress } from '../../model/addresses.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { allTexts } from '../../model/versions.ts';
import { redirectOf } from '../../model/redirects.ts';
import type { Locate } from './locate.ts';

export const ADDRESSES = 'addresses.txt';
const REDIRECTS = 'redirects.yaml';

/** content/addresses.txt is the site's addresses and those that it redirects; nothing once published is gone. */
export function checkAddresses(
  knowledgeBase: KnowledgeBase,
  files: ContentFiles,
  everPublished: readonly string[],
  locate: Locate,
): Fault[] {
  const lines = linesOf(files);
  const made = addressesOf(knowledgeBase);
  const site = new Map(made.map(({ address, file }) => [address, file]));
  const renamed = knowledgeBase.redirects.map(({ from }) => from);
  const redirected = (address: string) => leadsOn(address, knowledgeBase, site);
  const first = new Map([...lines].reverse().map(({ address, line }) => [address, line]));
  const missing = (address: string) => !first.has(address);
  return [
    ...lines.flatMap(({ address, line }): Fault[] => {
      if (first.get(address) !== line) return [tell(line, `${address} 写了两次`, '删去一行')];
      if (site.has(address) || redirected(address)) return [];
      return [
        tell(
          line,
          `站上没有 ${address}`,
          `已公布的地址不能消失：恢复 ${homeOf(address, knowledgeBase)}，或在 redirects.yaml 写明改到哪里`,
        ),
      ];
    }),
    ...unlisted(
      [...site].filter(([address]) => missing(address)),
      knowledgeBase.policies.map(({ id }) => id),
      lines.length + 1,
    ),
    ...renamed
      .filter(missing)
      .map((address) =>
        tell(lines.length + 1, `缺少改名前的地址 ${address}（来自 redirects.yaml）`, '运行 npm run addresses'),
      ),
    ...everPublished
      .filter((address) => missing(address) && !site.has(address) && !redirected(address))
      .map((address) =>
        tell(
          lines.length + 1,
          `${address} 曾经公布（见 git 历史），现在没有了`,
          `恢复 ${homeOf(address, knowledgeBase)}，或在 redirects.yaml 写明改到哪里`,
        ),
      ),
    ...madeTwice(made),
    ...checkRedirects(knowledgeBase, site, locate),
  ];
}

/**
 * One address of two files: one of the two pages would never be seen. Within one file the load finds what is there twice. Two files
 * that share a page share its anchors too: the first address says it.
 */
function madeTwice(made: readonly SiteAddress[]): Fault[] {
  const makers = new Map<string, string | null>();
  const told = new Set<string>();
  return made.flatMap(({ address, file }): Fault[] => {
    const other = makers.get(address);
    if (other === undefined) makers.set(address, file);
    if (other === undefined || other === file) return [];
    const [own, against] = file === null ? [other ?? '', file] : [file, other];
    if (told.has(`${own} ${against}`)) return [];
    told.add(`${own} ${against}`);
    return [
      {
        file: own,
        line: 1,
        field: '地址',
        problem: `${address} 已是${against === null ? '网站自己的页面' : ` ${against} `}的地址`,
        remedy: '两者之中还没有公布的那个换一个 id（条款换 node）',
      },
    ];
  });
}

/** Addresses named of those that one policy lacks. */
const NAMED = 3;

/**
 * A new policy lacks all of its addresses at once: one fault for each policy, and for each file that belongs to none. Where all
 * that a policy lacks comes from one file, that file is named.
 */
function unlisted(
  lacking: readonly [address: string, file: string | null][],
  policies: readonly string[],
  line: number,
): Fault[] {
  const home = (address: string, file: string | null): string => {
    const policy = policies.find((id) => address.startsWith(`/${id}/`) || address.startsWith(`/data/${id}.`));
    return policy === undefined ? (file ?? '') : `policies/${policy}/`;
  };
  return [...Map.groupBy(lacking, ([address, file]) => home(address, file))].map(([from, all]) => {
    const named = all.slice(0, NAMED).map(([address]) => address);
    const [only, ...others] = new Set(all.map(([, file]) => file ?? ''));
    const file = only !== undefined && others.length === 0 ? only : from;
    const words = all.length <= NAMED ? named.join('、') : `${all.length} 个：${named.join('、')} 等`;
    return tell(
      line,
      `缺少站上的地址 ${words}${file === '' ? '' : `（来自 ${file}）`}`,
      '核对无误后运行 npm run addresses，它会写上所有新地址',
    );
  });
}

/** Redirected by a line of its own, or an anchor that the renamed page still has. */
function leadsOn(address: string, { redirects }: KnowledgeBase, site: ReadonlyMap<string, unknown>): boolean {
  const to = redirectOf(redirects, address);
  return to !== null && (redirects.some(({ from }) => from === address) || site.has(to));
}

function checkRedirects({ redirects }: KnowledgeBase, site: ReadonlyMap<string, unknown>, locate: Locate): Fault[] {
  const seen = new Set<string>();
  return redirects.flatMap(({ from, to, path }): Fault[] => {
    const report = (key: string, problem: string, remedy: string): Fault[] => {
      const field = path.length > 1 ? path : [...path, key];
      return [{ file: REDIRECTS, line: locate(REDIRECTS, field), field: field.join('.'), problem, remedy }];
    };
    if (site.has(from)) return report('from', `${from} 仍在站上`, '删去这一条');
    if (seen.has(from)) return report('from', `${from} 写了两次`, '一个旧地址只留一条');
    seen.add(from);
    return site.has(to) ? [] : report('to', `站上没有 ${to}`, '写现有的地址');
  });
}

/** Every page and anchor ever published, root-relative. */
export function listedAddresses(files: ContentFiles): string[] {
  return linesOf(files).map(({ address }) => address);
}

function linesOf(files: ContentFiles): { address: string; line: number }[] {
  return (files.get(ADDRESSES) ?? '')
    .split('\n')
    .flatMap((address, index) => (address === '' ? [] : [{ address, line: index + 1 }]));
}

function tell(line: number, problem: string, remedy: string): Fault {
  return { file: ADDRESSES, line, field: '地址', problem, remedy };
}

/** The file of content/ that an address came from, as far as its form tells. */
function homeOf(address: string, knowledgeBase: KnowledgeBase): string {
  const { policies } = knowledgeBase;
  const nodes = allTexts(knowledgeBase);
  const [page = '', anchor = ''] = address.split('#');
  const owner = policies.find(
    ({ id }) => anchor.startsWith(`reading-${id}-`) || anchor.startsWith(`contradiction-${id}-`),
  );
  if (owner) return `policies/${owner.id}/readings.yaml`;
  const known: [RegExp, string][] = [
    [/^\/compare\/.+/, 'topics/topics.yaml'],
    [/^(\/[^/]+)?\/departments\/#/, 'departments.yaml'],
    [/^\/about\/#term-/, 'glossary.yaml'],
  ];
  const fixed = known.find(([form]) => form.test(address));
  if (fixed) return fixed[1];
  const [, policy = '', part = '', name, version] = page.split('/');
  const exact = nodes.find((one) => one.version !== null && one.version.url === page);
  if (exact) return exact.file;
  if (version) return `policies/${policy}/${part} 里“${name}”的 ${version} 文件`;
  const id = name || anchor;
  // of "supplementary" and "supplementary-2" the longer name is meant
  const [node] = nodes
    .filter((one) => one.policy === policy && one.part === part && (one.node === id || id.startsWith(`${one.node}-`)))
    .sort((a, b) => b.node.length - a.node.length);
  return node ? node.file : `policies/${policy}/${part} 里的“${id}”`;
}
