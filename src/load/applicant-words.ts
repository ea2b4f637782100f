import { withoutWhitespace } from '../domain/text.ts';
import type { PolicyNode } from '../model/node.ts';
import type { ApplicantWords } from '../schemas/applicant.ts';
import type { Topic } from '../schemas/topic.ts';
import type { Fault } from './fault.ts';
import { fault, QuoteFinder } from './quotes.ts';
import { nodeIdOf } from './read-clause.ts';
import type { PolicyFolder } from './read-policies.ts';
import type { SharedContent } from './read-shared.ts';

/** 申报主体 as metadata lists them are those that the quote names: none is added, none left out. */
export function checkApplicants(
  folders: readonly PolicyFolder[],
  nodes: ReadonlyMap<string, PolicyNode>,
  { applicantWords: lexicon, topics }: Pick<SharedContent, 'applicantWords' | 'topics'>,
  faults: Fault[],
): void {
  const used = new Set<ApplicantWords>();
  const finder = new QuoteFinder(nodes, faults);
  for (const { clauses } of folders) {
    for (const clause of clauses) {
      const { file, locate, meta } = clause;
      const node = nodes.get(nodeIdOf(clause));
      if (!meta.applicants || !node) {
        const why = node && whyNeeded(node, topics.value.topics);
        if (why)
          faults.push(fault({ file, locate, path: ['node'] }, `${why}，却没有写申报主体`, '写 applicants，并附引文'));
        continue;
      }
      const { types, quote } = meta.applicants;
      // the awards of a clause look their quotes up themselves
      if (meta.awards.every(({ draft }) => draft))
        finder.locate(quote, node.id, { file, locate, path: ['applicants', 'quote'] });
      const words = quote.map(({ text }) => text).join('，');
      const found = findApplicantWords(words, lexicon.value);
      for (const one of found) used.add(one);
      const named = new Set(found.flatMap((one) => one.types));
      if (named.size === new Set(types).size && types.every((type) => named.has(type))) continue;
      faults.push(
        fault(
          { file, locate, path: ['applicants', 'types'] },
          `引文“${words}”说的是 ${[...named].join('、') || '认不出的主体'}，这里写的是 ${types.join('、')}`,
          '以引文为准改 types；引文另有写法的，在 content/applicants.yaml 里补上',
        ),
      );
    }
  }
  lexicon.value.forEach((one, index) => {
    if (used.has(one)) return;
    const place = { file: lexicon.file, locate: lexicon.locate, path: [index, 'words'] };
    faults.push(fault(place, `没有条款的主体引文用到“${one.words}”`, '改正，或删去'));
  });
}

/** Why a clause must say who may apply; null where it need not. */
function whyNeeded(node: PolicyNode, topics: readonly Topic[]): string | null {
  if (node.conditions.length > 0) return '有申报条件';
  const topic = topics.find(({ id, compares }) => node.topics.includes(id) && compares.includes('applicants'));
  return topic ? `议题“${topic.id}”比的是谁可申报` : null;
}

/** The words for applicants in a quote, the longest at each place. */
export function findApplicantWords(quote: string, lexicon: readonly ApplicantWords[]): ApplicantWords[] {
  const text = withoutWhitespace(quote);
  const longestFirst = [...lexicon].sort((a, b) => b.words.length - a.words.length);
  const found: ApplicantWords[] = [];
  for (let at = 0; at < text.length;) {
    const here = longestFirst.find(({ words }) => text.startsWith(words, at));
    if (here) found.push(here);
    at += here?.words.length ?? 1;
  }
  return found;
}
