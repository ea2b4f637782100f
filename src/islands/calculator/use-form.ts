import { useCallback, useEffect, useId, useMemo, useReducer, useState, useSyncExternalStore } from 'react';
import { shanghaiToday } from '../../domain/dates.ts';
import { ADDRESS_ANCHOR, ADDRESS_KEY, readForm, writeForm } from '../state/address.ts';
import { defaultDate, emptyAnswers } from '../state/defaults.ts';
import type { Answer, CalculatorForm } from '../state/form-state.ts';
import { addEarlyInput, readEarlyInput } from './early-input.ts';
import type { CalculatorProps } from './props.ts';

export interface FormHandle {
  /** of the form element */
  id: string;
  form: CalculatorForm;
  /** the address held something that is not a calculator's state */
  nonsense: boolean;
  /** nothing was changed yet: what is shown is our example */
  untouched: boolean;
  edit: (change: Partial<CalculatorForm>) => void;
  answer: (fact: string, value: Answer) => void;
  switchMatter: (matter: string) => void;
  reset: () => void;
  /** the address that restores all this */
  link: () => string;
}

/** A burst of typing writes the address once. */
const ADDRESS_DELAY = 250;

const neverChanges = (): (() => void) => () => undefined;
const noSearch = (): string => '';
const readSearch = (): string => location.search;
const yes = (): boolean => true;
const no = (): boolean => false;
/** Asked at every render, and slow to find out: once is enough. */
let today: string | null = null;
const readToday = (): string => (today ??= shanghaiToday(new Date()));

/** The form: what the visitor changed, else what the address says, else the example. */
export function useForm({ rules, matter, starts, today: built }: CalculatorProps): FormHandle {
  const [edited, setEdited] = useState<CalculatorForm | null>(null);
  // The browser tells nobody that we wrote the address ourselves.
  const [, reread] = useReducer((times: number) => times + 1, 0);
  const search = useSyncExternalStore(neverChanges, readSearch, noSearch);
  const today = useSyncExternalStore(neverChanges, readToday, () => built);

  const start = useCallback(
    (id: string): CalculatorForm => {
      const rule = rules.matters.find((one) => one.id === id);
      const date = defaultDate(
        rules.policies.map((policy) => policy.validity),
        today,
      );
      const answers = starts[id] ?? (rule ? emptyAnswers(rule) : {});
      return { matter: id, date, applicant: applicantFor(rules, id), readings: {}, answers };
    },
    [rules, starts, today],
  );
  const words = useMemo(() => new URLSearchParams(search).get(ADDRESS_KEY), [search]);
  const restored = useMemo(() => (words === null ? null : readForm(words, rules)), [words, rules]);
  const id = useId();
  const [early, forgetEarly] = useState(() => readEarlyInput(id));
  const alive = useSyncExternalStore(neverChanges, yes, no);
  const unedited = useMemo(() => {
    const given = restored ?? start(matter);
    if (!alive || !early) return given;
    const chosen = early.get('matter') ?? given.matter;
    const rule = rules.matters.find((one) => one.id === chosen);
    return rule ? addEarlyInput(chosen === given.matter ? given : carryOver(given, start(chosen)), early, rule) : given;
  }, [restored, start, matter, alive, early, rules]);

  const form = edited ?? unedited;
  // what was typed while the scripts were on their way is the visitor's as well
  const own = edited ?? (alive && early !== null ? unedited : null);
  // Both stay the same functions while the visitor types: fields that did not change are not drawn again.
  const edit = useCallback(
    (change: Partial<CalculatorForm>) => setEdited((old) => ({ ...(old ?? unedited), ...change })),
    [unedited],
  );
  const answer = useCallback(
    (name: string, value: Answer) =>
      setEdited((old) => {
        const form = old ?? unedited;
        return { ...form, answers: { ...form.answers, [name]: value } };
      }),
    [unedited],
  );

  const link = (): string => addressOf(form, rules);
  useEffect(() => {
    if (own === null) return undefined;
    const write = (): void => history.replaceState(history.state, '', addressOf(own, rules));
    const timer = setTimeout(write, ADDRESS_DELAY);
    // who follows a link at once comes back to what was typed
    addEventListener('click', write, { capture: true, once: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('click', write, { capture: true });
    };
  }, [own, rules]);

  return {
    id,
    form,
    nonsense: words !== null && restored === null && edited === null,
    untouched: own === null && restored === null,
    edit,
    answer,
    switchMatter: (id) => setEdited(carryOver(form, start(id))),
    reset: () => {
      history.replaceState(history.state, '', addressOf(null, rules));
      setEdited(null);
      forgetEarly(null);
      reread();
    },
    link,
  };
}

/** Who can apply in most of the awards of a matter. */
function applicantFor(rules: CalculatorProps['rules'], matter: string): CalculatorForm['applicant'] {
  const awards = rules.policies.flatMap((policy) => policy.awards).filter((award) => award.matter === matter);
  return awards.some((award) => award.applicants.includes('enterprise'))
    ? 'enterprise'
    : (awards[0]?.applicants[0] ?? 'enterprise');
}

/** Another matter keeps the day, and the answers that it asks for too. */
function carryOver(from: CalculatorForm, to: CalculatorForm): CalculatorForm {
  const shared = Object.entries(from.answers).filter(([name]) => name in to.answers);
  return { ...to, date: from.date, readings: from.readings, answers: { ...to.answers, ...Object.fromEntries(shared) } };
}

/** The readings taken of the policies that are shown: an address names no others, because it may be opened without them. */
function readingsIn({ readings }: CalculatorForm, { policies }: CalculatorProps['rules']): CalculatorForm['readings'] {
  const known = new Set(policies.flatMap((policy) => policy.readings.map(({ id }) => id)));
  return Object.fromEntries(Object.entries(readings).filter(([id]) => known.has(id)));
}

function addressOf(form: CalculatorForm | null, rules: CalculatorProps['rules']): string {
  const query = new URLSearchParams(location.search);
  query.delete(ADDRESS_KEY);
  const rule = form && rules.matters.find((one) => one.id === form.matter);
  // Written by hand: what `writeForm` uses needs no escaping, and stays readable.
  const own = form && rule ? `${ADDRESS_KEY}=${writeForm({ ...form, readings: readingsIn(form, rules) }, rule)}` : '';
  const all = [query.toString().replaceAll('%2C', ','), own].filter(Boolean).join('&');
  return `${location.pathname}${all === '' ? '' : `?${all}`}${own === '' ? location.hash : `#${ADDRESS_ANCHOR}`}`;
}
