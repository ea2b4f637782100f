import { startTransition, useEffect, useState } from 'react';

/** Shorter than a pause between two words, longer than one between two keys. */
const PAUSE = 200;

/**
 * A value that follows once the visitor pauses: what hangs on it neither delays a keystroke nor is worked out
 * for sums that are only half typed.
 * @param cause where it changes, the value follows at once: it was clicked, not typed
 */
export function useSettled<T>(value: T, cause: unknown): T {
  const [settled, setSettled] = useState(value);
  const [last, setLast] = useState(cause);
  if (last !== cause) {
    setLast(cause);
    setSettled(value);
  }
  useEffect(() => {
    if (value === settled) return undefined;
    const timer = setTimeout(() => startTransition(() => setSettled(value)), PAUSE);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return last === cause ? settled : value;
}
