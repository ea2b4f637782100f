import type { DraftPreview } from '../../model/drafts.ts';
import type { PartEntry, PolicyEntry } from '../../model/knowledge-base.ts';
import type { PolicyNode } from '../../model/node.ts';

/** A page of a draft: its contents, one of its parts, or one of its nodes. */
export interface DraftPage {
  policy: PolicyEntry;
  part: PartEntry | null;
  /** those whose text the page shows; all of the policy's on its contents page, which shows none */
  nodes: PolicyNode[];
  /** the page shows one node alone */
  single: boolean;
  /** what is left to do on it, a line each */
  todo: string[];
}

/** Every page of every draft, at the address that it is going to have. */
export function draftPages(preview: DraftPreview | null): { params: { draft: string }; props: DraftPage }[] {
  if (!preview) return [];
  const { knowledgeBase, drafts, todo } = preview;
  const path = (url: string): { draft: string } => ({ draft: url.replace(/^\/|\/$/g, '') });
  return knowledgeBase.policies
    .filter(({ id }) => drafts.includes(id))
    .flatMap((policy) => {
      const nodes = knowledgeBase.nodes.filter((node) => node.policy === policy.id);
      const own = todo.filter(({ file }) => file.startsWith(`policies/${policy.id}/`));
      const about = (shown: readonly PolicyNode[]): string[] =>
        own.filter(({ file }) => shown.some((node) => node.file === file)).map(({ words }) => words);
      return [
        {
          params: path(policy.url),
          props: { policy, part: null, nodes, single: false, todo: own.map(({ words }) => words) },
        },
        ...policy.parts.flatMap((part) => {
          const shown = nodes.filter((node) => node.part === part.id);
          const common = { policy, part };
          return [
            { params: path(part.url), props: { ...common, nodes: shown, single: false, todo: about(shown) } },
            ...shown
              .filter(({ hasPage }) => hasPage)
              .map((node) => ({
                params: path(node.url),
                props: { ...common, nodes: [node], single: true, todo: about([node]) },
              })),
          ];
        }),
      ];
    });
}
