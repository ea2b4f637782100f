import { heads, link, text, type Cell, type SheetOf } from '../cells.ts';
import { namesOf, papersOf, type Report } from '../report.ts';

/** 材料清单, by who is responsible. */
export function papers(report: Report): SheetOf {
  const names = namesOf(report);
  return {
    name: '材料清单',
    widths: [14, 40, 16, 40, 40, 50],
    rows: [
      heads('政策', '责任单位', '条款', '材料', '用于项目', '出处链接'),
      ...report.outcomes.flatMap((outcome) =>
        papersOf(outcome, report.papers).flatMap(({ departments, clauses }) =>
          clauses.flatMap(({ label, url, projects: own, materials }) => {
            const lead = [text(outcome.rule.shortTitle), text(departments.join('、') || '条文没有写明'), text(label)];
            const needs = text(own.map((id) => names.get(id) ?? id).join('、'));
            if (materials.length === 0)
              return [[...lead, text('条文没有规定申报材料'), needs, link(report.absolute(url))]];
            return materials.map((material): Cell[] => [
              ...lead,
              text(material.text),
              needs,
              link(report.absolute(material.url)),
            ]);
          }),
        ),
      ),
    ],
  };
}
