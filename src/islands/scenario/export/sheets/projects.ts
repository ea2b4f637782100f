import { readAnswer } from '../../../state/form-state.ts';
import { heads, money, text, type Cell, type SheetOf } from '../cells.ts';
import { namesOf, type Report } from '../report.ts';

/** 项目: each with its facts, sums in 元. */
export function projects(report: Report): SheetOf {
  const { form, rules } = report;
  const names = namesOf(report);
  return {
    name: '项目',
    widths: [28, 32, 14, 24, 20, 10],
    rows: [
      heads('项目', '事项', '日期', '事实', '数值', '单位'),
      ...form.projects.flatMap((entry) => {
        const matter = rules.matters.find(({ id }) => id === entry.matter);
        const lead = [text(names.get(entry.id) ?? ''), text(matter?.title ?? entry.matter), text(entry.date)];
        const facts = (matter?.facts ?? []).flatMap((fact): Cell[][] => {
          const value = readAnswer(fact, entry.answers[fact.name] ?? null);
          const row = (label: string, cell: Cell, unit: string): Cell[] => [...lead, text(label), cell, text(unit)];
          if (value === null) return [row(fact.label, text('尚未填写'), '')];
          if (typeof value === 'bigint') return [row(fact.label, money(value), '元')];
          if (typeof value === 'boolean') return [row(fact.label, text(value ? '是' : '否'), '')];
          if (typeof value === 'string')
            return [
              row(
                fact.label,
                text(fact.kind === 'choice' ? (fact.options.find(({ id }) => id === value)?.label ?? value) : value),
                '',
              ),
            ];
          return value.map((sum, at) => row(`${fact.label} 第 ${at + 1} 年`, money(sum), '元'));
        });
        return facts.length === 0 ? [[...lead, null, null, null]] : facts;
      }),
    ],
  };
}
