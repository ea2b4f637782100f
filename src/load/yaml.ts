import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';

export type FieldPath = readonly (string | number)[];

/** A YAML text that was read against its schema, and where each of its fields stands. */
export interface Parsed<T> {
  value: T;
  locate: Locate;
}

/** Line (from 1, in the whole file) of a field. */
export type Locate = (path: FieldPath) => number;

/**
 * Reads YAML against a schema.
 * @param firstLine line of the file on which the YAML begins, from 1
 * @returns null where it does not fit; every reason is added to `faults`
 */
export function parseYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  file: string,
  faults: Fault[],
  firstLine = 1,
): Parsed<z.output<S>> | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, version: '1.2' });
  for (const error of document.errors) {
    const line = (error.linePos?.[0].line ?? 1) + firstLine - 1;
    faults.push({ file, line, field: 'YAML', problem: `写法有误：${firstSentence(error.message)}`, remedy: '检查缩进、引号和冒号' });
  }
  if (document.errors.length > 0) return null;
  const locate: Locate = (path) => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line + firstLine - 1;
    }
    return firstLine;
  };
  const result = schema.safeParse(document.toJS({ maxAliasCount: 1000 }));
  if (result.success) return { value: result.data, locate };
  for (const issue of result.error.issues) faults.push(...faultsOf(issue, file, locate));
  return null;
}

function faultsOf(issue: z.core.$ZodIssue, file: string, locate: Locate): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const at = { file, line: locate(path), field: path.join('.') || '文件' };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        file,
        line: locate([...path, key]),
        field: [...path, key].join('.'),
        problem: '没有这个字段',
        remedy: '删除，或改成 src/schemas 里写明的字段名',
      }));
    case 'invalid_value':
      return [{ ...at, problem: '取值不在允许之列', remedy: `改成其中之一：${issue.values.join('、')}` }];
    case 'invalid_type':
      return [{ ...at, problem: issue.message, remedy: `应为 ${issue.expected}` }];
    default:
      return [{ ...at, problem: issue.message, remedy: '按 src/schemas 里该字段的说明改写' }];
  }
}

function firstSentence(message: string): string {
  return message.split('\n')[0] ?? message;
}
