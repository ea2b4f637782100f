/**
 * What the browser keeps: the draft of each tab, and the scenarios that the visitor kept. Every tab has a draft of
 * its own, so none overwrites another's; a new tab begins with a copy of the latest. Where the browser keeps
 * nothing (private windows), all goes on in memory.
 */
import type { ScenarioFile } from './scenario-json.ts';

const DRAFT = 'calculate:draft:';
const KEPT = 'calculate:kept';
const TAB = 'calculate:tab';
const MOST_DRAFTS = 8;

export interface Kept {
  id: string;
  /** ISO time */
  saved: string;
  file: ScenarioFile;
}

interface Draft {
  saved: string;
  file: ScenarioFile | null;
}

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

function readJson<T>(key: string): T | null {
  return attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null') as T | null, null);
}

/** @returns whether the browser kept it */
function writeJson(key: string, value: unknown): boolean {
  return attempt(() => {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  }, false);
}

/** The name of this tab. A duplicated tab inherits the name and is given another, because the first still holds it. */
export async function claimTab(): Promise<string> {
  const known = attempt(() => sessionStorage.getItem(TAB), null);
  if (known !== null && (await hold(known))) return known;
  const fresh = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  attempt(() => sessionStorage.setItem(TAB, fresh), undefined);
  await hold(fresh);
  return fresh;
}

function hold(tab: string): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    locks
      .request(`calculate ${tab}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // held until the tab closes
        return lock === null ? undefined : new Promise<void>(() => undefined);
      })
      .catch(() => resolve(true));
  });
}

/** The draft of this tab, else a copy of the latest of any other. */
export function readDraft(tab: string): unknown {
  const own = readJson<Draft>(DRAFT + tab);
  if (own) return own.file;
  const [latest] = listDrafts();
  return latest?.draft.file ?? null;
}

/** @param file null for an empty scenario */
export function writeDraft(tab: string, file: ScenarioFile | null): boolean {
  for (const { key } of listDrafts().slice(MOST_DRAFTS)) attempt(() => localStorage.removeItem(key), undefined);
  return writeJson(DRAFT + tab, { saved: new Date().toISOString(), file } satisfies Draft);
}

function listDrafts(): { key: string; draft: Draft }[] {
  const keys = attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(DRAFT)), []);
  const drafts = keys.flatMap((key) => {
    const draft = readJson<Draft>(key);
    return draft && typeof draft.saved === 'string' ? [{ key, draft }] : [];
  });
  return drafts.sort((a, b) => (a.draft.saved < b.draft.saved ? 1 : -1));
}

/** What the browser did not keep, be it full, this page does: newer than what the browser has. */
let memory: string | null = null;
const listeners = new Set<() => void>();

/** What is kept, as text: the same text as long as nothing changed. */
export function keptText(): string {
  return memory ?? attempt(() => localStorage.getItem(KEPT), null) ?? '[]';
}

export function readKept(text: string): Kept[] {
  const kept = attempt(() => JSON.parse(text) as unknown, null);
  return Array.isArray(kept)
    ? (kept as Kept[]).filter((one) => typeof one?.id === 'string' && typeof one.saved === 'string')
    : [];
}

/** Reads again before it writes, so that what another tab kept meanwhile stays. @returns whether the browser kept it */
export function changeKept(change: (kept: readonly Kept[]) => Kept[]): boolean {
  const kept = change(readKept(keptText()));
  const stored = writeJson(KEPT, kept);
  memory = stored ? null : JSON.stringify(kept);
  for (const listener of listeners) listener();
  return stored;
}

/** Calls back when this or another tab changes what is kept. @returns how to stop */
export function watchKept(changed: () => void): () => void {
  const listen = (event: StorageEvent): void => {
    if (event.key === KEPT || event.key === null) changed();
  };
  listeners.add(changed);
  addEventListener('storage', listen);
  return () => {
    listeners.delete(changed);
    removeEventListener('storage', listen);
  };
}
