/** What a visitor may do where nothing was found. */
import type { SearchEngine } from '../../search/engine.ts';
import type { Query } from '../../search/query.ts';
import { el, spoken } from './dom.ts';
import { BASE } from './files.ts';

/** More policies than that are a list of their own. */
const FEW = 4;

export async function waysOn(query: Query, engine: SearchEngine): Promise<HTMLElement[]> {
  const parts = await engine.partsOf(query);
  const shorter = parts.map((part) =>
    el('li', {}, el('a', { href: `${BASE}/search/?q=${encodeURIComponent(part)}` }, spoken(part))),
  );
  return [
    ...(shorter.length > 0
      ? [el('p', {}, '条文里有其中的这些词：'), el('ul', { class: 'shorter' }, ...shorter)]
      : [el('p', {}, '条文的用词可能不同，可以换个说法或更短的词，也可以从这里找：')]),
    el(
      'ul',
      { class: 'rows' },
      ...contents(engine),
      way('/compare/', '逐项对照', '同一件事，各区怎么写'),
      way('/calculate/', '测算', '填入项目，看哪些条款给钱、给多少'),
    ),
  ];
}

function contents({ catalogue: { policies } }: SearchEngine): HTMLElement[] {
  if (policies.length > FEW) return [way('/about/#sources', `全部 ${policies.length} 项政策`, '各有总目')];
  return policies.map(({ id, name }) => way(`/${id}/`, `${name} 总目`, '全部条款的标题'));
}

function way(path: string, title: string, what: string): HTMLElement {
  return el('li', {}, el('a', { href: BASE + path }, title), el('span', { class: 'what' }, what));
}
