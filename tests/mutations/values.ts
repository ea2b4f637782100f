import type { Path } from './tree.ts';

/** Ids of one sort, so that a damage can put one in another's place. */
export interface Vocabulary {
  topics: string[];
  matters: string[];
  facts: string[];
  reasons: string[];
}

const ENUMS: Record<string, readonly string[]> = {
  types: ['enterprise', 'public-institution', 'private-non-enterprise', 'park', 'industry-organisation'],
  per: ['enterprise', 'applicant'],
  deviceClass: ['II', 'III'],
  phase: ['I', 'II', 'III'],
  category: ['innovative', 'improved', 'generic', 'veterinary'],
  kind: [
    'notice',
    'title',
    'preamble',
    'chapter',
    'clause',
    'form',
    'once',
    'yearly',
    'share',
    'match',
    'fixed',
    'up-to',
    'money',
    'money-list',
    'boolean',
    'choice',
  ],
};

/** Other values for a leaf, each of which is wrong, with the sort of damage it is. */
export function otherValues(path: Path, value: unknown, known: Vocabulary): [string, unknown][] {
  const key = String(path.findLast((step) => typeof step === 'string') ?? '');
  if (typeof value === 'boolean') return [['flag flipped', !value]];
  // another occurrence of the same words is as good; one that is not there is not
  if (key === 'nth') return [['occurrence that is not there', 99]];
  if (typeof value === 'number')
    return [['number raised', value + 1], ...(value > 0 ? [['number lowered', value - 1] as [string, unknown]] : [])];
  if (typeof value !== 'string') return [];
  return [...figures(value), ...dates(value), ...words(key, value), ...ids(key, value, known)];
}

function figures(value: string): [string, unknown][] {
  const match = /^(\d+(?:\.\d+)?)(\s*(?:万元|亿元|元|%))$/.exec(value);
  if (match) {
    const [, number = '', unit = ''] = match;
    return [
      ['figure changed', `${Number(number) + 1}${unit}`],
      ['figure ten times as much', `${Number(number) === 0 ? 7 : Number(number) * 10}${unit}`],
      ...(unit.includes('万元') ? [['figure in another unit', `${number} 元`] as [string, unknown]] : []),
      ['figure misspelt', `${number}万圆`],
    ];
  }
  const ratio = /^(\d+):(\d+(?:\.\d+)?)$/.exec(value);
  return ratio
    ? [
        ['ratio changed', `${ratio[1]}:${Number(ratio[2]) + 0.1}`],
        ['ratio turned round', ratio[1] === ratio[2] ? '2:1' : `${ratio[2]}:${ratio[1]}`],
      ]
    : [];
}

function dates(value: string): [string, unknown][] {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return [];
  const [, year, month, day] = match;
  const other = String((Number(day) % 28) + 1).padStart(2, '0');
  return [
    ['date moved', `${year}-${month}-${other}`],
    ['year changed', `${Number(year) + 1}-${month}-${day}`],
    ['impossible date', '2025-02-30'],
    ['date misspelt', `${year}/${month}/${day}`],
  ];
}

/** Words that must stand in the text: one character is another. */
function words(key: string, value: string): [string, unknown][] {
  if (!/[\u4e00-\u9fff]/.test(value) || figures(value).length > 0) return [];
  const at = Math.floor(value.length / 2);
  return [
    [
      key === 'quote' || key === 'text' ? 'quote altered' : 'words altered',
      `${value.slice(0, at)}〇${value.slice(at + 1)}`,
    ],
  ];
}

function ids(key: string, value: string, { topics, matters, facts, reasons }: Vocabulary): [string, unknown][] {
  if (!/^[\x21-\x7e]+$/.test(value) || figures(value).length > 0 || dates(value).length > 0) return [];
  const others = [topics, matters, facts, reasons].find((list) => list.includes(value)) ?? ENUMS[key] ?? [];
  const next = others[(others.indexOf(value) + 1) % Math.max(1, others.length)];
  return [
    ['id unknown', `${value}x`],
    ...(next !== undefined && next !== value
      ? [[`${key in ENUMS ? 'choice' : 'id'} exchanged`, next] as [string, unknown]]
      : []),
  ];
}
