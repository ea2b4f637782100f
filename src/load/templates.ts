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
      faults.push({ file, path: '', expected: '有效的 JSON', hint: '文件是一个测算情景，写法见 docs 里的情景说明。' });
      return [];
    }
    const parsed = parseScenario(engine, scenario);
    if (!parsed.ok) {
      for (const { path, message } of parsed.errors) faults.push({ file, path, expected: message, hint: '改这一处；情景须能直接用 evaluate 计算。' });
      return [];
    }
    const { name } = scenario as { name?: string };
    if (name === undefined) faults.push({ file, path: 'name', expected: '名称', hint: '写上模板的名称，如 "name": "CDMO"。' });
    return [{ id: file.slice(FOLDER.length, -'.json'.length), title: name ?? '', scenario }];
  });
  return { templates, faults };
}
