import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Engine, Fault } from '../../engine/index.ts';
import type { MatterRule } from '../../model/rulebook.ts';
import { begin, step, type Step } from './state/history.ts';
import { EMPTY, type ScenarioForm } from './state/scenario-form.ts';
import { readScenario, writeScenario } from './state/scenario-json.ts';
import { holdsLink, loadLinks } from './state/link-form.ts';
import { claimTab, readDraft, writeDraft } from './state/storage.ts';

export interface ScenarioHandle {
  form: ScenarioForm;
  dispatch: (step: Step) => void;
  canUndo: boolean;
  canRedo: boolean;
  /** what was kept has been read; before that nothing is written */
  ready: boolean;
  /** what was wrong with the link, empty where nothing was */
  linkFaults: readonly Fault[];
  /** how many links have been opened here */
  linked: number;
  /** the browser keeps drafts */
  stored: boolean;
}

/** A burst of typing is kept once. */
const KEEP_DELAY = 300;

/** The scenario of this tab: from the link, else from the draft, else empty. */
export function useScenario(engine: Engine): ScenarioHandle {
  const [history, dispatch] = useReducer(step, EMPTY, begin);
  const [tab, setTab] = useState<string | null>(null);
  const [linkFaults, setLinkFaults] = useState<readonly Fault[]>([]);
  const [linked, countLink] = useReducer((times: number) => times + 1, 0);
  const [stored, setStored] = useState(true);
  const form = history.present;
  const latest = useRef<ScenarioForm>(form);
  const { matters } = engine.ruleBook;
  // which policies are shown can change while a scenario is open: it is read once
  const reader = useRef(engine);
  useEffect(() => {
    reader.current = engine;
  }, [engine]);

  const openLink = useCallback(async (): Promise<void> => {
    if (!holdsLink(location.hash)) return;
    const { readLink } = await loadLinks();
    const read = readLink(reader.current, location.hash);
    if (read === null) return;
    if (read.ok) {
      dispatch({ type: 'replace', form: read.form });
      countLink();
      // from here on the draft is the state: a reload must not bring the link's figures back
      window.history.replaceState(null, '', location.pathname + location.search);
    }
    setLinkFaults(read.ok ? [] : read.errors);
  }, []);

  useEffect(() => {
    let gone = false;
    void claimTab().then(async (own) => {
      if (gone) return;
      const draft = readScenario(reader.current, readDraft(own));
      if (draft.ok) dispatch({ type: 'replace', form: draft.form });
      await openLink().finally(() => {
        if (!gone) setTab(own);
      });
    });
    const reopen = (): void => void openLink();
    addEventListener('hashchange', reopen);
    return () => {
      gone = true;
      removeEventListener('hashchange', reopen);
    };
  }, [openLink]);

  const empty = form.projects.length === 0;
  useEffect(() => {
    // on failure the copied address is the page's own
    if (!empty) void loadLinks().catch(() => null);
  }, [empty]);

  useEffect(() => {
    latest.current = form;
    if (tab === null) return undefined;
    const keep = (): void => setStored(writeDraft(tab, draftOf(latest.current, matters)));
    const timer = setTimeout(keep, KEEP_DELAY);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [form, tab, matters]);

  return {
    form,
    dispatch,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    ready: tab !== null,
    linkFaults,
    linked,
    stored,
  };
}

function draftOf(form: ScenarioForm, matters: readonly MatterRule[]): ReturnType<typeof writeScenario> | null {
  return form.projects.length === 0 ? null : writeScenario(form, matters);
}
