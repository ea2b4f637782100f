import { apply, burstOf, type Action } from './actions.ts';
import type { ScenarioForm } from './scenario-form.ts';

/** A scenario with what came before it and what was taken back. */
export interface History {
  past: readonly ScenarioForm[];
  present: ScenarioForm;
  future: readonly ScenarioForm[];
  /** the field that the last step typed in */
  burst: string | null;
}

export type Step = Action | { type: 'undo' } | { type: 'redo' };

const DEEPEST = 100;

export function begin(form: ScenarioForm): History {
  return { past: [], present: form, future: [], burst: null };
}

export function step(history: History, action: Step): History {
  const { past, present, future } = history;
  if (action.type === 'undo') {
    const before = past.at(-1);
    return before ? { past: past.slice(0, -1), present: before, future: [present, ...future], burst: null } : history;
  }
  if (action.type === 'redo') {
    const [after, ...rest] = future;
    return after ? { past: [...past, present], present: after, future: rest, burst: null } : history;
  }
  const next = apply(present, action);
  if (next === present) return history;
  const burst = burstOf(action);
  const joined = burst !== null && burst === history.burst;
  return { past: joined ? past : [...past, present].slice(-DEEPEST), present: next, future: [], burst };
}
