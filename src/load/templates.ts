import { placeInJson } from '../domain/json-place.ts';
import type { Template } from '../model/knowledge-base.ts';
import type { Fault } from './fault.ts';
import type { ContentFiles } from './files.ts';

const FOLDER = 'templates/';

/** All templates in the order of their file names. Whether the engine takes them is for `check` to say. */
export function readTemplates(files: ContentFiles, faults: Fault[]): Template[] {
  const report = (file: string, line: number, field: string, problem: string, remedy: string): void => {
    faults.push({ file, line, field, problem, remedy });
  };
  return [...files].flatMap(([file, text]): Template[] => {
    if (!file.startsWith(FOLDER) || !file.endsWith('.json')) return [];
    try {
      const scenario: unknown = JSON.parse(text);
      const name = typeof scenario === 'object' && scenario !== null && 'name' in scenario ? scenario.name : null;
      if (typeof name !== 'string' || name === '')
        report(file, 1, 'name', '没有名称', '写上模板的名称，如 "name": "CDMO"');
      return [{ id: file.slice(FOLDER.length, -'.json'.length), file, title: String(name), scenario }];
    } catch (error) {
      const line = placeInJson(text, error)?.line ?? text.split('\n').length;
      report(file, line, '正文', '不是有效的 JSON', '文件是一个测算情景，须能直接用 evaluate 计算');
      return [];
    }
  });
}
