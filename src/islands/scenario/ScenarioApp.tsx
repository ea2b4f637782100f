import { useCallback, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { shanghaiToday } from '../../domain/dates.ts';
import { compile } from '../../engine/index.ts';
import { siteHref } from '../base.ts';
import { choiceOf } from '../../compare/choice.ts';
import { Announcer } from '../calculator/Announcer.tsx';
import { jsonProps } from '../json-props.tsx';
import { Readings } from '../result/Readings.tsx';
import { wordResult } from '../result/sums.ts';
import type { Report } from './export/report.ts';
import { judgeCertainty } from './outcome/certainty.ts';
import { wordCertainty } from './outcome/word-certainty.ts';
import { answerAll, doubtAll } from './outcome/outcome.ts';
import { ByProject } from './parts/ByProject.tsx';
import { Caps } from './parts/Caps.tsx';
import { Checklist } from './parts/Checklist.tsx';
import { Composer } from './parts/Composer.tsx';
import { DateLine } from './parts/DateLine.tsx';
import { Glimpse } from './parts/Glimpse.tsx';
import { Kept } from './parts/Kept.tsx';
import { PrintReport } from './parts/PrintReport.tsx';
import { Start } from './parts/Start.tsx';
import { Sure } from './parts/Sure.tsx';
import { TakeAway } from './parts/TakeAway.tsx';
import { Totals } from './parts/Totals.tsx';
import { YearChart } from './parts/YearChart.tsx';
import type { ScenarioProps } from './props.ts';
import { useChosen } from '../state/choice.ts';
import { wordFault } from './state/scenario-json.ts';
import { usePapers } from './use-papers.ts';
import { scenarioOf } from './state/scenario-form.ts';
import { linksAtHand } from './state/link-form.ts';
import { useScenario } from './use-scenario.ts';

/** So many projects are drawn whole with every keystroke. */
const AT_ONCE = 12;

const neverChanges = (): (() => void) => () => undefined;

/** One applicant with all its projects, and what every policy gives. */
export function ScenarioApp(props: ScenarioProps) {
  const { templates, notice, siteName } = props;
  const rules = useChosen(props.rules);
  const { documents, papers } = usePapers(props);
  const engine = useMemo(() => compile(rules), [rules]);
  const handle = useScenario(engine);
  const { form, dispatch, canUndo, canRedo, ready, linkFaults, linked, stored } = handle;
  const today = useSyncExternalStore(
    neverChanges,
    () => shanghaiToday(new Date()),
    () => props.today,
  );

  const scenario = useMemo(() => scenarioOf(form, engine), [form, engine]);
  const answers = useMemo(() => answerAll(engine, scenario), [engine, scenario]);
  // The sums follow every keystroke; what is below them, and what readings would change, is drawn once they stand.
  const later = useDeferredValue(form);
  const settled = form.projects.length > AT_ONCE ? later : form;
  const outcomes = useMemo(() => {
    const drawn = scenarioOf(settled, engine);
    return doubtAll(engine, drawn, answerAll(engine, drawn));
  }, [engine, settled]);
  const totals = settled === form ? outcomes : answers;

  const report = useCallback((): Report => {
    const absolute = (url: string): string => new URL(siteHref(url), location.origin).href;
    const fragment = linksAtHand()?.writeLink(form, rules.matters);
    const address = `${location.origin}${location.pathname}${choiceOf(location.search)}${fragment ? `#${fragment}` : ''}`;
    const now = doubtAll(engine, scenario, answerAll(engine, scenario));
    return {
      form,
      rules,
      outcomes: now,
      documents,
      papers,
      certainty: wordCertainty(judgeCertainty(now), rules),
      notice,
      siteName,
      date: today,
      address,
      absolute,
    };
  }, [form, rules, engine, scenario, documents, papers, notice, siteName, today]);
  const printed = usePrinting(report);

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
      if (typing || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      dispatch({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [dispatch]);

  const empty = form.projects.length === 0;
  const choose = useCallback(
    (reading: string, option: string): void => {
      const preset = rules.policies.flatMap((one) => one.readings).find(({ id }) => id === reading)?.default;
      dispatch({ type: 'reading', reading, option: option === preset ? null : option });
    },
    [rules, dispatch],
  );
  const spoken = answers
    .map(({ rule, result }) => `${rule.shortTitle}：${wordResult(result, rules.reasons)}`)
    .join('；');
  return (
    <div className="scenario calc" data-ready={ready ? '' : undefined}>
      {linkFaults.length > 0 && (
        <p className="calc-note" role="alert">
          链接里的情景没有载入，现有内容未变：{linkFaults.slice(0, 1).map(wordFault)}
        </p>
      )}
      {!stored && <p className="calc-note">浏览器不允许保存：关闭本页后内容会丢失，请复制链接或另存情景文件。</p>}
      <Start templates={templates} engine={engine} dispatch={dispatch} />
      <div className="chips history" role="group" aria-label="编辑">
        <button
          type="button"
          aria-disabled={!canUndo}
          aria-keyshortcuts="Control+Z"
          onClick={() => dispatch({ type: 'undo' })}
        >
          撤销
        </button>
        <button
          type="button"
          aria-disabled={!canRedo}
          aria-keyshortcuts="Control+Y"
          onClick={() => dispatch({ type: 'redo' })}
        >
          重做
        </button>
        <button
          type="button"
          aria-disabled={empty}
          onClick={() => dispatch({ type: 'replace', form: { ...form, name: '', readings: {}, projects: [] } })}
        >
          清空
        </button>
      </div>
      <div className="scenario-columns">
        <Composer {...{ form, rules, today, ready, linked, dispatch }} />
        <div className="scenario-answer">
          <h2 id="answers">各区给多少</h2>
          {empty ? (
            <p className="muted">选一类企业或加一个项目，这里就有结果。</p>
          ) : (
            <>
              <Totals outcomes={totals} reasons={rules.reasons} />
              <Sure rules={rules} outcomes={outcomes} />
              <YearChart outcomes={outcomes} />
              <Caps form={settled} rules={rules} outcomes={outcomes} />
            </>
          )}
        </div>
      </div>
      <Announcer text={spoken} silent={empty} />
      {!empty && <Glimpse outcomes={totals} reasons={rules.reasons} />}
      {!empty && (
        <>
          <ByProject form={settled} rules={rules} outcomes={outcomes} />
          <Readings policies={outcomes} reasons={rules.reasons} onChoose={choose} />
          <DateLine form={form} rules={rules} today={today} dispatch={dispatch} />
          <Checklist form={settled} rules={rules} outcomes={outcomes} documents={documents} papers={papers} />
          <TakeAway engine={engine} rules={rules} form={form} report={report} dispatch={dispatch} />
        </>
      )}
      <Kept engine={engine} rules={rules} form={form} dispatch={dispatch} />
      {empty && <TakeAway engine={engine} rules={rules} form={form} report={report} dispatch={dispatch} />}
      {printed && !empty && <PrintReport report={printed} />}
    </div>
  );
}

export const ScenarioIsland = jsonProps(ScenarioApp);

/** The report while the browser prints, null at all other times. */
function usePrinting(report: () => Report): Report | null {
  const [printed, setPrinted] = useState<Report | null>(null);
  useEffect(() => {
    const before = (): void => flushSync(() => setPrinted(report()));
    const after = (): void => setPrinted(null);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, [report]);
  return printed;
}
