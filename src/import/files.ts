import { stringify } from 'yaml';
import type { ImportedNode } from './nodes.ts';
import type { ImportedPart } from './parts.ts';
import type { Particulars } from './particulars.ts';

/** Lines stay whole: a folded quote is hard to compare with the text. */
const YAML = { lineWidth: 0 } as const;

const HEAD = `# 草稿：由 npm run new-policy 从 source.txt 生成，还没有人核对。运行 npm run check，它逐行说还要做什么。
# 都做完了，删去 draft: true。写“null”的，是正文里没有认出来的。
`;

const READINGS = `# 有疑义的条文各有哪些读法（readings），哪些地方前后不一、没有写、须留意（contradictions）。
readings: []
contradictions: []
`;

/** The files of a policy's folder by their path below it. */
export function writeFiles(
  particulars: Particulars,
  parts: readonly ImportedPart[],
  source: string,
): Map<string, string> {
  return new Map([
    ['policy.yaml', HEAD + stringify(particulars, YAML)],
    ['source.txt', source.endsWith('\n') ? source : `${source}\n`],
    ['readings.yaml', READINGS],
    ...parts.flatMap(({ id, nodes }) =>
      nodes.map((node, at): [string, string] => [`${id}/${node.file}.mdx`, clauseFile(node, at + 1)]),
    ),
  ]);
}

function clauseFile({ node, kind, label, title, awards, mdx }: ImportedNode, order: number): string {
  const metadata = {
    node,
    kind,
    order,
    ...(label === undefined ? {} : { label }),
    ...(title === undefined ? {} : { title }),
    ...(awards.length > 0 ? { awards } : {}),
  };
  return `---\n${stringify(metadata, YAML)}---\n\n${mdx}\n`;
}
