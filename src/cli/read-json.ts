/** Reads JSON from bytes, with faults a person can act on and never an exception. */
import { placeInJson } from '../domain/json-place.ts';
import { readScenarioJson, type ReadJson } from '../engine/index.ts';

export function readJson(bytes: Uint8Array): ReadJson {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return fail('文件开头有 BOM；请存为不带 BOM 的 UTF-8');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('不是有效的 UTF-8 文本');
  }
  if (text.trim() === '') return fail('内容为空；须为一个 JSON 对象 {"applicant": …, "projects": […]}');
  try {
    return readScenarioJson(text);
  } catch (error) {
    if (error instanceof RangeError) return fail('对象和列表套得太深；情景只有几层');
    return fail(`不是有效的 JSON${placeOf(text, error)}`);
  }
}

function fail(message: string): ReadJson {
  return { ok: false, errors: [{ path: '$', message }] };
}

/** "（第 3 行第 14 列附近）", where the parser says where it stopped. */
function placeOf(text: string, error: unknown): string {
  if (error instanceof Error && error.message.includes('end of JSON')) return '（在中途结束）';
  const place = placeInJson(text, error);
  return place ? `（第 ${place.line} 行第 ${place.column} 列附近）` : '';
}
