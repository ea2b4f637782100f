import { amendment, type Amendment } from '../schemas/amendment.ts';
import { slug } from '../schemas/ids.ts';
import type { Fault } from './fault.ts';
import type { ContentFiles } from './files.ts';
import type { ParseCache } from './parse-cache.ts';
import { parseYaml, type Locate } from './yaml.ts';

/** The folder of a policy that holds the documents which amend it, and the part of their addresses. */
export const AMENDMENTS = 'amendments';

/** A document that amends clauses, as read. */
export interface AmendmentFile {
  /** name of its folder */
  id: string;
  /** amendment.yaml */
  file: string;
  meta: Amendment;
  locate: Locate;
  /** its text as published, and where it stands */
  source: string;
  sourceFile: string;
}

/** Every folder of a policy's `amendments/`, the first to take effect first. */
export function readAmendments(
  policy: string,
  files: ContentFiles,
  faults: Fault[],
  cache: ParseCache,
): AmendmentFile[] {
  const root = `policies/${policy}/${AMENDMENTS}/`;
  const ids = new Set(
    [...files.keys()]
      .filter((path) => path.startsWith(root))
      .map((path) => path.slice(root.length).split('/')[0] ?? ''),
  );
  return [...ids]
    .flatMap((id) => readAmendment(id, `${root}${id}`, files, faults, cache) ?? [])
    .sort((a, b) => (a.meta.effective.date < b.meta.effective.date ? -1 : 1));
}

function readAmendment(
  id: string,
  folder: string,
  files: ContentFiles,
  faults: Fault[],
  cache: ParseCache,
): AmendmentFile | null {
  const [file, sourceFile] = [`${folder}/amendment.yaml`, `${folder}/source.txt`];
  if (!slug.safeParse(id).success) {
    faults.push({
      file,
      line: 1,
      field: '文件夹',
      problem: `“${id}”不能作编号`,
      remedy: '只用小写字母、数字和连字符，如 2027-01',
    });
  }
  const [text, source] = [file, sourceFile].map((path) => {
    if (!files.has(path)) {
      faults.push({
        file: path,
        line: 1,
        field: '文件',
        problem: '缺少这个文件',
        remedy: '补上，写法见 docs/amend-a-policy.md',
      });
    }
    return files.get(path);
  });
  if (text === undefined || source === undefined) return null;
  const parsed = cache.read(file, text, faults, (own) => parseYaml(text, amendment, file, own));
  return parsed && { id, file, meta: parsed.value, locate: parsed.locate, source, sourceFile };
}
