import type { AwardResult } from '../../engine/index.ts';
import { listConditions } from './list-conditions.ts';
import { Places } from './Places.tsx';

/** So many are told at once, more fold into a line that counts them. */
const MOST_TOLD = 2;

/** What a sum takes for granted because this site cannot check it, beside the sum, each with the place of its words. */
export function Conditions({ awards }: { awards: readonly AwardResult[] }) {
  const conditions = listConditions(awards);
  if (conditions.length === 0) return null;
  const list = (
    <ul className="calc-conditions">
      {conditions.map(({ note, sources }) => (
        <li key={note}>
          {note}（<Places sources={sources} />）
        </li>
      ))}
    </ul>
  );
  if (conditions.length > MOST_TOLD) {
    return (
      <details className="calc-given">
        <summary>还须自行确认 {conditions.length} 项</summary>
        {list}
      </details>
    );
  }
  return (
    <div className="calc-given">
      <p>还须自行确认：</p>
      {list}
    </div>
  );
}

/** How many there are over several projects. @param place the anchor where they stand one by one */
export function ConditionCount({ awards, place }: { awards: readonly AwardResult[]; place: string }) {
  const { length } = listConditions(awards);
  if (length === 0) return null;
  return (
    <p className="calc-given">
      <a href={place}>还须自行确认 {length} 项</a>
    </p>
  );
}
