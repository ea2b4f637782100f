import type { APIContext, GetStaticPaths } from 'astro';
import { publications } from '../../data/index.ts';
import { loadKnowledgeBase } from '../../load/index.ts';

export const getStaticPaths: GetStaticPaths = () =>
  publications(loadKnowledgeBase()).flatMap(({ name, json, schema }) => [
    { params: { name }, props: { body: json() } },
    { params: { name: `${name}.schema` }, props: { body: schema() } },
  ]);

export function GET({ props }: APIContext<{ body: string }>): Response {
  return new Response(props.body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
