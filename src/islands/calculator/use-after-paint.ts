import { useEffect, useState } from 'react';

/**
 * A value that follows once the browser has painted what came with it: what hangs on it never delays a keystroke.
 * (`useDeferredValue` renders in a later task, but often still before the frame.)
 */
export function useAfterPaint<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setSettled(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}
