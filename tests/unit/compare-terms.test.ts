import { describe, expect, it } from 'vitest';
import {
  compareAll,
  pairTexts,
  TERMS,
  type Cell,
  type Row,
  type Term,
  type TopicComparison,
} from '../../src/compare/index.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const kb = loadKnowledgeBase();
const topics = compareAll(kb);
const topic = (id: string): TopicComparison => topics.find((one) => one.id === id) as TopicComparison;

function row(id: string, term: Term, label = ''): Row {
  const found = topic(id).rows.find(
    (one) =>
      one.term === term &&
      (one.cases.length === 0 || one.cases.some((each) => each.label === label || each.matter === label)),
  );
  if (!found) throw new Error(`no row ${id} ${term} ${label}`);
  return found;
}

function brief(cell: Cell): unknown {
  if (cell.kind !== 'stated') return cell.kind;
  return cell.values.map(({ datum }) => {
    switch (datum.kind) {
      case 'rate':
      case 'joint':
        return datum.ppm / 10_000;
      case 'sum':
      case 'year-cap':
        return datum.fen / 1_000_000;
      case 'amount-kind':
        return datum.amount;
      case 'instalments':
        return datum.once ? 'once' : datum.years;
      default:
        return datum.kind;
    }
  });
}

/** Sums in 万元, rates in percent; Minhang first. */
const TABLE: [string, Term, string, unknown[]][] = [
  ['device-research', 'rate', '第三类 · 诊断试剂', [[20], [20]]],
  ['device-research', 'project-cap', '第三类 · 非诊断试剂', [[100], [100]]],
  ['device-research', 'project-cap', '第三类 · 诊断试剂', [[50], [100]]],
  ['device-research', 'project-cap', '第二类', [[50], [50]]],
  ['device-research', 'year-cap', 'device-special-review', ['silent', [200]]],
  ['device-research', 'instalments', '第二类', [['once'], 'silent']],
  ['drug-research', 'support', '仿制药', [['fixed'], ['up-to']]],
  ['drug-research', 'rate', '仿制药', ['inapplicable', 'inapplicable']],
  ['drug-research', 'support', 'I 期、II 期', [['match'], 'absent']],
  ['drug-research', 'support', 'III 期', ['absent', 'absent']],
  ['industrialisation', 'project-cap', 'industrialisation', [[1000], 'silent']],
  ['industrialisation', 'year-cap', 'industrialisation', ['silent', [500]]],
  ['overseas', 'year-cap', 'overseas-licensing', ['silent', [200]]],
  ['platforms', 'rate', 'quality-certification', ['absent', [30]]],
  ['data-ai', 'ceiling', 'medical-ai', ['absent', [100]]],
  ['joint-lab', 'instalments', 'joint-lab', [[3], 'absent']],
  ['frontier-research', 'in-force', '', [['period'], 'absent']],
];

describe('terms', () => {
  it.each(TABLE)('%s %s %s', (id, term, label, cells) => {
    expect(row(id, term, label).cells.map(({ cell }) => brief(cell))).toEqual(cells);
  });

  it('says something in every cell, and where every stated value stands', () => {
    const urls = new Set(kb.nodes.flatMap((node) => [node.url, ...node.anchors.map(({ id }) => `${node.url}#${id}`)]));
    for (const { rows } of topics) {
      for (const { term, cells } of rows) {
        expect(cells).toHaveLength(kb.policies.length);
        for (const { cell, others } of cells) {
          for (const one of [cell, ...others.map((other) => other.cell)]) {
            if (one.kind !== 'stated') continue;
            expect(one.values.length, term).toBeGreaterThan(0);
            for (const { sources } of one.values) {
              expect(sources.length, term).toBeGreaterThan(0);
              for (const { url } of sources) expect(urls).toContain(url);
            }
          }
        }
      }
    }
  });

  it('says where a reading makes one cap of two', () => {
    const [minhang] = row('device-research', 'year-cap', '第二类').cells;
    const pooled = minhang?.others
      .flatMap(({ cell }) => (cell.kind === 'stated' ? cell.values : []))
      .map(({ datum }) => datum);
    expect(pooled).toMatchObject([{ kind: 'year-cap', pooledWith: [expect.any(String)] }]);
  });

  it('has a row for every term of every topic that gives money', () => {
    for (const { id, money, rows } of topics) {
      if (money) expect([...new Set(rows.map(({ term }) => term))], id).toEqual([...TERMS]);
    }
  });

  it('covers every award once at least', () => {
    const stated = new Set(
      topics
        .flatMap(({ rows }) =>
          rows.flatMap((one) => one.cells.flatMap(({ cell, others }) => [cell, ...others.map((other) => other.cell)])),
        )
        .flatMap((cell) =>
          cell.kind === 'stated' ? cell.values.flatMap(({ sources }) => sources.map(({ clause }) => clause)) : [],
        ),
    );
    for (const award of kb.rules.policies.flatMap(({ awards }) => awards)) expect(stated).toContain(award.clause);
  });
});

describe('which side is more favourable', () => {
  const policies = kb.policies.map(({ id }) => id);
  it.each<[string, Term, string, unknown]>([
    ['industrialisation', 'ceiling', 'industrialisation', [policies[0]]],
    ['device-research', 'ceiling', '第三类 · 非诊断试剂', 'none'],
    ['drug-research', 'ceiling', '仿制药', 'none'],
    ['data-ai', 'support', 'medical-ai', [policies[1]]],
    ['industrialisation', 'year-cap', 'industrialisation', 'none'],
  ])('%s %s %s', (id, term, label, expected) => {
    const { favour } = row(id, term, label);
    expect(favour.kind === 'fact' ? favour.policies : favour.kind).toEqual(expected);
  });

  it.each<[string, Term, string, [string, string[]][]]>([
    [
      'device-research',
      'project-cap',
      '第三类 · 诊断试剂',
      [
        ['rules', [policies[1] ?? '']],
        ['opinions', []],
      ],
    ],
    [
      'drug-research',
      'support',
      'III 期',
      [
        ['not-listed', []],
        ['covered', [policies[0] ?? '']],
      ],
    ],
  ])('a reading decides %s %s %s', (id, term, label, expected) => {
    const { favour } = row(id, term, label);
    expect(favour.kind).toBe('by-reading');
    if (favour.kind !== 'by-reading') return;
    expect(
      favour.outcomes.map(({ taken, policies: better }) => [taken.map(({ option }) => option.id).join(), better]),
    ).toEqual(expected);
  });

  it('is never claimed where a reading changes the verdict', () => {
    for (const { rows } of topics) {
      for (const { favour } of rows) {
        if (favour.kind === 'by-reading')
          expect(new Set(favour.outcomes.map(({ policies: better }) => better.join())).size).toBeGreaterThan(1);
      }
    }
  });
});

describe('texts', () => {
  it('sets every clause of every topic side by side, letter for letter', () => {
    for (const one of kb.topics) {
      const pairs = pairTexts(kb, one);
      const shown = new Set(pairs.flatMap(({ left, right }) => [left.id, ...(right ? [right.id] : [])]));
      expect([...shown].sort()).toEqual(one.clauses.flatMap(({ nodes }) => nodes).sort());
      for (const { left, right, rows } of pairs) {
        for (const [side, link] of [
          ['left', left],
          ['right', right],
        ] as const) {
          const node = kb.nodes.find(({ id }) => id === link?.id);
          const text = rows
            .flatMap((pair) => pair[side]?.runs ?? [])
            .map((run) => run.text)
            .join('');
          expect(text.replace(/\s/g, '')).toBe((node?.text ?? '').replace(/\s/g, ''));
        }
      }
    }
  });
});
