import { departmentsUrl, notesUrl } from './entries.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { versionsOf } from './versions.ts';

/** A page that search engines are told of. */
export interface SitePage {
  /** root-relative */
  url: string;
  /** files and folders (with `/`) below content/ that its words come from */
  sources: string[];
  /** ids of the policies that it shows */
  policies: string[];
}

const OVER_ALL = ['/', '/compare/', '/calculate/', '/search/', '/data/'];
const OF_POLICIES = ['policies/', 'matters/', 'topics/'];

/** Every page of the site with what it is made of, in the order of the addresses. */
export function sitePages(knowledgeBase: KnowledgeBase): SitePage[] {
  const { policies, nodes, otherVersions, amendments, topics } = knowledgeBase;
  const all = policies.map(({ id }) => id);
  const fileOf = new Map(nodes.map(({ id, file }) => [id, file]));
  const nodesOf = Map.groupBy([...nodes, ...otherVersions], ({ policy }) => policy);
  const policyFile = (id: string): string => `policies/${id}/policy.yaml`;
  const readingsFile = (id: string): string => `policies/${id}/readings.yaml`;
  return [
    ...OVER_ALL.map((url) => ({ url, sources: OF_POLICIES, policies: all })),
    { url: '/about/', sources: [...all.map(readingsFile), 'glossary.yaml', 'changes.yaml'], policies: all },
    { url: '/departments/', sources: ['departments.yaml', 'policies/'], policies: all },
    ...topics.map(({ url, clauses }) => ({
      url,
      sources: [
        'topics/',
        'matters/',
        ...all.map(policyFile),
        ...clauses.flatMap((side) => side.nodes.flatMap((id) => fileOf.get(id) ?? [])),
      ],
      policies: all,
    })),
    ...policies.flatMap(({ id, url, parts }) => [
      { url, sources: [`policies/${id}/`], policies: [id] },
      { url: notesUrl(id), sources: [readingsFile(id), policyFile(id)], policies: [id] },
      { url: departmentsUrl(id), sources: ['departments.yaml', `policies/${id}/`], policies: [id] },
      ...parts.map((part) => ({
        url: part.url,
        sources: [policyFile(id), ...part.nodes.flatMap((node) => fileOf.get(node) ?? [])],
        policies: [id],
      })),
      // of versions the one in force is told by the clause's own address
      ...(nodesOf.get(id) ?? [])
        .filter((node) => node.hasPage)
        .map((node) => ({
          url: node.url,
          sources: [
            node.file,
            policyFile(id),
            ...(node.readings.length + node.contradictions.length > 0 ? [readingsFile(id)] : []),
            ...versionsOf(node, knowledgeBase).map(({ file }) => file),
          ],
          policies: [id],
        })),
      ...amendments
        .filter(({ policy }) => policy === id)
        .map(({ url, node }) => ({ url, sources: [node.file.replace(/[^/]+$/, '')], policies: [id] })),
    ]),
  ];
}
