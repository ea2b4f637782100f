import type { ContradictionEntry, KnowledgeBase, PassageEntry, PolicyEntry } from '../../model/knowledge-base.ts';
import { allTexts } from '../../model/versions.ts';
import { element, type Markup } from '../markup.ts';
import { placeOfUrl } from './places.ts';

/** The site's words for what its entries are, and the anchors of the policy's page of notes, which stay the same here. */
export interface EntryWords {
  kinds: Readonly<Record<ContradictionEntry['kind'], string>>;
  anchor: (kind: 'reading' | 'contradiction', id: string) => string;
}

interface DoubtParts {
  policy: PolicyEntry;
  kb: KnowledgeBase;
  words: EntryWords;
}

/** The last chapter of the file: how ambiguous passages may be read, and where the text contradicts itself or is silent. */
export function doubts({ policy, kb, words }: DoubtParts): Markup {
  const quote = ({ source }: PassageEntry): Markup => {
    const place = placeOfUrl(source.url, policy.id, allTexts(kb));
    return element(
      'blockquote',
      {},
      `${source.quote}（`,
      place === null ? source.label : element('a', { href: `#${place}` }, source.label),
      '）',
    );
  };
  const readings = kb.readings
    .filter((one) => one.policy === policy.id)
    .map((reading) =>
      element(
        'section',
        { id: words.anchor('reading', reading.id) },
        element('h3', {}, reading.title),
        element('p', {}, reading.question),
        ...reading.passages.map(quote),
        element(
          'dl',
          {},
          ...reading.options.flatMap(({ id, label, explanation }) => [
            element('dt', {}, `${label}${id === reading.default ? '（本站默认）' : ''}`),
            element('dd', {}, explanation),
          ]),
        ),
        element('p', { class: 'from' }, `默认的理由：${reading.why}`),
      ),
    );
  const contradictions = kb.contradictions
    .filter((one) => one.policy === policy.id)
    .map((entry) =>
      element(
        'section',
        { id: words.anchor('contradiction', entry.id) },
        element('h3', {}, `${words.kinds[entry.kind]}：${entry.title}`),
        ...entry.passages.map(quote),
        element('p', {}, entry.note),
      ),
    );
  return element(
    'section',
    { class: 'doubts', 'aria-labelledby': 'doubts' },
    element('h2', { id: 'doubts', class: 'part' }, '口径与疑义'),
    ...readings,
    ...contradictions,
  );
}
