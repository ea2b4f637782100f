import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeText, InputError, MOST_BYTES, requireId } from '../import/input.ts';
import { importPolicy, type Imported } from '../import/index.ts';
import { doubtLines, stepLines } from '../import/report.ts';
import { scoreImport, scoreLines } from '../import/score.ts';
import { surroundingsOf } from '../import/surroundings.ts';
import { buildKnowledgeBase } from '../load/build.ts';
import { formatFault } from '../load/fault.ts';
import { readContentFiles, type ContentFiles } from '../load/files.ts';
import { checkContent } from './check-content.ts';
import { writePolicy } from './write-policy.ts';

/** What the command touches besides files. */
export interface Desk {
  /** the content folder */
  root: string;
  /** the folder in which the command was typed: the text's path is told from it */
  base: string;
  print(line: string): void;
  complain(line: string): void;
  /** asks whoever sits there; null where nobody does */
  ask: ((question: string) => Promise<string>) | null;
}

const USAGE = [
  '用法：npm run new-policy -- 正文.txt --id pudong-2026',
  '  --replace  已有同名的草稿时覆盖它（不加则先问；没有终端可问，就不写）',
  '  --score    用站上政策的原文试一遍，看与人工整理的相差多少；什么也不写',
];

/** @returns the exit code: 0 done, 1 not written because something is in the way, 2 where the input does not fit */
export async function runNewPolicy(words: readonly string[], desk: Desk): Promise<number> {
  try {
    const { values, positionals } = parseWords(words);
    if (values.score) return printScores(desk);
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) {
      for (const line of USAGE) desk.complain(line);
      return 2;
    }
    return await importFile(name, requireId(values.id), values.replace, desk);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    desk.complain(error.message);
    desk.complain('什么也没有写。');
    return 2;
  }
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        id: { type: 'string' },
        replace: { type: 'boolean', default: false },
        score: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw new InputError(`看不懂这些参数：${words.join(' ')} → ${USAGE[0]}`);
  }
}

async function importFile(name: string, id: string, replace: boolean, desk: Desk): Promise<number> {
  const text = readText(name, desk.base);
  desk.print(`1/5 读取 ${name}：${text.split('\n').length} 行`);
  const files = readContentFiles(desk.root);
  const old = [...files.keys()].filter((path) => path.startsWith(`policies/${id}/`));
  requireReplaceable(id, files);
  const imported = importPolicy(text, id, surroundingsOf(id, files));
  for (const line of stepLines(imported)) desk.print(`2/5 ${line}`);
  const after = contentAfter(id, files, imported);
  requireLoads(after);
  desk.print('3/5 核对：各条款连起来与原文一字不差，编号连续');
  if (!(await mayWrite(id, old.length, replace, desk))) return 1;
  writePolicy(desk.root, id, imported);
  desk.print(`4/5 写入 content/policies/${id}/：${imported.files.size} 个文件`);
  report(id, imported, after, desk);
  return 0;
}

function readText(name: string, base: string): string {
  const place = basename(name);
  const path = resolve(base, name);
  try {
    const { size } = statSync(path);
    // what is too large is not even read
    if (size > MOST_BYTES) return decodeText(new Uint8Array(size), place);
    return decodeText(readFileSync(path), place);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const why = { ENOENT: '没有这个文件', EISDIR: '是一个文件夹', EACCES: '没有读取权限' }[String(error.code)];
    throw new InputError(`无法读取 ${name}：${why ?? String(error.code)} → 写上正文文件的路径`);
  }
}

/** A finished policy has addresses that must not change: only a draft can be imported again. */
function requireReplaceable(id: string, files: ContentFiles): void {
  const text = files.get(`policies/${id}/policy.yaml`);
  if (text === undefined || /^draft:\s*true\b/m.test(text)) return;
  throw new InputError(
    `content/policies/${id}/ 已是正式政策，不能覆盖 → 换一个 --id；确要重来，先在它的 policy.yaml 里写 draft: true`,
  );
}

function contentAfter(id: string, files: ContentFiles, { files: own }: Imported): ContentFiles {
  const others = [...files].filter(([path]) => !path.startsWith(`policies/${id}/`));
  return new Map([...others, ...[...own].map(([path, text]): [string, string] => [`policies/${id}/${path}`, text])]);
}

/** The folder is read back before anything is written: what `check` would call an error is one here. */
function requireLoads(after: ContentFiles): void {
  const { draftFaults } = buildKnowledgeBase(after);
  if (draftFaults.length === 0) return;
  throw new InputError(`读不回来：\n${draftFaults.map(formatFault).join('\n')}`);
}

async function mayWrite(id: string, old: number, replace: boolean, desk: Desk): Promise<boolean> {
  const folder = `content/policies/${id}/`;
  if (!existsSync(join(desk.root, 'policies', id)) || replace) return true;
  if (!desk.ask) {
    desk.complain(
      `${folder} 已存在（${old} 个文件），没有终端可问 → 加 --replace 覆盖它，或换一个 --id。什么也没有写。`,
    );
    return false;
  }
  const answer = await desk.ask(`${folder} 已存在（${old} 个文件，里面的修改会丢失）。覆盖请输入 yes：`);
  if (answer.trim().toLowerCase() === 'yes') return true;
  desk.complain('没有覆盖，什么也没有写。');
  return false;
}

function report(id: string, imported: Imported, after: ContentFiles, desk: Desk): void {
  const doubts = doubtLines(imported);
  desk.print(doubts.length === 0 ? '5/5 没有认不出的地方。' : `5/5 没有认出或拿不准的，${doubts.length} 处：`);
  for (const line of doubts) desk.print(`  ${line}`);
  const { faults, guidance } = checkContent(after);
  desk.print(`npm run check 现在会报 ${faults.length} 处错误、${guidance.length} 处待办。`);
  desk.print(`接下来：npm run dev 打开 /${id}/ 预览（带草稿标记）；npm run check 逐行说还要做什么；`);
  desk.print('都做完了，删去 policy.yaml 里的 draft: true，运行 npm run addresses 登记新地址。');
}

function printScores(desk: Desk): number {
  const { knowledgeBase } = buildKnowledgeBase(readContentFiles(desk.root));
  if (!knowledgeBase) throw new InputError('content/ 读不出来 → 先运行 npm run check');
  const scores = knowledgeBase.policies.map(({ id }) => scoreImport(knowledgeBase, id));
  for (const line of scoreLines(scores)) desk.print(line);
  return 0;
}
