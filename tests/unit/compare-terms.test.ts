import { describe, expect, it } from 'vitest';
import { compareAll, TERMS, type Cell, type Row, type Term, type TopicComparison } from '../../src/compare/index.ts';
import { overlaps } from '../../src/compare/conditions.ts';
import { headlineOf } from '../../src/islands/compare/headline.ts';
import { wordCell, wordFavour } from '../../src/islands/compare/words.ts';
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
      case 'unstated':
        return 'unstated';
      default:
        return datum.kind;
    }
  });
}

const ORDINARY = '未进入特别审查程序';
const MATCHED = '进入过特别审查程序 · 有市级支持资金';
const UNMATCHED = '进入过特别审查程序 · 没有市级支持资金';

/** Sums in 万元, rates in percent; Minhang first. */
const TABLE: [string, Term, string, unknown[]][] = [
  ['device-research', 'rate', `第三类 · 诊断试剂 · ${ORDINARY}`, [[20], [20]]],
  ['device-research', 'project-cap', `第三类 · 非诊断试剂 · ${ORDINARY}`, [[100], [100]]],
  ['device-research', 'project-cap', `第三类 · 诊断试剂 · ${ORDINARY}`, [[50], [100]]],
  ['device-research', 'project-cap', `第二类 · ${ORDINARY}`, [[50], [50]]],
  // 闵行 pays the higher of the match and of what any device gets, 松江's 20% is for others only
  ['device-research', 'support', MATCHED, [['match', 'share'], ['match']]],
  ['device-research', 'rate', MATCHED, [[100, 20], [100]]],
  [
    'device-research',
    'ceiling',
    MATCHED,
    [
      [50, 100, 50],
      [200, 50],
    ],
  ],
  ['device-research', 'year-cap', MATCHED, [['unstated', 200, 200], [200]]],
  ['device-research', 'support', UNMATCHED, [['share'], ['share']]],
  ['device-research', 'ceiling', 'device-special-review', [[50], [200, 50]]],
  ['drug-research', 'ceiling', 'I 期、II 期', [[50], 'absent']],
  ['drug-research', 'ceiling', '创新药（1 类新药） · 有市级支持资金', [[50], [300]]],
  ['device-research', 'year-cap', 'device-special-review', ['silent', [200]]],
  ['device-research', 'instalments', `第二类 · ${ORDINARY}`, [['once'], 'silent']],
  ['drug-research', 'support', '仿制药', [['fixed'], ['up-to']]],
  ['drug-research', 'rate', '仿制药', ['inapplicable', 'inapplicable']],
  ['drug-research', 'support', 'I 期、II 期', [['match'], 'absent']],
  ['drug-research', 'support', 'III 期', ['absent', 'absent']],
  ['industrialisation', 'project-cap', 'industrialisation', [[1000], 'silent']],
  ['industrialisation', 'year-cap', 'industrialisation', ['silent', [500]]],
  ['overseas', 'year-cap', 'overseas-licensing', ['silent', [200]]],
  ['platforms', 'rate', 'quality-certification', ['absent', [30]]],
  // a matter of two topics is compared under both
  ['clean-room', 'rate', 'quality-certification', ['absent', [30]]],
  ['clean-room', 'ceiling', 'quality-certification', ['absent', [200]]],
  ['clean-room', 'ceiling', 'clean-room', [[5000], 'absent']],
  // clauses that stand on the topic and give no sum are not said to be missing
  ['data-ai', 'support', 'medical-ai', ['unpaid', ['up-to']]],
  ['data-ai', 'ceiling', 'medical-ai', ['unpaid', [100]]],
  ['demonstration', 'rate', 'demonstration', [[50], 'unpaid']],
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
    const [minhang] = row('device-research', 'year-cap', `第二类 · ${ORDINARY}`).cells;
    const pooled = minhang?.others
      .flatMap(({ cell }) => (cell.kind === 'stated' ? cell.values : []))
      .map(({ datum }) => datum);
    expect(pooled).toMatchObject([{ kind: 'year-cap', pooledWith: [expect.any(String)] }]);
  });

  it.each<[string, string, string, [number, number]]>([
    // 细则（六） counts two kinds of certificates together, （七） one; 第1条 all that it gives
    ['device-research', `第三类 · 诊断试剂 · ${ORDINARY}`, 'year-cap', [2, 4]],
    ['device-research', `第二类 · ${ORDINARY}`, 'year-cap', [1, 4]],
    ['overseas', 'overseas-licensing', 'year-cap', [0, 2]],
    ['industrialisation', 'industrialisation', 'year-cap', [0, 1]],
  ])('says what a yearly cap counts: %s %s', (id, label, term, counts) => {
    const found = row(id, term as Term, label).cells.map(({ cell }) =>
      cell.kind === 'stated'
        ? cell.values.map(({ datum }) => (datum.kind === 'year-cap' ? datum.counts.length : -1))
        : [0],
    );
    expect(found).toEqual(counts.map((count) => [count]));
    expect(row(id, term as Term, label).differs).toBe(true);
  });

  it('never takes what one of several awards states for the whole', () => {
    const higher = row('drug-research', 'ceiling', '创新药（1 类新药） · 有市级支持资金').cells[0]?.others.map(
      ({ cell }) => brief(cell),
    );
    expect(higher).toEqual([[50, 300]]);
    const once = row('drug-research', 'instalments', '创新药（1 类新药） · 有市级支持资金').cells[0]?.others.map(
      ({ cell }) => brief(cell),
    );
    expect(once).toEqual([['unstated', 'once']]);
  });

  it('takes several awards for the same as others only where they are for the same cases', () => {
    // 诊断试剂: 50 here, 100 there, though both cells name 50 and 100
    expect(row('device-research', 'project-cap', UNMATCHED).differs).toBe(true);
  });

  it('has cases that exclude each other', () => {
    for (const { id, cases } of topics)
      for (const one of cases)
        for (const other of cases)
          if (one !== other && one.matter === other.matter)
            expect(overlaps(one.conditions, other.conditions), `${id}: ${one.label} / ${other.label}`).toBe(false);
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

describe('clauses that give no sum', () => {
  const shorts = new Map(kb.policies.map(({ id, shortTitle }) => [id, shortTitle]));
  it.each([
    ['data-ai', 0, '没有给钱的条款', ['意见（七）'], '仅松江 2025 有给钱的条款'],
    ['demonstration', 1, '给予支持，未写数额', ['第11条'], '仅闵行 2025 写明支持标准'],
  ])('%s', (id, at, words, labels, verdict) => {
    const support = topic(id).rows.find(({ term }) => term === 'support') as Row;
    const cell = support.cells[at]?.cell;
    expect(cell?.kind === 'unpaid' && cell.sources.map(({ label }) => label)).toEqual(labels);
    expect(wordFavour(support, (policy) => shorts.get(policy) ?? '')?.title).toBe(verdict);
    for (const one of topic(id).rows.filter(({ cases }) => cases.length > 0))
      expect([one.term, wordCell(one.cells[at]?.cell as Cell, one.term)]).toEqual([one.term, words]);
    expect(headlineOf(topic(id), at).words).toBe(words);
  });

  it('are never called missing where a policy has a clause on the topic and pays for nothing of it', () => {
    for (const { id, money, rows, clauses } of topics.filter((one) => one.money))
      clauses.forEach(({ nodes }, at) => {
        const cells = rows.filter(({ cases }) => cases.length > 0).flatMap(({ cells: all }) => all[at] ?? []);
        const bare = cells.every(({ cell, others }) => cell.kind === 'absent' && others.length === 0);
        expect([id, at, money && bare]).toEqual([id, at, nodes.length === 0]);
      });
  });
});

describe('参照执行', () => {
  const period = (id: string, at: number): string => {
    const cell = topic(id).rows.find(({ term }) => term === 'in-force')?.cells[at]?.cell;
    return cell ? wordCell(cell, 'in-force') : '';
  };
  const BY_REFERENCE = '；涉及资金支持的措施，2024年10月31日至2025年6月30日参照执行';
  it.each([
    ['device-research', BY_REFERENCE],
    ['frontier-research', BY_REFERENCE],
    ['execution', BY_REFERENCE],
    ...['scope', 'review-service', 'clinical', 'hospital-adoption', 'industrial-space', 'data-ai'].map((id) => [
      id,
      '',
    ]),
    ...['talent', 'requests', 'finance'].map((id) => [id, '']),
  ])('%s: “%s”', (id, words) => expect(period(id, 0)).toBe(`2025年7月1日至2030年6月30日${words}`));

  it('stands nowhere where the text has none', () => {
    for (const { id } of topics) expect(period(id, 1)).not.toContain('参照');
  });
});

describe('which side is more favourable', () => {
  const policies = kb.policies.map(({ id }) => id);
  it.each<[string, Term, string, unknown]>([
    ['industrialisation', 'ceiling', 'industrialisation', [policies[0]]],
    ['device-research', 'ceiling', `第三类 · 非诊断试剂 · ${ORDINARY}`, 'none'],
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
      `第三类 · 诊断试剂 · ${ORDINARY}`,
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

  it('is no tie where nobody has a clause', () => {
    expect(wordFavour(row('drug-research', 'support', 'III 期'), (id) => id)?.lines).toEqual([
      '“未列即不支持”：都没有条款',
      `“与 I、II 期相同”：仅${policies[0]?.replace(/\d$/, '$& ')}有条款`,
    ]);
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
