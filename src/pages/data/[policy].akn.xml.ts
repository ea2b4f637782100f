import type { APIContext, GetStaticPaths } from 'astro';
import { akomaNtosoOf } from '../../data/akoma-ntoso/document.ts';
import { loadKnowledgeBase } from '../../load/index.ts';
import type { PolicyEntry } from '../../model/knowledge-base.ts';
import { site } from '../../site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  loadKnowledgeBase().policies.map((policy) => ({ params: { policy: policy.id }, props: { policy } }));

export function GET({ props: { policy } }: APIContext<{ policy: PolicyEntry }>): Response {
  const xml = akomaNtosoOf(policy, loadKnowledgeBase(), site.name);
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
