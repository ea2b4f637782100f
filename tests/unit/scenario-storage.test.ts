import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Kept } from '../../src/islands/scenario/state/storage.ts';

/** A browser's storage that holds so many characters. */
function storage(room: number): Pick<Storage, 'getItem' | 'setItem'> {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
  };
}

const one = (id: string): Kept => ({ id, saved: '2026-06-01T00:00:00Z', file: {} as Kept['file'] });

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

it.each([
  ['with room', 1_000, [true, true, true]],
  ['full after the first', 80, [true, false, false]],
  ['that keeps nothing', 0, [false, false, false]],
])('what is kept stays for the page, in a browser %s', async (_, room, stored) => {
  vi.stubGlobal('localStorage', storage(room));
  const { changeKept, keptText, readKept } = await import('../../src/islands/scenario/state/storage.ts');
  const ids = ['a', 'b', 'c'];
  expect(ids.map((id) => changeKept((kept) => [...kept, one(id)]))).toEqual(stored);
  expect(readKept(keptText()).map(({ id }) => id)).toEqual(ids);
});
