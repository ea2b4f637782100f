import { useMemo } from 'react';
import { yearOf } from '../../domain/dates.ts';
import { compile } from '../../engine/index.ts';
import type { FactRule } from '../../model/rulebook.ts';
import { Announcer } from '../calculator/Announcer.tsx';
import { calculate } from '../calculator/calculate.ts';
import type { CalculatorProps } from '../calculator/props.ts';
import { useForm } from '../calculator/use-form.ts';
import { useSettled } from '../calculator/use-settled.ts';
import { FactField } from '../fields/FactField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { jsonProps } from '../json-props.tsx';
import { Answer } from '../result/Answer.tsx';
import { wordResult } from '../result/sums.ts';
import { useChosen } from '../state/choice.ts';
import { emptyAnswers } from '../state/defaults.ts';
import { readDate } from '../state/form-state.ts';
import { useScenarioAddress } from './use-scenario-address.ts';
import { useTyping } from './use-typing.ts';

export interface HomeQuestionProps extends CalculatorProps {
  /** root-relative: where the whole scenario is worked out */
  more: string;
}

/** The first question of the site: what one has, one sum, and what each policy gives. */
export function HomeQuestion(props: HomeQuestionProps) {
  const rules = useChosen(props.rules);
  const handle = useForm({ ...props, rules });
  const { form, edit, switchMatter } = handle;
  const engine = useMemo(() => compile(rules), [rules]);
  const matter = engine.matters.get(form.matter)?.rule;
  const outcome = useMemo(() => (matter ? calculate(engine, form, matter) : null), [engine, form, matter]);
  const more = useScenarioAddress(props.more, handle.untouched ? null : form, rules.matters);
  const settled = useSettled(outcome, form.readings);
  const typing = useTyping(handle.id);
  if (!matter || !outcome) return null;
  // What the example itself sets is in view, too.
  const usual = emptyAnswers(matter);
  const start = props.starts[matter.id] ?? usual;
  const isAsked = (fact: FactRule): boolean => fact.default === null || start[fact.name] !== usual[fact.name];
  const asked = matter.facts.filter(isAsked);
  const others = matter.facts.filter((fact) => !isAsked(fact));
  const field = (fact: FactRule) => (
    <FactField
      key={`${matter.id} ${fact.name}`}
      fact={fact}
      answer={form.answers[fact.name] ?? null}
      year={readDate(form.date) === null ? null : yearOf(form.date)}
      onChange={(answer) => edit({ answers: { ...form.answers, [fact.name]: answer } })}
    />
  );
  const spoken = outcome.policies
    .map(({ rule, result }) => `${rule.shortTitle}：${wordResult(result, rules.reasons)}`)
    .join('；');
  return (
    <form
      className="calc home-question"
      id={handle.id}
      data-typing={typing ? '' : undefined}
      onSubmit={(event) => event.preventDefault()}
      aria-label="测算"
      noValidate
    >
      <div className="calc-fields">
        <SelectField
          name="matter"
          label="我的情况"
          options={rules.matters.map(({ id, plain }) => ({ id, label: plain }))}
          help={matter.help ?? null}
          value={form.matter}
          onChange={switchMatter}
        />
        {asked.map(field)}
        {others.length > 0 && (
          <details className="calc-more">
            <summary>更多情形（已按通常情形填好）</summary>
            <div className="calc-fields">{others.map(field)}</div>
          </details>
        )}
      </div>
      <div className="calc-answers">
        {outcome.policies.map((one, at) => (
          <Answer
            key={one.rule.id}
            outcome={one}
            matter={matter}
            reasons={rules.reasons}
            doubtful={(settled?.policies[at]?.switches.length ?? 0) > 0}
          />
        ))}
      </div>
      <Announcer text={spoken} silent={handle.untouched} />
      <p className="calc-example">
        {handle.untouched ? '这是一个示例，改成您的数即可。' : ''}按 {form.date} 计。
        <a href={more}>多个项目、逐年与口径：完整测算</a>
      </p>
    </form>
  );
}

export const HomeQuestionIsland = jsonProps(HomeQuestion);
