import type { APIRoute, GetStaticPaths } from 'astro';
import { inkFiles, type InkFile } from '../components/choice/inks.ts';
import { loadKnowledgeBase } from '../load/index.ts';

/** Inks of the policies that are not among the first. */
export const getStaticPaths: GetStaticPaths = () =>
  inkFiles(loadKnowledgeBase()).map((file) => ({ params: { file: file.name }, props: { file } }));

export const GET: APIRoute<{ file: InkFile }> = ({ props }) =>
  new Response(props.file.content, { headers: { 'content-type': 'text/css; charset=utf-8' } });
