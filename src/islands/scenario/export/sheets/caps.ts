import { heads, integer, link, money, text, type Cell, type SheetOf } from '../cells.ts';
import type { Report } from '../report.ts';

/** 年度上限: how much of each is used, in 元. */
export function caps({ outcomes, absolute }: Report): SheetOf {
  return {
    name: '年度上限',
    widths: [14, 30, 8, 16, 16, 50],
    rows: [
      heads('政策', '上限', '年份', '上限（元）', '已用（元）', '出处链接'),
      ...outcomes.flatMap(({ rule, result }) =>
        result.caps.map(({ cap, year, max, used }): Cell[] => [
          text(rule.shortTitle),
          text(cap.title),
          integer(year),
          money(max),
          money(used),
          cap.sources[0] ? link(absolute(cap.sources[0].url)) : null,
        ]),
      ),
    ],
  };
}
