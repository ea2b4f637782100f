import { useCallback, useRef, useState } from 'react';
import { APPLICANT_TYPES } from '../../../domain/applicants.ts';
import { LONGEST_NAME } from '../../../engine/limits.ts';
import { APPLICANT_LABELS } from '../../../explain/index.ts';
import type { RuleBook } from '../../../model/rulebook.ts';
import { SelectField } from '../../fields/SelectField.tsx';
import { defaultDate } from '../../state/defaults.ts';
import type { Step } from '../state/history.ts';
import { MOST_PROJECTS, type ScenarioForm } from '../state/scenario-form.ts';
import { ProjectCard } from './ProjectCard.tsx';
import { useGoOn } from './use-go-on.ts';

export interface ComposerProps {
  form: ScenarioForm;
  rules: RuleBook;
  today: string;
  /** what was kept has been read */
  ready: boolean;
  /** how many links have been opened */
  linked: number;
  dispatch: (step: Step) => void;
}

/** The applicant and its projects. */
export function Composer({ form, rules, today, ready, linked, dispatch }: ComposerProps) {
  const list = useRef<HTMLOListElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const ids = form.projects.map(({ id }) => id);
  const toggle = useCallback(
    (id: string) =>
      setOpened((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
    [],
  );

  const open = useCallback((id: string) => setOpened(new Set([id])), []);
  useGoOn({ list, ids, open, ready, linked });

  const unique = rules.matters
    .filter((matter) => matter.unique && form.projects.some((one) => one.matter === matter.id))
    .map(({ id }) => id);
  return (
    <section className="compose" aria-labelledby="compose">
      <h2 id="compose">我的项目</h2>
      <div className="calc-fields">
        <div className="field">
          <label htmlFor="scenario-name">情景名称（可不填）</label>
          <input
            id="scenario-name"
            type="text"
            name="scenario-name"
            maxLength={LONGEST_NAME}
            autoComplete="off"
            value={form.name}
            onChange={(event) => dispatch({ type: 'name', name: event.target.value })}
          />
        </div>
        <SelectField
          name="applicant"
          label="申报主体"
          options={APPLICANT_TYPES.map((id) => ({ id, label: APPLICANT_LABELS[id] }))}
          value={form.applicant}
          onChange={(value) => {
            const applicant = APPLICANT_TYPES.find((one) => one === value);
            if (applicant) dispatch({ type: 'applicant', applicant });
          }}
        />
      </div>
      <ol className="projects" ref={list}>
        {form.projects.map((entry, at) => (
          <ProjectCard
            key={entry.id}
            entry={entry}
            at={at}
            count={form.projects.length}
            matters={rules.matters}
            taken={unique.length === 0 ? NONE : unique}
            policies={rules.policies}
            open={opened.has(entry.id)}
            onToggle={toggle}
            dispatch={dispatch}
          />
        ))}
      </ol>
      <div className="field add-project">
        <label htmlFor="add-project">加一个项目</label>
        <select
          id="add-project"
          value=""
          disabled={form.projects.length >= MOST_PROJECTS}
          onChange={(event) => {
            const matter = rules.matters.find(({ id }) => id === event.target.value);
            const date = defaultDate(
              rules.policies.map(({ validity }) => validity),
              today,
            );
            if (matter) dispatch({ type: 'add', matter, date });
          }}
        >
          <option value="">我……（选一件事）</option>
          {rules.matters.map((matter) => (
            <option key={matter.id} value={matter.id} disabled={unique.includes(matter.id)}>
              {matter.plain}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

const NONE: readonly string[] = [];
