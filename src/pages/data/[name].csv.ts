import type { APIContext, GetStaticPaths } from 'astro';
import { publications } from '../../data/index.ts';
import { loadKnowledgeBase } from '../../load/index.ts';

export const getStaticPaths: GetStaticPaths = () =>
  publications(loadKnowledgeBase()).map(({ name, csv }) => ({ params: { name }, props: { body: csv() } }));

export function GET({ props }: APIContext<{ body: string }>): Response {
  return new Response(props.body, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}
