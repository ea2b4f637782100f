import { useState } from 'react';
import type { FormHandle } from './use-form.ts';

/** Taking the calculation along, and starting over. */
export function Actions({ handle }: { handle: FormHandle }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = async (): Promise<void> => {
    const address = new URL(handle.link(), location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      setCopied('yes');
    } catch {
      // No clipboard in this browser: the address bar holds the same.
      history.replaceState(history.state, '', address);
      setCopied('failed');
    }
  };
  return (
    <div className="calc-actions">
      <button type="button" onClick={() => void copy()}>
        复制这次测算的链接
      </button>
      {!handle.untouched && (
        <button type="button" onClick={handle.reset}>
          恢复示例
        </button>
      )}
      <span role="status">{{ no: '', yes: '已复制', failed: '未能复制，请从地址栏复制' }[copied]}</span>
    </div>
  );
}
