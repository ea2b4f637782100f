import type { Engine } from '../../../engine/index.ts';
import type { ScenarioProps } from '../props.ts';
import type { Step } from '../state/history.ts';
import { readScenario } from '../state/scenario-json.ts';

export interface StartProps {
  templates: ScenarioProps['templates'];
  engine: Engine;
  dispatch: (step: Step) => void;
}

/** Scenarios to begin with; taking one can be undone. */
export function Start({ templates, engine, dispatch }: StartProps) {
  return (
    <div className="start" role="group" aria-labelledby="start">
      <p id="start">从一类企业的典型项目开始，再改成自己的：</p>
      <div className="chips">
        {templates.map(({ id, title, scenario }) => (
          <button
            key={id}
            type="button"
            onClick={() => {
              const read = readScenario(engine, scenario);
              if (read.ok) dispatch({ type: 'replace', form: read.form });
            }}
          >
            {title}
          </button>
        ))}
      </div>
    </div>
  );
}
