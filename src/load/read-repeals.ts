import { withoutWhitespace } from '../domain/text.ts';
import { repealFrontmatter, type RepealFrontmatter } from '../schemas/clause.ts';
import type { Fault } from './fault.ts';
import type { ContentFiles } from './files.ts';
import type { ParseCache } from './parse-cache.ts';
import { fault } from './quotes.ts';
import type { AmendmentFile } from './read-amendments.ts';
import { names } from './read-first.ts';
import { nodeIdOf, type ClauseFile } from './read-clause.ts';
import { numberOfVersion, VERSION } from './version-files.ts';
import { parseYaml, type Locate } from './yaml.ts';

/** A file that strikes a clause out, in the place of a next version. */
export interface RepealFile {
  file: string;
  /** id that news and the amending document call it by: that of the version which it stands for */
  id: string;
  /** the clause's last text */
  last: ClauseFile;
  meta: RepealFrontmatter;
  locate: Locate;
}

/** Whether a file of a later version has no text but strikes the clause out. */
export function isRepeal(text: string): boolean {
  return names('repealed', text);
}

/** @param clauses all versions of the policy's clauses */
export function readRepeals(
  policy: string,
  files: ContentFiles,
  clauses: readonly ClauseFile[],
  amendments: readonly AmendmentFile[],
  faults: Fault[],
  cache: ParseCache,
): RepealFile[] {
  const repeals: RepealFile[] = [];
  for (const [path, text] of files) {
    const number = numberOfVersion(path);
    if (!path.startsWith(`policies/${policy}/`) || number === null || !isRepeal(text)) continue;
    const read = cache.read(path, text, faults, (own) => readRepeal(path, text, own));
    const home = path.replace(VERSION, '');
    const texts = clauses.filter(({ file }) => file.replace(VERSION, '').replace(/\.mdx$/, '') === home);
    const last = texts.at(-1);
    // the first version that is not there has been told with the others
    if (!read || !last) continue;
    checkPlace(path, number, last, amendments, read, faults);
    repeals.push({ ...read, file: path, last, id: `${nodeIdOf({ ...last, version: 1 })}@${number}` });
  }
  return repeals;
}

function readRepeal(file: string, text: string, faults: Fault[]): Pick<RepealFile, 'meta' | 'locate'> | null {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(text) ?? [];
  if (withoutWhitespace(body) !== '')
    faults.push({
      file,
      line: head.split('\n').length + 3,
      field: '正文',
      problem: '这一条已写明删去（repealed），却还有正文',
      remedy: '删去正文；不是整条删去的，删去 repealed，照修改后的文本写',
    });
  const parsed = parseYaml(head, repealFrontmatter, file, faults, 2);
  return parsed && { meta: parsed.value, locate: parsed.locate };
}

function checkPlace(
  file: string,
  number: number,
  last: ClauseFile,
  amendments: readonly AmendmentFile[],
  { meta, locate }: Pick<RepealFile, 'meta' | 'locate'>,
  faults: Fault[],
): void {
  const report = (problem: string, remedy: string): void => {
    faults.push({ file, line: 1, field: '文件', problem, remedy });
  };
  if (last.version >= number)
    report(
      `这里写明整条删去，而第 ${last.version} 版（${last.file}）在它之后`,
      '删去以后不能再有后一版：另加一条，或改文件名',
    );
  else if (last.version !== number - 1)
    report(
      `第 ${number} 版之前没有第 ${number - 1} 版`,
      `版本连续：改名为 ${last.file.replace(VERSION, '').replace(/\.mdx$/, '')}.v${last.version + 1}.mdx`,
    );
  if (last.meta.kind === 'chapter') report('章的标题没有自己的页面，不能删去', '删去其下的条款');
  if (!amendments.some(({ id }) => id === meta.amendment))
    faults.push(
      fault(
        { file, locate, path: ['amendment'] },
        `没有修改文件“${meta.amendment}”`,
        `写 policies/${last.policy}/amendments/ 下的文件夹名，或先补上`,
      ),
    );
}
