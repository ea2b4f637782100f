// Reads every clause once: frontmatter, anchors and nodes.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import { remarkAnchors } from '../../shared/anchors';
import { clauseSchema, type ClauseMeta } from '../../shared/schema';
import { toNodes, type ClauseNode } from './nodes';

export interface Clause { id: string; meta: ClauseMeta; nodes: ClauseNode[] }

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkAnchors).freeze();

export function loadClauses(): Clause[] {
  // From the working directory: after bundling, a module's own address says nothing of its source.
  const content = resolve('../.work/content');
  return globSync('**/*.mdx', { cwd: content }).sort().map((file) => {
    const [, yaml, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(content, file), 'utf8'))!;
    const root = processor.runSync(processor.parse(body!)) as Root;
    return { id: file.replace(/\.mdx$/, ''), meta: clauseSchema.parse(parseYaml(yaml!)), nodes: toNodes(root) };
  });
}
