import { describe, expect, it } from 'vitest';
import { sumForms } from '../../src/search/sums.ts';

describe('sums as people write them', () => {
  it.each<[string, string[]]>([
    ['五百万元', ['500万元']],
    ['0.5亿', ['5000万']],
    ['5000万', ['0.5亿']],
    ['5,000万元', ['5000万元', '0.5亿元']],
    ['两千五百万', ['2500万', '0.25亿']],
    // A last digit without 零 before it counts in the next lower unit.
    ['两千五万', ['2500万', '0.25亿']],
    ['一千二万', ['1200万', '0.12亿']],
    ['两百五万', ['250万']],
    ['十五万', ['15万']],
    ['一百五十万', ['150万']],
    ['五百零五万', ['505万']],
    ['没有金额', []],
  ])('%s', (text, forms) => {
    expect(sumForms(text)).toEqual(forms);
  });
});
