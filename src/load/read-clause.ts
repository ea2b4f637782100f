import type { z } from 'zod';
import type { Block } from '../model/node.ts';
import type { ClauseFrontmatter, TextChange } from '../schemas/clause.ts';
import type { Fault } from './fault.ts';
import { BodyError, parseBody } from './parse-body.ts';
import { parseYaml, type Locate } from './yaml.ts';

/** A clause file as read: metadata, text and where everything stands. */
export interface ClauseFile {
  file: string;
  policy: string;
  part: string;
  meta: ClauseFrontmatter;
  locate: Locate;
  blocks: Block[];
  /** line on which the body begins */
  bodyLine: number;
  /** the lines of the body with their words, markup removed, to tell where a difference stands */
  lines: { text: string; line: number }[];
  /** 1 as first published */
  version: number;
  /**
   * of a later version, and of a clause that was added: the amending document by its id, the words that it changes where it does
   * not print the whole, and of an added clause the node that it stands behind
   */
  amends: { amendment: string; changes: TextChange[]; after: string | null } | null;
}

/** The id of a clause's text: the first version's is the clause's own, the second's ends in `@2`. */
export function nodeIdOf({
  policy,
  part,
  meta,
  version,
}: Pick<ClauseFile, 'policy' | 'part' | 'meta' | 'version'>): string {
  return `${policy}/${part}/${meta.node}${version === 1 ? '' : `@${version}`}`;
}

export type ReadClause<S extends z.ZodType> = Omit<ClauseFile, 'meta' | 'version' | 'amends'> & { meta: z.output<S> };

/** One file of a clause, its metadata read against the schema of its kind. */
export function readClause<S extends z.ZodType>(
  file: string,
  text: string,
  policy: string,
  schema: S,
  faults: Fault[],
): ReadClause<S> | null {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!match) {
    faults.push({
      file,
      line: 1,
      field: '元数据',
      problem: '开头没有 --- 与 --- 之间的元数据',
      remedy: '参照同一文件夹里的其他条款补上',
    });
    return null;
  }
  const parsed = parseYaml(match[1] ?? '', schema, file, faults, 2);
  const bodyLine = match[0].split('\n').length;
  try {
    const body = text.slice(match[0].length);
    const blocks = parseBody(body);
    if (!parsed) return null;
    const part = file.split('/')[2] ?? '';
    return {
      file,
      policy,
      part,
      meta: parsed.value,
      locate: parsed.locate,
      blocks,
      bodyLine,
      lines: wordsByLine(body, bodyLine),
    };
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    faults.push({
      file,
      line: bodyLine + error.line - 1,
      field: '正文',
      problem: error.message,
      remedy: '按 CONTRIBUTING.md 的写法改',
    });
    return null;
  }
}

function wordsByLine(body: string, bodyLine: number): ClauseFile['lines'] {
  return body.split('\n').map((text, index) => ({
    text: text
      .replace(/<[^>]*>/g, '')
      .replace(/^#+ /, '')
      .replace(/\\(.)/g, '$1'),
    line: bodyLine + index,
  }));
}
