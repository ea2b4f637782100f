import { parseScenario, type Engine } from '../../engine/index.ts';
import type { Fault } from '../../load/fault.ts';
import type { Template } from '../../model/knowledge-base.ts';

/** Every template is a scenario that `evaluate` takes as it is. */
export function checkTemplates(engine: Engine, templates: readonly Template[]): Fault[] {
  return templates.flatMap(({ file, scenario }): Fault[] => {
    const parsed = parseScenario(engine, scenario);
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
