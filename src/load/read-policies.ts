import { RESERVED_PARTS, RESERVED_POLICIES } from '../model/reserved.ts';
import type { Policy } from '../schemas/policy.ts';
import { parsePolicy } from './draft-policy.ts';
import { readingsFile, type Contradiction, type Reading } from '../schemas/reading.ts';
import type { Fault } from './fault.ts';
import type { ContentFiles } from './files.ts';
import { copyBlocks, type ParseCache } from './parse-cache.ts';
import { readAmendments, type AmendmentFile } from './read-amendments.ts';
import { placeAdded } from './place-added.ts';
import type { ClauseFile } from './read-clause.ts';
import { readFirst } from './read-first.ts';
import { readRepeals, type RepealFile } from './read-repeals.ts';
import { isVersionFile, readVersions } from './read-versions.ts';
import { parseYaml, type Locate } from './yaml.ts';

/** A policy's folder as read. */
export interface PolicyFolder {
  policy: Policy;
  locate: Locate;
  source: string;
  readings: Reading[];
  contradictions: Contradiction[];
  locateReadings: Locate;
  /** in document order; the versions of a clause one after another */
  clauses: ClauseFile[];
  amendments: AmendmentFile[];
  /** clauses that amendments strike out */
  repeals: RepealFile[];
  /** of a draft: fields of policy.yaml that are still `null` */
  unfilled: Fault[];
}

const ROOT = 'policies/';

/** Reads every folder of content/policies, in the order that policy.yaml gives. */
export function readPolicies(files: ContentFiles, faults: Fault[], cache: ParseCache): PolicyFolder[] {
  const ids = new Set(
    [...files.keys()].filter((path) => path.startsWith(ROOT)).map((path) => path.split('/')[1] ?? ''),
  );
  const folders = [...ids].map((id) => readPolicy(id, files, faults, cache)).filter((folder) => folder !== null);
  folders.sort((a, b) => a.policy.order - b.policy.order);
  folders.forEach(({ policy, locate }, index) => {
    if (policy.order === index + 1) return;
    const file = `${ROOT}${policy.id}/policy.yaml`;
    faults.push({
      file,
      line: locate(['order']),
      field: 'order',
      problem: `次序 ${policy.order} 重复或有空缺，应为 ${index + 1}`,
      remedy: '各政策的次序从 1 起连续',
    });
  });
  return folders;
}

function readPolicy(id: string, files: ContentFiles, faults: Fault[], cache: ParseCache): PolicyFolder | null {
  const file = `${ROOT}${id}/policy.yaml`;
  const policyText = requireFile(files, file, faults);
  const parsed = cache.read(file, policyText, faults, (own) => parsePolicy(policyText, file, own));
  const source = requireFile(files, `${ROOT}${id}/source.txt`, faults);
  const readingsPath = `${ROOT}${id}/readings.yaml`;
  const readingsText = files.get(readingsPath) ?? '{}';
  const readings = cache.read(readingsPath, readingsText, faults, (own) =>
    parseYaml(readingsText, readingsFile, readingsPath, own),
  );
  if (!parsed) return null;
  if (parsed.value.id !== id) {
    faults.push({
      file,
      line: parsed.locate(['id']),
      field: 'id',
      problem: `“${parsed.value.id}”与文件夹名不同`,
      remedy: `写成 ${id}`,
    });
  }
  const taken = RESERVED_POLICIES.get(id);
  if (taken !== undefined) {
    faults.push({
      file,
      line: parsed.locate(['id']),
      field: 'id',
      problem: `“${id}”是${taken}`,
      remedy: `文件夹和 id 换一个名字，如 ${id}-2026`,
    });
  }
  const clauses: ClauseFile[] = [];
  for (const [path, text] of files) {
    if (!path.startsWith(`${ROOT}${id}/`) || !path.endsWith('.mdx') || isVersionFile(path)) continue;
    const clause = cache.read(path, text, faults, (own) => readFirst(path, text, id, own));
    // what is cached stays as it was read
    if (clause) clauses.push({ ...clause, blocks: copyBlocks(clause.blocks), meta: { ...clause.meta }, version: 1 });
  }
  const amendments = readAmendments(id, files, faults, cache);
  placeAdded(clauses, amendments, faults);
  clauses.push(...readVersions(id, files, clauses, amendments, faults, cache));
  const repeals = readRepeals(id, files, clauses, amendments, faults, cache);
  checkParts(parsed.value, clauses, file, parsed.locate, faults);
  const partOrder = new Map(parsed.value.parts.map((part, index) => [part.id, index]));
  clauses.sort(
    (a, b) =>
      (partOrder.get(a.part) ?? 0) - (partOrder.get(b.part) ?? 0) ||
      a.meta.order - b.meta.order ||
      a.version - b.version,
  );
  return {
    policy: parsed.value,
    locate: parsed.locate,
    source,
    readings: readings?.value.readings ?? [],
    contradictions: readings?.value.contradictions ?? [],
    locateReadings: readings?.locate ?? (() => 1),
    clauses,
    amendments,
    repeals,
    unfilled: parsed.unfilled,
  };
}

function requireFile(files: ContentFiles, file: string, faults: Fault[]): string {
  const text = files.get(file);
  if (text !== undefined) return text;
  faults.push({ file, line: 1, field: '文件', problem: '缺少这个文件', remedy: '补上，可参照其他政策的文件夹' });
  return '';
}

function checkParts(policy: Policy, clauses: ClauseFile[], file: string, locate: Locate, faults: Fault[]): void {
  const declared = new Set(policy.parts.map((part) => part.id));
  policy.parts.forEach(({ id }, index) => {
    const taken = RESERVED_PARTS.get(id);
    if (taken !== undefined) {
      faults.push({
        file,
        line: locate(['parts', index, 'id']),
        field: `parts.${index}.id`,
        problem: `“${id}”是${taken}`,
        remedy: '换一个 id',
      });
    }
    if (policy.parts.findIndex((part) => part.id === id) === index) return;
    faults.push({
      file,
      line: locate(['parts', index, 'id']),
      field: `parts.${index}.id`,
      problem: `id“${id}”重复`,
      remedy: '各部分的 id 各不相同',
    });
  });
  for (const clause of clauses) {
    if (declared.has(clause.part)) continue;
    faults.push({
      file: clause.file,
      line: 1,
      field: '文件夹',
      problem: `policy.yaml 的 parts 里没有“${clause.part}”`,
      remedy: '改放到已有的部分，或在 parts 里补上',
    });
  }
  policy.parts.forEach((part, index) => {
    if (clauses.some((clause) => clause.part === part.id)) return;
    faults.push({
      file,
      line: locate(['parts', index]),
      field: `parts.${index}`,
      problem: `“${part.id}”没有任何条款文件`,
      remedy: '补上文件，或删去这一部分',
    });
  });
}
