import { withoutWhitespace } from '../domain/text.ts';
import type { PolicyNode } from '../model/node.ts';
import type { Fault } from './fault.ts';
import { fault, type Place } from './quotes.ts';
import type { PolicyFolder } from './read-policies.ts';

/** Where a field of the policy's own file stands. */
type PlaceOf = (...path: (string | number)[]) => Place;

/** What policy.yaml says is what the text says. */
export function checkPolicy(folder: PolicyFolder, nodes: readonly PolicyNode[], place: PlaceOf, faults: Fault[]): void {
  checkDates(folder, place, faults);
  checkReference(folder, place, faults);
  checkOpenEnd(folder, nodes, place, faults);
  checkSections(folder, nodes, place, faults);
  checkWords(folder, nodes, place, faults);
}

/** Policies are told apart by their short titles: in tables, in what is read aloud, as names of sheets. */
export function checkShortTitles(folders: readonly PolicyFolder[], faults: Fault[]): void {
  const first = new Map<string, string>();
  for (const { policy, locate } of folders) {
    const name = withoutWhitespace(policy.shortTitle);
    const other = first.get(name);
    if (other === undefined) first.set(name, policy.id);
    else
      faults.push(
        fault(
          { file: `policies/${policy.id}/policy.yaml`, locate, path: ['shortTitle'] },
          `简称“${policy.shortTitle}”与 policies/${other}/ 的相同`,
          '换一个分得清的，如加上文种或年份：“闵行 2025 人才”',
        ),
      );
  }
}

/** Whether 参照执行 is for measures with money only is what its own words say. */
function checkReference({ policy: { byReference } }: PolicyFolder, place: PlaceOf, faults: Fault[]): void {
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

function checkDates({ policy }: PolicyFolder, place: PlaceOf, faults: Fault[]): void {
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
function checkOpenEnd({ policy }: PolicyFolder, nodes: readonly PolicyNode[], place: PlaceOf, faults: Fault[]): void {
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
function checkSections({ policy }: PolicyFolder, nodes: readonly PolicyNode[], place: PlaceOf, faults: Fault[]): void {
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
function checkWords({ policy }: PolicyFolder, nodes: readonly PolicyNode[], place: PlaceOf, faults: Fault[]): void {
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
