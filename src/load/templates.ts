import { compile, parseScenario } from '../engine/index.ts';
import type { RuleBook } from '../model/rulebook.ts';
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

/** All templates in the order of their file names, with every fault in them. */
export function readTemplates(files: ContentFiles, rules: RuleBook): { templates: Template[]; faults: Fault[] } {
  const engine = compile(rules);
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
    const parsed = parseScenario(engine, scenario);
    if (!parsed.ok) {
      for (const { path, message } of parsed.errors) faults.push({ file, line: 1, field: path, problem: message, remedy: '改这一处；情景须能直接用 evaluate 计算' });
      return [];
    }
    const { name } = scenario as { name?: string };
    if (name === undefined) faults.push({ file, line: 1, field: 'name', problem: '没有名称', remedy: '写上模板的名称，如 "name": "CDMO"' });
    return [{ id: file.slice(FOLDER.length, -'.json'.length), title: name ?? '', scenario }];
  });
  return { templates, faults };
}
