import { versionFrontmatter } from '../schemas/clause.ts';
import type { Fault } from './fault.ts';
import type { ContentFiles } from './files.ts';
import { copyBlocks, type ParseCache } from './parse-cache.ts';
import type { AmendmentFile } from './read-amendments.ts';
import { readClause, type ClauseFile } from './read-clause.ts';
import { isRepeal } from './read-repeals.ts';
import { numberOfVersion, VERSION } from './version-files.ts';

export function isVersionFile(path: string): boolean {
  return VERSION.test(path);
}

/**
 * The later versions of a policy's clauses. What a version shares with the first stands in the first's file alone.
 * @param first the clauses as first published
 */
export function readVersions(
  policy: string,
  files: ContentFiles,
  first: readonly ClauseFile[],
  amendments: readonly AmendmentFile[],
  faults: Fault[],
  cache: ParseCache,
): ClauseFile[] {
  const versions: ClauseFile[] = [];
  for (const [path, text] of files) {
    const number = numberOfVersion(path);
    if (!path.startsWith(`policies/${policy}/`) || number === null) continue;
    // without a text it is no version, but it too needs a first one
    const repeal = isRepeal(text);
    const read = repeal
      ? null
      : cache.read(path, text, faults, (own) => readClause(path, text, policy, versionFrontmatter, own));
    const home = path.replace(VERSION, '.mdx');
    const base = first.find(({ file }) => file === home);
    const report = (line: number, field: string, problem: string, remedy: string): void => {
      faults.push({ file: path, line, field, problem, remedy });
    };
    if (!base) {
      // a first version that could not be read has told why
      if (!files.has(home)) report(1, '文件', `没有第一版 ${home}`, '文件名照第一版写，在 .mdx 前加 .v2');
      continue;
    }
    if (!read) continue;
    if (base.meta.kind === 'chapter')
      report(
        1,
        '文件',
        '章的标题没有自己的页面，不能有后一版',
        '改在其下的条款；确须改标题的，先在 docs/decisions/0009 里定写法',
      );
    const { amendment, changes, ...meta } = read.meta;
    if (!amendments.some(({ id }) => id === amendment)) {
      const line = read.locate(['amendment']);
      report(
        line,
        'amendment',
        `没有修改文件“${amendment}”`,
        `写 policies/${policy}/amendments/ 下的文件夹名，或先补上`,
      );
    }
    const { node, kind, order, label } = base.meta;
    versions.push({
      ...read,
      blocks: copyBlocks(read.blocks),
      meta: { ...meta, node, kind, order, label },
      version: number,
      amends: { amendment, changes, after: null },
    });
  }
  checkNumbers(versions, files, faults);
  return versions;
}

/** Versions run 2, 3 … without a gap. A number cannot come twice: it is the file's name. */
function checkNumbers(versions: readonly ClauseFile[], files: ContentFiles, faults: Fault[]): void {
  for (const { file, version } of versions) {
    const home = file.replace(VERSION, '');
    const before = `${home}.v${version - 1}.mdx`;
    // a version behind the end of the clause is told there
    if (version === 2 || versions.some((one) => one.file === before) || isRepeal(files.get(before) ?? '')) continue;
    const remedy =
      version < 2 ? '第一版是没有 .v 的文件，后一版从 .v2 起' : `版本从 2 起连续：补上 ${before}，或改文件名`;
    faults.push({ file, line: 1, field: '文件', problem: `第 ${version} 版之前没有第 ${version - 1} 版`, remedy });
  }
}
