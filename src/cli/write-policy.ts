import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../import/input.ts';
import type { Imported } from '../import/index.ts';

/** Writes a policy's folder. What cannot be written whole is not written. @param clear takes the old folder away */
export function writePolicy(root: string, id: string, { files }: Imported, clear: (() => void) | null): void {
  const folder = join(root, 'policies', id);
  try {
    clear?.();
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    rmSync(folder, { recursive: true, force: true });
    throw new InputError(`写不进 content/policies/${id}/（${String(error.code)}）→ 检查写入权限和磁盘空间，再运行一次`);
  }
}
