import { RESERVED_POLICIES } from '../model/reserved.ts';
import { slug } from '../schemas/ids.ts';

/** A fault of the input, told so that whoever typed the command can mend it. */
export class InputError extends Error {}

/** Larger than any official text: the two of 2025 have 30 kB and 9 kB. */
export const MOST_BYTES = 2_000_000;

/** An id becomes a folder and an address and never changes. @throws InputError */
export function requireId(id: string | undefined): string {
  if (id === undefined || id === '') throw new InputError('缺少 --id → 写上政策的代号，如 --id pudong-2026');
  if (!slug.safeParse(id).success || id.length > 60)
    throw new InputError(`--id “${id.slice(0, 60)}”不能用作地址 → 只用小写字母、数字和连字符，如 pudong-2026`);
  const taken = RESERVED_POLICIES.get(id);
  if (taken !== undefined) throw new InputError(`--id “${id}”是${taken} → 换一个，如 ${id}-2026`);
  return id;
}

const SIGNATURES: [string, string][] = [
  ['%PDF', '这是 PDF'],
  ['PK\u0003\u0004', '这是 Word、WPS 或压缩文件'],
  ['\u00d0\u00cf\u0011\u00e0', '这是旧版 Word 文件'],
];

/** A file's bytes as text. @throws InputError where it is not a text in UTF-8 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes.length > MOST_BYTES)
    throw new InputError(
      `${name} 有 ${(bytes.length / 1_000_000).toFixed(1)} MB，超过 ${MOST_BYTES / 1_000_000} MB → 只放一份政策的正文`,
    );
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (known) throw new InputError(`${name}：${known[1]}，不是纯文本 → 打开它，复制全文，另存为 .txt（UTF-8）`);
  const text = decode(bytes, name);
  const line = text.split('\n').findIndex((one) => hasControls(one));
  if (line !== -1)
    throw new InputError(
      `${name} 第 ${line + 1} 行有控制字符，不是纯文本 → 打开原文件，复制全文，另存为 .txt（UTF-8）`,
    );
  if (!/[\u4e00-\u9fff]/.test(text)) {
    const what = text.trim() === '' ? '是空的' : '里没有汉字';
    throw new InputError(`${name} ${what} → 放入政策的正文`);
  }
  return text;
}

function decode(bytes: Uint8Array, name: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${name} 不是 UTF-8 文本（可能是 GBK）→ 用记事本“另存为”，编码选 UTF-8`);
  }
}

/** Controls other than tab, line feed, carriage return, vertical tab and form feed. */
function hasControls(line: string): boolean {
  for (const one of line) {
    const code = one.charCodeAt(0);
    if ((code < 0x20 && !(code >= 0x09 && code <= 0x0d)) || (code >= 0x7f && code < 0xa0)) return true;
  }
  return false;
}
