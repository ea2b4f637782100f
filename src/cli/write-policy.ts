import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../import/input.ts';
import type { Imported } from '../import/index.ts';

/**
 * Writes a policy's folder in the place of the one that may stand there. It is written whole beside it first: where that fails,
 * what stood there stands there still. @throws InputError where it cannot be written
 */
export function writePolicy(root: string, id: string, { files }: Pick<Imported, 'files'>): void {
  const home = join(root, 'policies');
  try {
    mkdirSync(home, { recursive: true });
    // hidden, so that whatever reads content/ meanwhile takes it for no policy; in the same folder, so that it can be renamed
    const scratch = mkdtempSync(join(home, '.new-policy-'));
    const written = join(scratch, 'new');
    const old = join(scratch, 'old');
    try {
      for (const [path, text] of files) {
        mkdirSync(dirname(join(written, path)), { recursive: true });
        writeFileSync(join(written, path), text);
      }
      swap(join(home, id), written, old);
      rmSync(old, { recursive: true, force: true });
    } finally {
      // an old folder that could not be put back is not thrown away
      if (!existsSync(old)) rmSync(scratch, { recursive: true, force: true });
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new InputError(`写不进 content/policies/${id}/（${String(error.code)}）→ 检查写入权限和磁盘空间，再运行一次`);
  }
}

/** @param old where the folder that stood in the place goes */
function swap(place: string, written: string, old: string): void {
  const replaces = existsSync(place);
  if (replaces) renameSync(place, old);
  try {
    renameSync(written, place);
  } catch (error) {
    if (replaces) renameSync(old, place);
    throw error;
  }
}
