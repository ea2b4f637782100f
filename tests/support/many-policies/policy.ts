import { parse, stringify } from 'yaml';
import { toChineseNumber } from '../../../src/domain/chinese-numbers.ts';
import type { ContentFiles } from '../../../src/load/files.ts';
import { seeded } from '../search-draws.ts';
import { drawWords, placeOf, replaceWords, scaleSums } from './words.ts';

const MODEL = 'minhang-2025';
const OTHER = 'songjiang-2025';
const PART = 'supplement';
/** Clauses that give no sum, and two that pay for what the model does not pay for: none changes what another pays. */
const FURTHER = [
  ...['06-review-service', '07-technical-services', '08-hospital-scenarios', '09-hospital-adoption'],
  ...['10-medical-ai', '11-out-of-hospital'],
].map((name) => `policies/${OTHER}/measures/${name}.mdx`);
const AGAIN = [
  ...['05-research-hospitals', '06-clinical-trials', '07-medical-data', '11-industrial-space', '13-hospital-adoption'],
  ...['17-review-service', '18-finance', '19-talent', '20-requests'],
].map((name) => `policies/${MODEL}/opinions/${name}.mdx`);
/** 19 clauses: with the model's 41 they are 60. */
const SUPPLEMENT = [...FURTHER, ...AGAIN, ...AGAIN.slice(0, 4)];

const SHAPES = ['round', 'square', 'diamond', 'hexagon'];
const HATCHES = ['solid', 'diagonal', 'dots', 'horizontal', 'cross'];
/** inks for light and for dark paper */
const INKS = [
  ['#5b3f8f', '#b9a3e8'],
  ['#0b5f6b', '#6cc3cd'],
  ['#8a2f4b', '#f09ab4'],
  ['#4d5f14', '#b7cc6a'],
  ['#274b8f', '#93b4ee'],
];

interface Department {
  id: string;
  policy?: string;
  short: string;
  full: string;
}
interface PolicyYaml {
  parts: { fullTitle: string }[];
}
interface ReadingsYaml {
  readings: { id: string }[];
  contradictions: { passages: { clause: string }[] }[];
}

/**
 * The files of an invented policy of 60 clauses with 28 awards, the proportion of the real ones: Minhang's folder under another name,
 * its sums in another proportion and its words exchanged for others that say the same, all throughout, so that quotes still stand in
 * the text and worked examples still come out; and one part more, of clauses that say nothing against it.
 * @param number from 1; the same number always gives the same files
 * @param order its place among the site's policies
 */
export function inventPolicy(content: ContentFiles, number: number, order: number): Map<string, string> {
  const id = `invented-${String(number).padStart(3, '0')}`;
  const place = placeOf(number);
  const random = seeded(number);
  const rename = (text: string): string =>
    scaleSums(text, 10 + number)
      .replaceAll(MODEL, id)
      .replaceAll('闵行', place)
      .replaceAll('闵', place.charAt(0))
      .replaceAll('松江', place);
  const words = drawWords(random);
  const tell = (text: string): string => replaceWords(rename(text), words);

  const files = new Map<string, string>();
  for (const [path, text] of content) {
    if (path.startsWith(`policies/${MODEL}/`)) files.set(path.replace(MODEL, id), tell(text));
  }
  const read = (name: string): string => files.get(`policies/${id}/${name}`) ?? '';
  const set = (name: string, text: string): void => void files.set(`policies/${id}/${name}`, text);
  set('policy.yaml', policyYaml(read('policy.yaml'), departmentsOf(content, tell), number, order));
  // each further clause has words of its own: what stands twice does not read the same
  const retell = new Map(
    SUPPLEMENT.map((_, index) => {
      const own = drawWords(random);
      return [index, (path: string): string => replaceWords(rename(content.get(path) ?? ''), own)];
    }),
  );
  const other = retell.get(SUPPLEMENT.findIndex((path) => path.includes('technical-services')));
  set('readings.yaml', readingsYaml(read('readings.yaml'), other?.(`policies/${OTHER}/readings.yaml`) ?? '', id));
  const sources = [read('source.txt')];
  SUPPLEMENT.forEach((path, index) => {
    const clause = asSupplement(retell.get(index)?.(path) ?? '', index + 1, id);
    set(`${PART}/${String(index + 1).padStart(2, '0')}.mdx`, clause);
    sources.push(bodyOf(clause).replace(/^#+ /gm, ''));
  });
  set('source.txt', sources.join('\n'));
  return files;
}

/** The model's departments stand in a file for all; an invented policy brings its own along. */
function departmentsOf(content: ContentFiles, tell: (text: string) => string): Department[] {
  return (parse(content.get('departments.yaml') ?? '') as Department[])
    .filter(({ policy }) => policy === MODEL)
    .map(({ id, short, full }) => ({ id, short: tell(short), full: tell(full) }));
}

function policyYaml(text: string, departments: readonly Department[], number: number, order: number): string {
  const policy = parse(text) as PolicyYaml;
  const [light, dark] = INKS[number % INKS.length] ?? [];
  const of = (list: readonly string[]): string | undefined => list[number % list.length];
  const labels = { '': '补充（{han}）' };
  const { fullTitle } = policy.parts.at(-1) ?? { fullTitle: '' };
  return stringify({
    ...policy,
    order,
    mark: { seal: placeOf(number).charAt(0), shape: of(SHAPES), light, dark, hatch: of(HATCHES) },
    departments: departments.map(({ id, ...names }) => ({ id: `invented-${number}-${id}`, ...names })),
    parts: [...policy.parts, { id: PART, title: '补充意见', fullTitle, labels, citations: labels }],
  });
}

/** Without what is said of the other real policy, with the reading that a clause taken from there knows. */
function readingsYaml(own: string, other: string, id: string): string {
  const { readings, contradictions } = parse(own) as ReadingsYaml;
  const taken = (parse(other.replaceAll(`${OTHER}/measures/7`, `${id}/${PART}/2`)) as ReadingsYaml).readings;
  return stringify({
    readings: [...readings, ...taken.filter((one) => one.id === 'certification-scope')],
    contradictions: contradictions.map((one) => ({
      ...one,
      passages: one.passages.filter(({ clause }) => clause.startsWith(id)),
    })),
  });
}

function asSupplement(text: string, number: number, id: string): string {
  return text
    .replace(/^node: .*$/m, `node: "${number}"`)
    .replace(/^order: .*$/m, `order: ${number}`)
    .replace(/^## (?:\d+\. |（[一二三四五六七八九十]+）)/m, `## （${toChineseNumber(number)}）`)
    .replaceAll(/(songjiang-2025\/measures|invented-\d+\/opinions)\/\d+/g, `${id}/${PART}/${number}`);
}

function bodyOf(clause: string): string {
  return clause.split('\n---\n').slice(1).join('\n---\n');
}
