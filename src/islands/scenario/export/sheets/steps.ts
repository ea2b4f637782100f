import { explainSteps } from '../../../../explain/index.ts';
import { heads, integer, link, text, type Cell, type SheetOf } from '../cells.ts';
import { namesOf, type Report } from '../report.ts';

/** 计算步骤: each with the address of its words. */
export function steps(report: Report): SheetOf {
  const names = namesOf(report);
  return {
    name: '计算步骤',
    widths: [14, 28, 8, 6, 90, 50],
    rows: [
      heads('政策', '项目', '年份', '步', '怎么算的', '出处链接'),
      ...report.outcomes.flatMap(({ rule, result }) =>
        result.awards.flatMap((award) =>
          explainSteps(award.steps).map((line, at): Cell[] => {
            const source = line.steps[0]?.sources[0];
            return [
              text(rule.shortTitle),
              text(names.get(award.project) ?? ''),
              integer(award.year),
              integer(at + 1),
              text(line.text),
              source ? link(report.absolute(source.url)) : null,
            ];
          }),
        ),
      ),
    ],
  };
}
