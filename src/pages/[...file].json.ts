import type { APIRoute, GetStaticPaths } from 'astro';
import { choiceFiles, type ChoiceFile } from '../components/choice/files.ts';
import { loadKnowledgeBase } from '../load/index.ts';

/** What a browser fetches when its visitor chooses which policies to set side by side. With two policies: nothing. */
export const getStaticPaths: GetStaticPaths = () =>
  (choiceFiles(loadKnowledgeBase())?.all ?? []).map((file) => ({ params: { file: file.name }, props: { file } }));

export const GET: APIRoute<{ file: ChoiceFile }> = ({ props }) =>
  new Response(props.file.content, { headers: { 'content-type': 'application/json; charset=utf-8' } });
