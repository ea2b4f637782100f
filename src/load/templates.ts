import type { Fault } from './fault.ts';
import type { ContentFiles } from './files.ts';

/** A scenario to begin with, as it stands in content/templates: a plain scenario file. */
export interface Template {
  /** "1-innovative-drug" */
  id: string;
  title: string;
  /** as JSON gives it, and known to fit the schema */
  scenario: unknown;
}

const FOLDER = 'templates/';

/** What is wrong with a scenario, by JSON path; the engine knows, and `load` must not know the engine. */
export type FindFaults = (scenario: unknown) => { path: string; message: string }[];

/** All templates in the order of their file names, with every fault in them. */
export function readTemplates(files: ContentFiles, findFaults: FindFaults): { templates: Template[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const templates = [...files].flatMap(([file, text]): Template[] => {
    if (!file.startsWith(FOLDER) || !file.endsWith('.json')) return [];
    let scenario: unknown;
    try {
      scenario = JSON.parse(text);
    } catch {
      faults.push({ file, line: 1, field: '文件', problem: '不是有效的 JSON', remedy: '检查括号、引号和逗号' });
      return [];
    }
    const wrong = findFaults(scenario);
    if (wrong.length > 0) {
      for (const { path, message } of wrong)
        faults.push({ file, line: 1, field: path, problem: message, remedy: '改这一处；情景须能直接用 evaluate 计算' });
      return [];
    }
    const { name } = scenario as { name?: string };
    if (name === undefined)
      faults.push({ file, line: 1, field: 'name', problem: '没有名称', remedy: '写上模板的名称，如 "name": "CDMO"' });
    return [{ id: file.slice(FOLDER.length, -'.json'.length), title: name ?? '', scenario }];
  });
  return { templates, faults };
}
