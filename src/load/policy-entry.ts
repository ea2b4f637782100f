import type { Policy } from '../schemas/policy.ts';
import { withoutWhitespace } from '../domain/text.ts';
import type { Validity } from '../domain/validity.ts';
import type { PolicyEntry } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import type { PolicyRule, Source } from '../model/rulebook.ts';
import type { FigureValue } from '../domain/figures.ts';
import type { ClaimLedger } from './claims.ts';
import type { Fault } from './fault.ts';
import { matchFigures } from './figures-match.ts';
import { figuresOfDate } from './stated-dates.ts';
import { fault, type Place, type QuoteFinder } from './quotes.ts';
import type { PolicyFolder } from './read-policies.ts';

interface EntryContext {
  finder: QuoteFinder;
  ledger: ClaimLedger;
  faults: Fault[];
}

/** A policy's own particulars, each date and number checked against the words that state it. */
export function buildPolicyEntry(
  folder: PolicyFolder,
  nodes: readonly PolicyNode[],
  context: EntryContext,
): PolicyEntry {
  const { policy } = folder;
  const place = (...path: (string | number)[]): Place => ({
    file: `policies/${policy.id}/policy.yaml`,
    locate: folder.locate,
    path,
  });
  const stated = (field: 'issued' | 'effective' | 'expires'): Source => {
    const { clause, quote } = policy[field];
    return locateStated(context, clause, quote, figuresOfDate(policy, field), place(field, 'quote'), clause);
  };
  const procedure = policy.procedure;
  checkDates(folder, place, context.faults);
  checkReference(policy.byReference, place, context.faults);
  checkOpenEnd(folder, nodes, place, context.faults);
  checkSections(folder, nodes, place, context.faults);
  checkWords(folder, nodes, place, context.faults);
  return {
    id: policy.id,
    title: policy.title,
    shortTitle: policy.shortTitle,
    district: policy.district,
    issuers: policy.issuers,
    documentNumber: policy.documentNumber.text,
    issued: policy.issued.date,
    validity: validityOf(folder),
    byReference: policy.byReference
      ? {
          from: policy.byReference.from,
          to: policy.byReference.to,
          onlyFunding: policy.byReference.onlyFunding ?? null,
        }
      : null,
    dateSources: {
      issued: stated('issued'),
      effective: stated('effective'),
      expires: stated('expires'),
      byReference: policy.byReference
        ? locateStated(
            context,
            policy.byReference.clause,
            policy.byReference.quote,
            [
              { kind: 'date', date: policy.byReference.from },
              { kind: 'date', date: policy.byReference.to },
            ],
            place('byReference', 'quote'),
            policy.byReference.clause,
          )
        : null,
    },
    procedure: procedure
      ? {
          note: procedure.note,
          source: locateStated(
            context,
            procedure.clause,
            procedure.quote,
            null,
            place('procedure', 'quote'),
            procedure.clause,
          ),
        }
      : null,
    publication: policy.publication,
    mark: policy.mark,
    parts: policy.parts.map((part) => ({
      id: part.id,
      title: part.title,
      fullTitle: part.fullTitle,
      url: `/${policy.id}/${part.id}/`,
      nodes: nodes.filter((node) => node.part === part.id).map(({ id }) => id),
    })),
    url: `/${policy.id}/`,
    source: folder.source,
  };
}

export function validityOf({ policy }: PolicyFolder): Validity {
  return {
    effective: policy.effective.date,
    expires: policy.expires.date,
    appliesFrom: policy.byReference?.from ?? null,
  };
}

/** 资金分担, "8:2" between the parties in the text's order. */
export function buildFunding(folder: PolicyFolder, context: EntryContext): PolicyRule['funding'] {
  const { funding, id } = folder.policy;
  if (!funding) return null;
  const place: Place = { file: `policies/${id}/policy.yaml`, locate: folder.locate, path: ['funding', 'quote'] };
  const [left = '', right = ''] = funding.ratio.split(':');
  const source = locateStated(
    context,
    funding.clause,
    funding.quote,
    [{ kind: 'ratio', left, right }],
    place,
    funding.clause,
  );
  const words = funding.quote.map((one) => one.text).join('');
  if (!words.includes(funding.parties.join(''))) {
    context.faults.push(
      fault(
        { ...place, path: ['funding', 'parties'] },
        `引文里没有“${funding.parties.join('')}”`,
        '照引文的次序写分担的两方',
      ),
    );
  }
  const total = Number(left) + Number(right);
  return {
    shares: [left, right].map((share, index) => ({
      party: funding.parties[index] ?? '',
      ppm: Math.round((Number(share) / total) * 1_000_000),
    })),
    clause: source.clause,
    label: source.label,
    quote: source.quote,
  };
}

function locateStated(
  context: EntryContext,
  clause: string,
  quote: Parameters<QuoteFinder['locate']>[0],
  figures: FigureValue[] | null,
  place: Place,
  home: string,
): Source {
  const located = context.finder.locate(quote, clause, place);
  if (figures) {
    matchFigures(figures, located, place, context.faults);
    context.ledger.exempt(located);
  }
  return located[0]?.source ?? { clause: home, anchor: '', label: '', url: '', quote: '' };
}

/** Whether 参照执行 is for measures with money only is what its own words say. */
function checkReference(
  byReference: Policy['byReference'],
  place: (...path: string[]) => Place,
  faults: Fault[],
): void {
  if (!byReference) return;
  const { onlyFunding, quote } = byReference;
  const words = withoutWhitespace(quote.map(({ text }) => text).join(''));
  if (onlyFunding === undefined && words.includes('资金'))
    faults.push(fault(place('byReference'), '引文说的只是涉及资金的措施', '在 onlyFunding 里照抄限定的那几个字'));
  if (onlyFunding !== undefined && (!words.includes(withoutWhitespace(onlyFunding)) || !onlyFunding.includes('资金')))
    faults.push(
      fault(place('byReference', 'onlyFunding'), `引文里没有“${onlyFunding}”这样的限定`, '照引文抄录，或删去'),
    );
}

function checkDates({ policy }: PolicyFolder, place: (...path: string[]) => Place, faults: Fault[]): void {
  const wrong = (field: string, problem: string) => faults.push(fault(place(field), problem, '对照正文改正日期'));
  if (policy.expires.date !== null && policy.effective.date > policy.expires.date)
    wrong('expires', `有效期至 ${policy.expires.date}，早于施行日期 ${policy.effective.date}`);
  if (policy.issued.date > policy.effective.date)
    wrong('issued', `印发日期 ${policy.issued.date} 晚于施行日期 ${policy.effective.date}`);
  if (!policy.byReference) return;
  const { from, to } = policy.byReference;
  if (from > to || to >= policy.effective.date)
    wrong('byReference', `参照期间 ${from} 至 ${to} 与施行日期 ${policy.effective.date} 不相接`);
}

/** What is said to have no end must not state one where the quoted words stand. */
function checkOpenEnd(
  { policy }: PolicyFolder,
  nodes: readonly PolicyNode[],
  place: (...path: string[]) => Place,
  faults: Fault[],
): void {
  const { date, clause } = policy.expires;
  if (date !== null || policy.draft) return;
  const text = withoutWhitespace(nodes.find(({ id }) => id === clause)?.text ?? '');
  const stated = /有效期(?:至|为|限|自|[一二三四五六七八九十\d]).{0,12}/.exec(text)?.[0];
  if (stated !== undefined)
    faults.push(
      fault(
        place('expires', 'date'),
        `写的是没有截止日期（null），而 ${clause} 写着“${stated}”`,
        '照正文写有效期到哪一天',
      ),
    );
}

/** The headings that a part names are headings of its clauses. */
function checkSections(
  { policy }: PolicyFolder,
  nodes: readonly PolicyNode[],
  place: (...path: (string | number)[]) => Place,
  faults: Fault[],
): void {
  policy.parts.forEach((part, index) => {
    const headings = nodes
      .filter((node) => node.part === part.id)
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.type === 'section' && block.titled ? [block.heading.text] : [])),
      );
    for (const [name, heading] of Object.entries(part.sections ?? {})) {
      if (headings.some((text) => text.endsWith(heading))) continue;
      faults.push(fault(place('parts', index, 'sections', name), `没有条款有“${heading}”这一节`, '照正文的小标题写'));
    }
    if (!part.sections && headings.length > 0) {
      faults.push(
        fault(
          place('parts', index),
          `条款分节（${[...new Set(headings.map((text) => text.replace(/^\d+\.\s*/, '')))].join('、')}），却没有写 sections`,
          '写明哪一节是条件、标准、材料',
        ),
      );
    }
  });
}

/** Title, number and issuers stand in the text: none of them is ours. */
function checkWords(
  { policy }: PolicyFolder,
  nodes: readonly PolicyNode[],
  place: (...path: (string | number)[]) => Place,
  faults: Fault[],
): void {
  const whole = nodes.map(({ text }) => withoutWhitespace(text)).join('\n');
  const require = (words: string, at: Place) => {
    if (!whole.includes(withoutWhitespace(words))) faults.push(fault(at, `正文里没有“${words}”`, '照正文抄录'));
  };
  require(policy.title, place('title'));
  policy.issuers.forEach((issuer, index) => require(issuer, place('issuers', index)));
  policy.parts.forEach((part, index) => require(part.fullTitle, place('parts', index, 'fullTitle')));
  const { text, clause } = policy.documentNumber;
  // a draft may not know it yet
  if (policy.draft && text === '') return;
  const node = nodes.find(({ id }) => id === clause);
  // the notice names who issues it above its number
  const lines = (node?.anchors ?? []).map((anchor) => withoutWhitespace(anchor.text));
  // “……委员会文件” is the head of the paper
  const above = lines
    .slice(0, Math.max(0, lines.indexOf(withoutWhitespace(text))))
    .filter((line) => !/文件$/.test(line));
  if (above.length > 0 && above.join('、') !== policy.issuers.map(withoutWhitespace).join('、')) {
    faults.push(
      fault(
        place('issuers'),
        `发文字号之上列的是 ${above.join('、')}（${node?.file}）`,
        '发布机关照正文依次抄录，一个不多，一个不少',
      ),
    );
  }
  if (!node || !withoutWhitespace(node.text).includes(withoutWhitespace(text))) {
    faults.push(fault(place('documentNumber'), `${clause} 里没有“${text}”`, '照正文抄录发文字号'));
  }
}
