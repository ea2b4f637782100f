import { eliOf } from '../../model/eli.ts';
import type { KnowledgeBase, PolicyEntry } from '../../model/knowledge-base.ts';
import type { AmendmentEntry } from '../../model/versions.ts';
import { element, type Markup } from '../markup.ts';

/** Of `references`: what the other metadata point at. */
const EDITOR = '#editor';

/** Address of the work by the naming convention of the standard; of one of its parts where it is named. */
export function workIri(policy: PolicyEntry, part?: string): string {
  return `${eliOf(policy)}${part === undefined ? '' : `/!${part}`}`;
}

/** Which text of a policy this is: since when it reads so, and what has amended it or is going to. */
export interface Expression {
  /** the day of issue, or on which the last amendment in it took effect */
  date: string;
  amendments: AmendmentEntry[];
}

export function expressionOf(policy: PolicyEntry, { nodes, amendments, day }: KnowledgeBase): Expression {
  const from = nodes
    .flatMap(({ policy: own, version }) => (own === policy.id && version ? [version] : []))
    .flatMap(({ from: begins, added, struck }) =>
      [begins, added?.from, struck?.from].filter((one) => typeof one === 'string'),
    )
    .filter((one) => one <= day);
  return {
    date: [policy.issued, ...from].sort().at(-1) ?? policy.issued,
    amendments: amendments.filter((one) => one.policy === policy.id),
  };
}

/** Address of the text of one part, "…/zho@2025-05-28/!rules"; of the whole without a part. */
export function expressionIri(policy: PolicyEntry, date: string, part?: string): string {
  return `${workIri(policy)}/zho@${date}${part === undefined ? '' : `/!${part}`}`;
}

/** `meta` of the policy or of one part. Only the policy's carries dates and names: an eId may stand but once. */
export function metaOf(policy: PolicyEntry, text: Expression, siteName: string, part?: string): Markup {
  const whole = part === undefined;
  return element(
    'meta',
    {},
    identification(policy, text, part),
    whole ? lifecycle(policy, text) : null,
    whole ? temporalData(policy) : null,
    whole ? references(policy, text, siteName) : null,
  );
}

function identification(policy: PolicyEntry, { date }: Expression, part?: string): Markup {
  const common = (iri: string, uri: string, day = date): Markup[] => [
    element('FRBRthis', { value: iri }),
    element('FRBRuri', { value: uri }),
    element('FRBRdate', { date: day, name: day === policy.issued ? 'issued' : 'amended' }),
  ];
  const issuers = policy.issuers.map((_, index) =>
    element('FRBRauthor', { href: `#issuer-${index + 1}`, as: '#author' }),
  );
  const editor = element('FRBRauthor', { href: EDITOR, as: '#editor-role' });
  const expression = expressionIri(policy, date, part);
  return element(
    'identification',
    { source: EDITOR },
    element(
      'FRBRWork',
      {},
      ...common(workIri(policy, part), workIri(policy), policy.issued),
      ...issuers,
      element('FRBRcountry', { value: 'cn' }),
      element('FRBRnumber', { value: policy.documentNumber }),
      element('FRBRname', { value: policy.title }),
      element('FRBRauthoritative', { value: 'false' }),
    ),
    element(
      'FRBRExpression',
      {},
      ...common(expression, expressionIri(policy, date)),
      editor,
      element('FRBRlanguage', { language: 'zho' }),
    ),
    element(
      'FRBRManifestation',
      {},
      ...common(`${expression}.akn`, `${expressionIri(policy, date)}.akn`),
      editor,
      element('FRBRformat', { value: 'application/akn+xml' }),
    ),
  );
}

/** The events of the text's life. The last day is one on which it still holds. */
function lifecycle({ issued, validity }: PolicyEntry, { amendments }: Expression): Markup {
  const event = (id: string, date: string, type: string, refersTo: string, source = '#original'): Markup =>
    element('eventRef', { eId: `event-${id}`, date, source, type, refersTo });
  return element(
    'lifecycle',
    { source: EDITOR },
    event('issued', issued, 'generation', '#issued'),
    validity.appliesFrom === null ? null : event('reference', validity.appliesFrom, 'generation', '#by-reference'),
    event('effective', validity.effective, 'generation', '#in-force'),
    ...amendments.map(({ node, effective }) =>
      event(`amendment-${node.node}`, effective, 'amendment', '#in-force', `#amendment-${node.node}`),
    ),
    validity.expires === null ? null : event('expires', validity.expires, 'repeal', '#in-force'),
  );
}

function temporalData({ validity }: PolicyEntry): Markup {
  const interval = (start: string, end: string | null, refersTo: string): Markup =>
    element(
      'temporalGroup',
      { eId: `period-${start}` },
      element('timeInterval', { start: `#event-${start}`, end: end === null ? null : `#event-${end}`, refersTo }),
    );
  return element(
    'temporalData',
    { source: EDITOR },
    interval('effective', validity.expires === null ? null : 'expires', '#in-force'),
    validity.appliesFrom === null ? null : interval('reference', 'effective', '#by-reference'),
  );
}

function references(policy: PolicyEntry, { amendments }: Expression, siteName: string): Markup {
  const tlc = (kind: string, eId: string, showAs: string): Markup =>
    element(`TLC${kind}`, { eId, href: `/akn/ontology/${kind.toLowerCase()}/cn/${policy.id}/${eId}`, showAs });
  return element(
    'references',
    { source: EDITOR },
    element('original', { eId: 'original', href: expressionIri(policy, policy.issued), showAs: policy.title }),
    ...amendments.map(({ node, title, issued }) =>
      element('passiveRef', {
        eId: `amendment-${node.node}`,
        href: `/akn/cn/doc/${issued}/${policy.id}-${node.node}`,
        showAs: title,
      }),
    ),
    tlc('Organization', 'editor', siteName),
    ...policy.issuers.map((issuer, index) => tlc('Organization', `issuer-${index + 1}`, issuer)),
    tlc('Role', 'author', '发布机关'),
    tlc('Role', 'editor-role', '编者'),
    tlc('Concept', 'issued', '印发'),
    tlc('Concept', 'in-force', '施行'),
    tlc('Concept', 'by-reference', '参照执行'),
  );
}
