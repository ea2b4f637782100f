import { anchorIdsOf } from './blocks.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { departmentsUrl, entryUrl, notesUrl } from './entries.ts';
import type { PolicyNode } from './node.ts';
import { lostAnchors, permalinkOf, versionsOf } from './versions.ts';

/** An address of the site, and the file of content/ that makes it; null where the site's own code does. */
export interface SiteAddress {
  /** root-relative page, with `#` and an anchor where it is one */
  address: string;
  file: string | null;
}

const PAGES = ['/', '/compare/', '/calculate/', '/search/', '/data/', '/about/', '/departments/'];
const FILES = ['/feed.xml', '/llms.txt'];
const DATA = ['policies', 'clauses', 'awards'].flatMap((name) => [`/data/${name}.json`, `/data/${name}.csv`]);

/** Every page and anchor of the site: the public contract of design.md. None of them ever changes. */
export function addressesOf(knowledgeBase: KnowledgeBase): SiteAddress[] {
  const { policies, nodes, amendments, topics, departments, readings, contradictions, glossary } = knowledgeBase;
  const entries = [
    ...readings.map(({ id, policy }) => ({ kind: 'reading' as const, id, policy })),
    ...contradictions.map(({ id, policy }) => ({ kind: 'contradiction' as const, id, policy })),
  ];
  const entriesOf = Map.groupBy(entries, ({ policy }) => policy);
  const departmentsOf = Map.groupBy(departments, ({ policy }) => policy);
  const byPart = Map.groupBy(nodes, ({ policy, part }) => `/${policy}/${part}/`);
  return [
    ...[...PAGES, ...FILES, ...DATA].map((address) => ({ address, file: null })),
    ...topics.map(({ url }) => ({ address: url, file: 'topics/topics.yaml' })),
    ...glossary.map(({ id }) => ({ address: `/about/#term-${id}`, file: 'glossary.yaml' })),
    ...policies.flatMap(({ id, url, parts }) => [
      { address: url, file: `policies/${id}/policy.yaml` },
      { address: notesUrl(id), file: readingsFile(id) },
      ...(entriesOf.get(id) ?? []).map((one) => ({ address: entryUrl(one.kind, one.id), file: readingsFile(id) })),
      { address: departmentsUrl(id), file: `policies/${id}/policy.yaml` },
      ...(departmentsOf.get(id) ?? []).map((one) => ({ address: departmentsUrl(id, one.id), file: one.file })),
      ...Object.values(policyFiles(id)).map((address) => ({ address, file: `policies/${id}/policy.yaml` })),
      ...parts.flatMap((part) => [
        { address: part.url, file: `policies/${id}/policy.yaml` },
        ...(byPart.get(part.url) ?? []).flatMap((node) =>
          nodeAddresses(node, versionsOf(node, knowledgeBase), part.url),
        ),
      ]),
      ...amendments
        .filter(({ policy }) => policy === id)
        .flatMap(({ node }) =>
          [node.url, ...node.anchors.map((anchor) => `${node.url}#${anchor.id}`)].map((address) => ({
            address,
            file: node.file,
          })),
        ),
    ]),
  ];
}

/** The picture that a shared link to a page shows: "/cards/minhang-2025/rules/6.png", the site's own "/cards/site.png". */
export function cardPath(url: string): string {
  return `/cards${url === '/' ? '/site' : url.slice(0, -1)}.png`;
}

/** A whole policy in one file: for people, and as Akoma Ntoso for machines. */
export function policyFiles(policy: string): { html: string; akomaNtoso: string } {
  return { html: `/data/${policy}.html`, akomaNtoso: `/data/${policy}.akn.xml` };
}

/** A clause's own address has the anchors of all its versions, so that none is gone by an amendment. */
function nodeAddresses(node: PolicyNode, versions: readonly PolicyNode[], partUrl: string): SiteAddress[] {
  const onPart = [`${partUrl}#${node.node}`];
  if (!node.hasPage) return onPart.map((address) => ({ address, file: node.file }));
  const anchors = [...anchorIdsOf(node.blocks), ...lostAnchors(node, versions).map(({ anchor }) => anchor)];
  return [
    ...[
      ...onPart,
      ...anchors.map((anchor) => `${partUrl}#${node.node}-${anchor}`),
      node.url,
      ...anchors.map((anchor) => `${node.url}#${anchor}`),
    ].map((address) => ({ address, file: node.file })),
    ...versions.flatMap((one) => {
      const url = permalinkOf(one);
      return [url, ...anchorIdsOf(one.blocks).map((anchor) => `${url}#${anchor}`)].map((address) => ({
        address,
        file: one.file,
      }));
    }),
  ];
}

function readingsFile(policy: string): string {
  return `policies/${policy}/readings.yaml`;
}
