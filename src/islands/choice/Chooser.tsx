import { useId, useState } from 'react';
import { LEAST_CHOSEN, MOST_CHOSEN } from '../../compare/choice.ts';
import type { Choosable } from '../../compare/column.ts';
import { siteHref } from '../base.ts';
import { Mark } from '../compare/Mark.tsx';

export interface ChooserProps {
  /** set side by side now, in order */
  shown: readonly Pick<Choosable, 'id' | 'shortTitle' | 'mark'>[];
  /** of all policies */
  count: number;
  /** all that can be chosen; null in the page, where the list has not been fetched */
  all?: readonly Choosable[] | null;
  /** the policy that the page is about: it stays */
  own?: string | null;
  open?: boolean;
  failed?: boolean;
  onOpen?: () => void;
  onChoose?: (ids: string[]) => void;
}

/** So many can be looked over; more want a word to look for. */
const MANY = 12;

/** Which policies stand side by side, and the way to others. Without scripts: the way to all of them. */
export function Chooser({ shown, count, all = null, own = null, open = false, failed = false, ...on }: ChooserProps) {
  const id = useId();
  return (
    <>
      <p className="chooser-now">
        <span className="from">并排看</span>{' '}
        {shown.map((policy) => (
          <span key={policy.id} data-policy={policy.id}>
            <Mark policy={policy} /> {policy.shortTitle}{' '}
          </span>
        ))}
        <button type="button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={on.onOpen}>
          换政策
        </button>{' '}
        {count > shown.length && <a href={siteHref('/about/#sources')}>全部 {count} 项政策</a>}
      </p>
      {failed && <p role="alert">没有取到，可能是网络中断。请再试一次。</p>}
      {open && all && <List id={id} all={all} own={own} chosen={shown.map((one) => one.id)} onChoose={on.onChoose} />}
    </>
  );
}

interface ListProps {
  id: string;
  all: readonly Choosable[];
  own: string | null;
  chosen: readonly string[];
  onChoose: ChooserProps['onChoose'];
}

/** Every policy with a box to tick. What is ticked is shown at once, as soon as there are two. */
function List({ id, all, own, chosen, onChoose }: ListProps) {
  const [ticked, setTicked] = useState(chosen);
  const [words, setWords] = useState('');
  const full = ticked.length >= MOST_CHOSEN;
  const tick = (policy: string, on: boolean): void => {
    const next = all.map((one) => one.id).filter((one) => (one === policy ? on : ticked.includes(one)));
    setTicked(next);
    if (next.length >= LEAST_CHOSEN) onChoose?.(next);
  };
  const found = all.filter(
    (one) => ticked.includes(one.id) || `${one.shortTitle}${one.district}`.includes(words.trim()),
  );
  return (
    <fieldset id={id} className="chooser-list">
      <legend>选两项或三项，并排看</legend>
      {all.length > MANY && (
        <label className="chooser-find">
          找一区
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
      )}
      <ul>
        {found.map((one) => {
          const on = ticked.includes(one.id);
          return (
            <li key={one.id} data-policy={one.id}>
              <label>
                <input
                  type="checkbox"
                  checked={on}
                  disabled={one.id === own || (full && !on)}
                  onChange={(event) => tick(one.id, event.target.checked)}
                />
                <Mark policy={one} /> {one.shortTitle}
              </label>
            </li>
          );
        })}
      </ul>
      <p className="from" role="status">
        {ticked.length < LEAST_CHOSEN ? '还要再选一项' : full ? '最多并排三项；要看别的，先去掉一项' : ''}
      </p>
    </fieldset>
  );
}
