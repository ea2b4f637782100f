/** A copy of content/ with invented policies: what an editor has who adds a folder, and nothing else. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const THIRD = 'xugou-2026';
const FIXTURE = join(import.meta.dirname, '../fixtures/third-district');
const AMENDED = join(import.meta.dirname, '../fixtures/third-district-amended');
const STRUCK = join(import.meta.dirname, '../fixtures/third-district-struck');
const TURNS = `- id: xugou-turns
  date: "2028-01-01"
  title: 虚构办法（四）（五）删去，增加（六）
  note: 自 2028 年 1 月 1 日起施行。
  clauses: [${THIRD}/measures/4@2, ${THIRD}/measures/5@2, ${THIRD}/measures/6]
`;
const NEWS = `- id: xugou-again
  date: "2027-12-31"
  title: 虚构办法（三）再次修改
  note: 自 2027 年 10 月 1 日起施行。
  clauses: [${THIRD}/measures/3@3]
- id: xugou-amended
  date: "2027-12-30"
  title: 虚构办法（一）（三）修改
  note: 自 2026 年 9 月 1 日起施行。
  clauses: [${THIRD}/measures/1@2, ${THIRD}/measures/3@2]
`;
const CONTENT = join(import.meta.dirname, '../../content');
/** 一字印 of the copies; more than these repeat */
const SEALS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';

/** The same with the invented policy amended twice: （一） and （三） from 2026-09-01, （三） again from 2027-10-01. */
export function contentWithAmendments(): string {
  const root = contentWithThird();
  cpSync(AMENDED, join(root, 'policies'), { recursive: true });
  const changes = join(root, 'changes.yaml');
  writeFileSync(changes, NEWS + readFileSync(changes, 'utf8'));
  return root;
}

/** The same, and then from 2028-01-01 （四） and （五） struck out and （六） added. */
export function contentWithTurns(): string {
  const root = contentWithAmendments();
  cpSync(STRUCK, join(root, 'policies'), { recursive: true });
  const changes = join(root, 'changes.yaml');
  writeFileSync(changes, TURNS + readFileSync(changes, 'utf8'));
  return root;
}

/** A folder for CONTENT_DIR. @param copies of the invented policy; the first is the fixture as it stands */
export function contentWithThird(copies = 1): string {
  const root = mkdtempSync(join(tmpdir(), 'third-district-'));
  cpSync(CONTENT, root, { recursive: true });
  for (let copy = 0; copy < copies; copy += 1) {
    const id = copy === 0 ? THIRD : `xugou-${2026 + copy}`;
    const folder = join(root, 'policies', id);
    cpSync(join(FIXTURE, THIRD), folder, { recursive: true });
    if (copy > 0) rename(folder, copy);
  }
  return root;
}

export function removeContent(root: string): void {
  rmSync(root, { recursive: true });
}

/** Another id, place, name and seal: as many policies as a test wants. The texts stay those of the fixture. */
function rename(folder: string, copy: number): void {
  const seal = SEALS[copy % SEALS.length] ?? '甲';
  for (const path of filesIn(folder)) {
    const text = readFileSync(path, 'utf8').replaceAll(THIRD, `xugou-${2026 + copy}`);
    const own = path.endsWith('policy.yaml')
      ? text
          .replace('order: 3', `order: ${3 + copy}`)
          .replace('shortTitle: 虚构 2026', `shortTitle: 虚构 ${2026 + copy}`)
          .replace('district: 虚构区', `district: 虚构${seal}区`)
          .replace('seal: 虚', `seal: ${seal}`)
          .replace('id: xugou-nebula', `id: xugou-nebula-${copy}`)
      : text;
    writeFileSync(path, own);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}
