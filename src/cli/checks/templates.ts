import { jsonSteps } from '../../domain/json-steps.ts';
import { parseScenario, readScenarioJson, type Engine } from '../../engine/index.ts';
import { Place } from '../../engine/parse/faults.ts';
import type { Fault } from '../../load/fault.ts';
import type { ContentFiles } from '../../load/files.ts';
import type { Template } from '../../model/knowledge-base.ts';

/** Every template is a scenario that `evaluate` takes as it is: no key twice, no number finer than a double. */
export function checkTemplates(engine: Engine, templates: readonly Template[], files: ContentFiles): Fault[] {
  return templates.flatMap(({ file }): Fault[] => {
    const text = files.get(file) ?? '';
    const read = readScenarioJson(text);
    const parsed = read.ok ? parseScenario(engine, read.value) : read;
    if (parsed.ok) return [];
    const lineOf = lineFinder(text);
    return parsed.errors.map(({ path, message }) => ({
      file,
      line: lineOf(path),
      field: path,
      problem: message,
      remedy: '改模板里的这一处',
    }));
  });
}

/** The last step of a path as the engine tells it: `.date`, `[0]`, `["minhang-2025/phase-iii"]`. */
const LAST_STEP = /(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\]|\.?[\w$]+)$/;

/** The line of what a fault tells of; of what is missing, that of the object which lacks it. */
function lineFinder(text: string): (path: string) => number {
  const lines = new Map<string, number>();
  // of a key that stands there twice the last one counts, as for the engine
  for (const { at, path } of jsonSteps(text))
    lines.set(
      path().reduce<Place>((outer, step) => outer.at(step), new Place([])).path,
      text.slice(0, at).split('\n').length,
    );
  return (path) => {
    let known = path;
    while (known !== '' && !lines.has(known)) known = LAST_STEP.test(known) ? known.replace(LAST_STEP, '') : '';
    return lines.get(known) ?? 1;
  };
}
