import { memo } from 'react';
import { APPLICANT_TYPES, type ApplicantType } from '../../domain/applicants.ts';
import { yearOf, type IsoDate } from '../../domain/dates.ts';
import { statusOn } from '../../domain/validity.ts';
import { APPLICANT_LABELS, STATUS_WORDS } from '../../explain/index.ts';
import type { FactRule, MatterRule, PolicyRule, RuleBook } from '../../model/rulebook.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { DateField } from '../fields/DateField.tsx';
import { FactField } from '../fields/FactField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { readDate, type Answer } from '../state/form-state.ts';
import type { FormHandle } from './use-form.ts';

export interface FieldsProps {
  rules: RuleBook;
  matter: MatterRule;
  handle: FormHandle;
  matterWords: 'title' | 'plain';
}

/** All that can be filled in: the matter where there are several, its facts, the day, the applicant. */
export function Fields({ rules, matter, handle, matterWords }: FieldsProps) {
  const { form, edit, switchMatter } = handle;
  const applicant = <ApplicantField value={form.applicant} edit={edit} />;
  const asksApplicant = hasOtherApplicants(rules.policies, matter.id);
  return (
    <div className="calc-fields">
      {rules.matters.length > 1 ? (
        <div className="calc-matter">
          <ChoiceField
            name="matter"
            label="事项"
            options={rules.matters.map((one) => ({
              id: one.id,
              label: matterWords === 'plain' ? one.plain : one.title,
            }))}
            help={matter.help ?? null}
            value={form.matter}
            onChange={switchMatter}
          />
        </div>
      ) : (
        matter.help !== undefined && <p className="field-help calc-matter">{matter.help}</p>
      )}
      {matter.facts.map((fact) => (
        <Fact
          key={fact.name}
          fact={fact}
          answer={form.answers[fact.name] ?? null}
          year={readDate(form.date) === null ? null : yearOf(form.date)}
          onAnswer={handle.answer}
        />
      ))}
      <Day label={matter.dateLabel} value={form.date} policies={rules.policies} edit={edit} />
      {asksApplicant ? (
        applicant
      ) : (
        <details className="calc-more">
          <summary>更多</summary>
          {applicant}
        </details>
      )}
    </div>
  );
}

interface FactProps {
  fact: FactRule;
  answer: Answer;
  year: number | null;
  onAnswer: FormHandle['answer'];
}

/** Drawn again only when its own answer changes. */
const Fact = memo(function Fact({ onAnswer, ...rest }: FactProps) {
  return <FactField {...rest} onChange={(value) => onAnswer(rest.fact.name, value)} />;
});

interface DayProps {
  label: string;
  value: string;
  policies: readonly PolicyRule[];
  edit: FormHandle['edit'];
}

const Day = memo(function Day({ label, value, policies, edit }: DayProps) {
  const onChange = (date: string): void => edit({ date });
  return <DateField {...{ label, value, onChange }} {...pickable(policies)} echo={wordDay(value, policies)} />;
});

const ApplicantField = memo(function ApplicantField(props: { value: ApplicantType; edit: FormHandle['edit'] }) {
  const options = APPLICANT_TYPES.map((id) => ({ id, label: APPLICANT_LABELS[id] }));
  const onChange = (id: string): void => {
    const applicant = APPLICANT_TYPES.find((one) => one === id);
    if (applicant) props.edit({ applicant });
  };
  return <SelectField name="applicant" label="申报主体" options={options} value={props.value} onChange={onChange} />;
});

/** Whether the awards for a matter are open to others than enterprises. */
function hasOtherApplicants(policies: readonly PolicyRule[], matter: string): boolean {
  const awards = policies.flatMap((policy) => policy.awards).filter((award) => award.matter === matter);
  return awards.some((award) => award.applicants.some((type) => type !== 'enterprise'));
}

/** From the first day that any policy pays for to the last. */
export function pickable(policies: readonly PolicyRule[]): { min: IsoDate; max: IsoDate } {
  const starts = policies.map(({ validity }) => validity.appliesFrom ?? validity.effective);
  const ends = policies.flatMap(({ validity }) => validity.expires ?? []);
  // what has no end has no last day to pick
  const open = ends.length < policies.length;
  return { min: starts.sort()[0] ?? '', max: open ? '' : (ends.sort().at(-1) ?? '') };
}

/** "闵行 2025 现行有效，松江 2025 尚未施行" */
export function wordDay(date: string, policies: readonly PolicyRule[]): string {
  const day = readDate(date);
  if (day === null) return '尚未填写';
  return `当日：${policies.map((one) => `${one.shortTitle} ${STATUS_WORDS[statusOn(one.validity, day)]}`).join('，')}`;
}
