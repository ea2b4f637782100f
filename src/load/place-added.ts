import type { Fault } from './fault.ts';
import { fault } from './quotes.ts';
import type { AmendmentFile } from './read-amendments.ts';
import type { ClauseFile } from './read-clause.ts';

/** Between the places of two clauses as published there is room for as many added ones. */
const STEP = 1 / 1024;

/**
 * Gives every clause that was added its place behind the one that it names, which may be an added one itself.
 * @param clauses as first published or added
 */
export function placeAdded(
  clauses: readonly ClauseFile[],
  amendments: readonly AmendmentFile[],
  faults: Fault[],
): void {
  let waiting = clauses.filter(({ amends }) => amends !== null);
  for (const file of waiting) checkAdded(file, waiting, amendments, faults);
  const placed = new Set(clauses.filter(({ amends }) => amends === null));
  for (let left = -1; left !== waiting.length;) {
    left = waiting.length;
    waiting = waiting.filter((file) => {
      const home = [...placed].find(({ part, meta }) => part === file.part && meta.node === file.amends?.after);
      if (!home) return true;
      file.meta.order = home.meta.order + STEP;
      placed.add(file);
      return false;
    });
  }
  for (const file of waiting) {
    const problem = `本部分没有“${file.amends?.after}”这一条`;
    faults.push(fault(at(file, 'after'), problem, '写它所跟随的那一条的 node，在同一文件夹里'));
  }
}

function checkAdded(
  file: ClauseFile,
  added: readonly ClauseFile[],
  amendments: readonly AmendmentFile[],
  faults: Fault[],
): void {
  const { amends, meta, part } = file;
  if (!amendments.some(({ id }) => id === amends?.amendment))
    faults.push(
      fault(
        at(file, 'amendment'),
        `没有修改文件“${amends?.amendment}”`,
        `写 policies/${file.policy}/amendments/ 下的文件夹名，或先补上；首次公布时就有的条款不写 amendment`,
      ),
    );
  if (meta.kind === 'chapter')
    faults.push(fault(at(file, 'kind'), '章的标题没有自己的页面，不能增加', '把条款加在已有的章下'));
  const other = added.find((one) => one.part === part && one.amends?.after === amends?.after);
  if (other !== file)
    faults.push(
      fault(
        at(file, 'after'),
        `${other?.file} 也写在“${amends?.after}”之后`,
        `先后不明：一条跟着另一条写，如 after: ${JSON.stringify(other?.meta.node)}`,
      ),
    );
}

function at({ file, locate }: ClauseFile, field: string) {
  return { file, locate, path: [field] };
}
