import { heads, text, type Cell, type SheetOf } from '../cells.ts';
import type { Report } from '../report.ts';

/** 口径 that were met, and which was taken. */
export function readings({ outcomes, form }: Report): SheetOf {
  return {
    name: '口径',
    widths: [14, 34, 24, 10, 24, 70],
    rows: [
      heads('政策', '疑义', '采用', '默认', '影响本次结果', '问题'),
      ...outcomes.flatMap(({ rule, result, switches }) =>
        rule.readings
          .filter(({ id }) => result.reached.includes(id))
          .map((reading): Cell[] => {
            const option = form.readings[reading.id] ?? reading.default;
            return [
              text(rule.shortTitle),
              text(reading.title),
              text(reading.options.find(({ id }) => id === option)?.label ?? option),
              text(option === reading.default ? '是' : '否'),
              text(switches.some((one) => one.reading.id === reading.id) ? '是' : '否'),
              text(reading.question),
            ];
          }),
      ),
    ],
  };
}
