import { useCallback, useMemo } from 'react';
import { compile } from '../../engine/index.ts';
import { jsonProps } from '../json-props.tsx';
import { Answer } from '../result/Answer.tsx';
import { Readings } from '../result/Readings.tsx';
import { wordResult } from '../result/sums.ts';
import { useChosen } from '../state/choice.ts';
import { Actions } from './Actions.tsx';
import { Announcer } from './Announcer.tsx';
import { calculate } from './calculate.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { Explanation } from './Explanation.tsx';
import { Fields } from './Fields.tsx';
import type { CalculatorProps } from './props.ts';
import { useForm } from './use-form.ts';
import { useSettled } from './use-settled.ts';

/** One component for every clause: fields from the facts of the matter, answers from the engine. */
export function Calculator(props: CalculatorProps) {
  const { focus, matterWords = 'title', brief = false } = props;
  const rules = useChosen(props.rules);
  const handle = useForm({ ...props, rules });
  const { form, edit } = handle;
  const engine = useMemo(() => compile(rules), [rules]);
  const matter = engine.matters.get(form.matter)?.rule;
  const outcome = useMemo(() => (matter ? calculate(engine, form, matter) : null), [engine, form, matter]);
  const choose = useCallback(
    (id: string, option: string): void => {
      const standard = rules.policies.flatMap((rule) => rule.readings).find((one) => one.id === id)?.default;
      const others = Object.entries(form.readings).filter(([key]) => key !== id);
      edit({ readings: Object.fromEntries(option === standard ? others : [...others, [id, option]]) });
    },
    [rules, form.readings, edit],
  );
  const explained = useSettled(outcome, form.readings);
  if (!matter || !outcome || !explained) return null;
  const { policies } = outcome;
  const { reasons } = rules;
  const spoken = policies.map(({ rule, result }) => `${rule.shortTitle}：${wordResult(result, reasons)}`).join('；');
  return (
    <form className="calc" id={handle.id} onSubmit={(event) => event.preventDefault()} aria-label="测算" noValidate>
      {handle.nonsense && (
        <p className="calc-note" role="alert">
          地址里的测算内容读不出来，下面是未改动的示例。
        </p>
      )}
      <Fields {...{ rules, matter, handle, matterWords }} />
      <p className="calc-example">
        {handle.untouched ? '已填入一个示例，改成您的数即可。' : '填写的内容只留在本页和地址里。'}
      </p>
      <div className="calc-answers">
        {policies.map((one, at) => (
          <Answer
            key={one.rule.id}
            outcome={one}
            matter={matter}
            reasons={reasons}
            doubtful={(explained.policies[at]?.switches.length ?? 0) > 0}
          />
        ))}
      </div>
      <Announcer text={spoken} silent={handle.untouched} />
      {focus && <Elsewhere focus={focus} outcome={outcome} />}
      {!brief && (
        <>
          <Readings policies={explained.policies} reasons={reasons} onChoose={choose} />
          <Explanation engine={engine} outcome={explained} focus={focus?.policy ?? null} />
          <Actions handle={handle} />
        </>
      )}
    </form>
  );
}

export const CalculatorIsland = jsonProps(Calculator);
