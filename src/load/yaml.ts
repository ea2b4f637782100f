import { CORE_SCHEMA, load } from 'js-yaml';
import { type Document, isNode, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
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
  const locate: Locate = (path) => locateIn(text, path, firstLine);
  const quick = readQuickly(text);
  const sound = quick && schema.safeParse(quick.value);
  if (sound?.success) return { value: sound.data, locate };
  const document = documentOf(text, new LineCounter());
  for (const error of document.errors) {
    const line = (error.linePos?.[0].line ?? 1) + firstLine - 1;
    faults.push({
      file,
      line,
      field: 'YAML',
      problem: WORDS_OF_YAML[error.code] ?? '不是有效的 YAML',
      remedy: '检查缩进、引号、括号和冒号',
    });
  }
  if (document.errors.length > 0) return null;
  const result = schema.safeParse(document.toJS({ maxAliasCount: 1000 }));
  if (result.success) return { value: result.data, locate };
  for (const issue of result.error.issues) faults.push(...faultsOf(issue, file, locate));
  return null;
}

/**
 * Ten times as fast as `yaml`, which took half of all reading; but it knows no lines, so what has a fault is read again by the one that
 * does. Both go by YAML 1.2's core schema, but for the binary numbers that this one alone would read.
 * @returns null where it must be read by the other
 */
export function readQuickly(text: string): { value: unknown } | null {
  if (/\b0b[01]/.test(text)) return null;
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) ?? null };
  } catch {
    return null;
  }
}

/** Slowly, with the place of everything and all that is wrong. */
export function documentOf(text: string, lineCounter: LineCounter): Document.Parsed {
  return parseDocument(text, { lineCounter, uniqueKeys: true, version: '1.2' });
}

/** Read again for it: few files ever have a fault, and to keep the documents of thousands would fill the memory. */
function locateIn(text: string, path: FieldPath, firstLine: number): number {
  const counter = new LineCounter();
  const document = documentOf(text, counter);
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line + firstLine - 1;
  }
  return firstLine;
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
      return [{ ...at, problem: wordsOf(issue), remedy: `应为${TYPES[issue.expected] ?? issue.expected}` }];
    default:
      return [{ ...at, problem: wordsOf(issue), remedy: '按 src/schemas 里该字段的说明改写' }];
  }
}

/** What editors most often slip on, by the parser's code. */
const WORDS_OF_YAML: Partial<Record<YAMLParseError['code'], string>> = {
  BAD_ALIAS: '引用了没有定义的锚（*名字）',
  BAD_INDENT: '缩进或括号不配对',
  BLOCK_IN_FLOW: '花括号、方括号没有合上',
  DUPLICATE_KEY: '同一个字段写了两次',
  MISSING_CHAR: '缺少引号、括号、逗号或冒号',
  MULTILINE_IMPLICIT_KEY: '字段名后缺少冒号',
  TAB_AS_INDENT: '缩进用了制表符，须用空格',
};

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 [ ]',
  object: '若干字段 { }',
  record: '若干字段 { }',
};

/** The schema's own words where it has some; zod's are for programmers. */
function wordsOf({ code, message }: z.core.$ZodIssue): string {
  if (/[\u4e00-\u9fff]/.test(message)) return message;
  if (code === 'too_small' || code === 'too_big') return '不能为空，也不能超出范围';
  return code === 'invalid_type' ? '缺少这个字段，或类型不对' : '写法不对';
}
