import { memo, useId } from 'react';
import { chineseDate, yearOf } from '../../../domain/dates.ts';
import { STATUS_WORDS } from '../../../explain/index.ts';
import { drawnUntil, statusOn } from '../../../domain/validity.ts';
import type { RuleBook } from '../../../model/rulebook.ts';
import { Seal } from '../../result/Seal.tsx';
import { readDate } from '../../state/form-state.ts';
import type { Step } from '../state/history.ts';
import { nameOf, type ProjectEntry, type ScenarioForm } from '../state/scenario-form.ts';
import { Hatch } from './Hatch.tsx';

const DAY = 86_400_000;
const ROW = 26;
const dayOf = (date: string): number => Math.round(Date.parse(date) / DAY);
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The windows of all policies on one line, and below it every project's date, to be moved along it. */
export const DateLine = memo(function DateLine({
  form,
  rules,
  today,
  dispatch,
}: {
  form: ScenarioForm;
  rules: RuleBook;
  today: string;
  dispatch: (step: Step) => void;
}) {
  const id = useId();
  const { policies } = rules;
  const years = policies.flatMap(({ validity }) => [
    yearOf(validity.appliesFrom ?? validity.effective),
    yearOf(drawnUntil(validity, today)),
  ]);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const [start, end] = [dayOf(`${first}-01-01`), dayOf(`${last}-12-31`)];
  const at = (date: string): number =>
    Math.min(100, Math.max(0, Math.round(((dayOf(date) - start) / (end - start)) * 10_000) / 100));
  const height = policies.length * ROW + 34;
  return (
    <section className="date-line" aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`}>拖动日期，看当天各政策是否有效</h3>
      <svg width="100%" height={height} aria-hidden="true">
        <defs>
          {policies.map((policy) => (
            <Hatch key={policy.id} policy={policy} id={id} />
          ))}
        </defs>
        {Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year) => (
          <g key={year}>
            <line
              x1={`${at(`${year}-01-01`)}%`}
              x2={`${at(`${year}-01-01`)}%`}
              y1="14"
              y2={height - 16}
              className="axis-year"
            />
            <text x={`${at(`${year}-01-01`)}%`} y={height - 2} className="axis-label">
              {year}
            </text>
          </g>
        ))}
        {policies.map(({ id: policy, mark, validity }, row) => (
          <g key={policy} data-policy={policy}>
            {validity.appliesFrom && (
              <rect
                x={`${at(validity.appliesFrom)}%`}
                width={`${at(validity.effective) - at(validity.appliesFrom)}%`}
                y={row * ROW + 18}
                height="14"
                className="axis-reference"
              />
            )}
            <rect
              x={`${at(validity.effective)}%`}
              width={`${at(drawnUntil(validity, today)) - at(validity.effective)}%`}
              y={row * ROW + 18}
              height="14"
              className="axis-force"
              fill={`url(#${id}-${policy})`}
            />
            <text x={`${at(validity.effective)}%`} dx="4" y={row * ROW + 29} className="axis-name">
              {mark.seal}
            </text>
          </g>
        ))}
        <line x1={`${at(today)}%`} x2={`${at(today)}%`} y1="14" y2={height - 16} className="axis-today" />
        <text x={`${at(today)}%`} y="10" className="axis-now">
          今天
        </text>
      </svg>
      <ul>
        {form.projects.map((entry, place) => (
          <DateRow key={entry.id} {...{ entry, place, rules, today, start, end, dispatch }} />
        ))}
      </ul>
    </section>
  );
});

interface DateRowProps {
  entry: ProjectEntry;
  place: number;
  rules: RuleBook;
  today: string;
  /** days since 1970 */
  start: number;
  end: number;
  dispatch: (step: Step) => void;
}

const DateRow = memo(function DateRow({ entry, place, rules, today, start, end, dispatch }: DateRowProps) {
  const id = useId();
  const { policies, matters } = rules;
  const date = readDate(entry.date);
  const day = dayOf(date ?? today);
  const words =
    date === null
      ? '日期未填'
      : `${chineseDate(date)}，${policies.map((one) => `${one.shortTitle} ${STATUS_WORDS[statusOn(one.validity, date)]}`).join('，')}`;
  return (
    <li>
      <label htmlFor={id}>{nameOf(entry, matters, place)}</label>
      <input
        id={id}
        type="range"
        min={start}
        max={end}
        value={Math.min(end, Math.max(start, day))}
        aria-valuetext={words}
        onChange={(event) => dispatch({ type: 'date', id: entry.id, date: dateOf(Number(event.target.value)) })}
      />
      <p>
        {entry.date || '日期未填'}
        {date !== null &&
          policies.map((policy) => (
            <span key={policy.id} data-policy={policy.id}>
              <Seal policy={policy} /> {STATUS_WORDS[statusOn(policy.validity, date)]}
            </span>
          ))}
      </p>
    </li>
  );
});
