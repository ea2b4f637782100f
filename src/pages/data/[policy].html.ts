import type { APIContext, GetStaticPaths } from 'astro';
import { CONTRADICTION_WORDS, entryId, notesOf } from '../../components/notes/note-index.ts';
import { noteWords } from '../../components/notes/note-words.ts';
import { bookOf } from '../../data/book/book.ts';
import { loadKnowledgeBase } from '../../load/index.ts';
import type { PolicyEntry } from '../../model/knowledge-base.ts';
import { site } from '../../site.ts';
import bookCss from '../../styles/book.css?raw';
import tokensCss from '../../styles/tokens.css?raw';

export const getStaticPaths: GetStaticPaths = () =>
  loadKnowledgeBase().policies.map((policy) => ({ params: { policy: policy.id }, props: { policy } }));

/** 单文件版: see src/data/book/. */
export function GET({ props: { policy } }: APIContext<{ policy: PolicyEntry }>): Response {
  const kb = loadKnowledgeBase();
  const book = bookOf({
    policy,
    kb,
    site,
    css: `${tokensCss}:root { --policy: light-dark(${policy.mark.light}, ${policy.mark.dark}); }\n${bookCss}`,
    notes: (node) => {
      const notes = notesOf(node, kb);
      return (anchor) => notes.at(anchor).map(noteWords);
    },
    words: { kinds: CONTRADICTION_WORDS, anchor: entryId },
  });
  return new Response(book, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
