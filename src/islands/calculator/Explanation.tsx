import { memo, useMemo } from 'react';
import type { Engine } from '../../engine/index.ts';
import { Picture } from '../picture/Picture.tsx';
import { createPictures } from '../picture/picture-data.ts';
import { Workings } from '../result/Workings.tsx';
import type { Outcome } from './calculate.ts';

export interface ExplanationProps {
  engine: Engine;
  outcome: Outcome;
  /** the policy whose base the picture prefers */
  focus: string | null;
}

/** The workings and the picture. They follow the sums when the visitor pauses, so that no keystroke waits for them. */
export const Explanation = memo(function Explanation({ engine, outcome, focus }: ExplanationProps) {
  const { policies } = outcome;
  const draw = useMemo(() => createPictures(engine), [engine]);
  const picture = useMemo(() => draw(outcome, focus), [draw, outcome, focus]);
  return (
    <>
      <div className="calc-workings">
        {policies.map((one) => (
          <Workings key={one.rule.id} outcome={one} reasons={engine.ruleBook.reasons} />
        ))}
      </div>
      {picture && <Picture data={picture} policies={policies} />}
    </>
  );
});
