import { memo, useMemo, useState, useSyncExternalStore } from 'react';
import type { Engine } from '../../../engine/index.ts';
import { wordMoney } from '../../../explain/index.ts';
import type { RuleBook } from '../../../model/rulebook.ts';
import { wordResult } from '../../result/sums.ts';
import { answerAll, doubtAll } from '../outcome/outcome.ts';
import { judgeCertainty } from '../outcome/certainty.ts';
import type { Step } from '../state/history.ts';
import { scenarioOf, type ScenarioForm } from '../state/scenario-form.ts';
import { readScenario, writeScenario } from '../state/scenario-json.ts';
import { changeKept, keptText, readKept, watchKept, type Kept as KeptScenario } from '../state/storage.ts';
import { wordCertainty } from '../outcome/word-certainty.ts';

export interface KeptProps {
  engine: Engine;
  rules: RuleBook;
  form: ScenarioForm;
  dispatch: (step: Step) => void;
}

const MOST_COMPARED = 4;

/** Scenarios that the visitor keeps in the browser, and up to four of them side by side. */
export const Kept = memo(function Kept({ engine, rules, form, dispatch }: KeptProps) {
  const text = useSyncExternalStore(watchKept, keptText, () => '[]');
  const kept = useMemo(() => readKept(text), [text]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const keep = (): void => {
    const file = writeScenario(form, rules.matters);
    const stored = changeKept((before) => [
      { id: `k${Date.now().toString(36)}`, saved: new Date().toISOString(), file },
      ...before,
    ]);
    setSaid(stored ? '已保留' : '浏览器不允许保存，只在这一页里保留；请另存情景文件');
  };
  const remove = (id: string): void => {
    changeKept((before) => before.filter((one) => one.id !== id));
    setChosen(chosen.filter((one) => one !== id));
    setSaid('已删除');
  };
  const compared = useMemo(
    () => kept.filter(({ id }) => chosen.includes(id)).flatMap((one) => summarise(engine, one)),
    [engine, kept, chosen],
  );
  return (
    <section className="kept" aria-labelledby="kept">
      <h2 id="kept">保留与比较</h2>
      <div className="chips">
        <button type="button" disabled={form.projects.length === 0} onClick={keep}>
          保留现在的情景
        </button>
        <span role="status" className="calc-example">
          {said}
        </span>
      </div>
      {kept.length > 0 && (
        <ul>
          {kept.map(({ id, saved, file }) => {
            const title = titleOf(file.name, file.projects.length);
            const full = chosen.length >= MOST_COMPARED && !chosen.includes(id);
            return (
              <li key={id}>
                {kept.length > 1 ? (
                  <label className="tick">
                    <input
                      type="checkbox"
                      checked={chosen.includes(id)}
                      disabled={full}
                      onChange={(event) =>
                        setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                      }
                    />
                    {title} <small>{saved.slice(0, 10)}</small>
                  </label>
                ) : (
                  <p className="tick">
                    {title} <small>{saved.slice(0, 10)}</small>
                  </p>
                )}
                <span>
                  <button type="button" aria-label={`打开：${title}`} onClick={() => open(engine, file, dispatch)}>
                    打开
                  </button>
                  <button type="button" aria-label={`删除：${title}`} onClick={() => remove(id)}>
                    删除
                  </button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {kept.length > 0 && (
        <p className="calc-example">{kept.length > 1 ? '勾选二至四个，并排比较。' : '再保留一个即可并排比较。'}</p>
      )}
      {compared.length > 1 && (
        <div className="compared">
          {compared.map(({ id, title, outcomes, certainty }) => (
            <section key={id} aria-label={title}>
              <h3>{title}</h3>
              {outcomes.map(({ rule, result, range }) => (
                <p key={rule.id} data-policy={rule.id}>
                  <span>{rule.shortTitle}</span>
                  <b>{wordResult(result, rules.reasons)}</b>
                  {range.min !== range.max && (
                    <small>
                      各口径 {wordMoney(range.min)} 至 {wordMoney(range.max)}
                    </small>
                  )}
                </p>
              ))}
              <p>{wordCertainty(certainty, rules)}</p>
            </section>
          ))}
        </div>
      )}
    </section>
  );
});

function titleOf(name: string | undefined, count: number): string {
  return name ?? `未命名（${count} 个项目）`;
}

function open(engine: Engine, file: unknown, dispatch: KeptProps['dispatch']): void {
  const read = readScenario(engine, file);
  if (read.ok) dispatch({ type: 'replace', form: read.form });
}

/** What a browser kept may be of any age: what no longer fits is left out. */
function summarise(engine: Engine, { id, file }: KeptScenario) {
  const read = readScenario(engine, file);
  if (!read.ok) return [];
  const scenario = scenarioOf(read.form, engine);
  const outcomes = doubtAll(engine, scenario, answerAll(engine, scenario));
  return [{ id, title: titleOf(file.name, file.projects.length), outcomes, certainty: judgeCertainty(outcomes) }];
}
