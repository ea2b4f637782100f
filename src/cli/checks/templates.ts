import { parseScenario, readScenarioJson, type Engine } from '../../engine/index.ts';
import type { Fault } from '../../load/fault.ts';
import type { ContentFiles } from '../../load/files.ts';
import type { Template } from '../../model/knowledge-base.ts';

/** Every template is a scenario that `evaluate` takes as it is: no key twice, no number finer than a double. */
export function checkTemplates(engine: Engine, templates: readonly Template[], files: ContentFiles): Fault[] {
  return templates.flatMap(({ file }): Fault[] => {
    const read = readScenarioJson(files.get(file) ?? '');
    const parsed = read.ok ? parseScenario(engine, read.value) : read;
    if (parsed.ok) return [];
    return parsed.errors.map(({ path, message }) => ({
      file,
      line: 1,
      field: path,
      problem: message,
      remedy: '改模板里的这一处',
    }));
  });
}
