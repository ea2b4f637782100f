import { memo, useId } from 'react';
import { yearOf } from '../../../domain/dates.ts';
import { LONGEST_NAME } from '../../../engine/limits.ts';
import type { MatterRule, PolicyRule } from '../../../model/rulebook.ts';
import { pickable, wordDay } from '../../calculator/Fields.tsx';
import { DateField } from '../../fields/DateField.tsx';
import { FactField } from '../../fields/FactField.tsx';
import { SelectField } from '../../fields/SelectField.tsx';
import { readDate } from '../../state/form-state.ts';
import type { Step } from '../state/history.ts';
import { nameOf, type ProjectEntry } from '../state/scenario-form.ts';

export interface ProjectCardProps {
  entry: ProjectEntry;
  at: number;
  count: number;
  matters: readonly MatterRule[];
  /** matters that another project has and that a scenario holds once */
  taken: readonly string[];
  policies: readonly PolicyRule[];
  open: boolean;
  onToggle: (id: string) => void;
  dispatch: (step: Step) => void;
}

/** One project: its name and matter in a line, and opened, all that can be filled in. */
export const ProjectCard = memo(function ProjectCard(props: ProjectCardProps) {
  const { entry, at, count, matters, taken, policies, open, onToggle, dispatch } = props;
  const id = useId();
  const matter = matters.find((one) => one.id === entry.matter);
  if (!matter) return null;
  const name = nameOf(entry, matters, at);
  const tool = (label: string, sign: string, disabled: boolean, step: Step) => (
    <button
      type="button"
      aria-label={`${label}：${name}`}
      title={label}
      aria-disabled={disabled}
      onClick={() => !disabled && dispatch(step)}
    >
      {sign}
    </button>
  );
  return (
    <li className="project" data-project={entry.id}>
      <div className="project-head">
        <h3>
          <button
            type="button"
            className="project-name"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => onToggle(entry.id)}
          >
            {name}
            {entry.name !== '' && <small>{matter.title}</small>}
          </button>
        </h3>
        <div className="project-tools" role="group" aria-label={`${name}：操作`}>
          {tool('上移', '↑', at === 0, { type: 'move', id: entry.id, by: -1 })}
          {tool('下移', '↓', at === count - 1, { type: 'move', id: entry.id, by: 1 })}
          {tool('复制', '复制', false, { type: 'duplicate', id: entry.id })}
          {tool('删除', '删除', false, { type: 'remove', id: entry.id })}
        </div>
      </div>
      <div id={id} hidden={!open}>
        {open && (
          <div className="calc-fields">
            <div className="calc-matter">
              <SelectField
                name="matter"
                label="事项"
                options={matters
                  .filter((one) => !taken.includes(one.id) || one.id === entry.matter)
                  .map((one) => ({ id: one.id, label: one.title }))}
                help={matter.help ?? null}
                value={entry.matter}
                onChange={(value) => {
                  const other = matters.find((one) => one.id === value);
                  if (other) dispatch({ type: 'matter', id: entry.id, matter: other });
                }}
              />
            </div>
            <div className="field">
              <label htmlFor={`${id}-name`}>名称（可不填）</label>
              <input
                id={`${id}-name`}
                type="text"
                name="name"
                maxLength={LONGEST_NAME}
                autoComplete="off"
                value={entry.name}
                onChange={(event) => dispatch({ type: 'rename', id: entry.id, name: event.target.value })}
              />
            </div>
            {matter.facts.map((fact) => (
              <FactField
                key={fact.name}
                fact={fact}
                answer={entry.answers[fact.name] ?? null}
                year={readDate(entry.date) === null ? null : yearOf(entry.date)}
                onChange={(answer) => dispatch({ type: 'answer', id: entry.id, fact: fact.name, answer })}
              />
            ))}
            <DateField
              label={matter.dateLabel}
              value={entry.date}
              {...pickable(policies)}
              echo={wordDay(entry.date, policies)}
              onChange={(date) => dispatch({ type: 'date', id: entry.id, date })}
            />
          </div>
        )}
      </div>
    </li>
  );
});
