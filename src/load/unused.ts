import type { PolicyNode } from '../model/node.ts';
import type { RuleBook } from '../model/rulebook.ts';
import { statedDepartments } from './departments.ts';
import { testsOf } from './check-evidence.ts';
import type { Fault } from './fault.ts';
import { fault, within } from './quotes.ts';
import type { PolicyFolder } from './read-policies.ts';
import type { Shared, SharedContent } from './read-shared.ts';

const UNUSED = '引用它，或删去';
const TWICE = '改成各不相同；重复的删去';

/** What is declared and never used is a slip of the pen somewhere: a reading nothing reads, a topic without clauses. */
export function checkUse(
  shared: SharedContent,
  folders: readonly PolicyFolder[],
  nodes: readonly PolicyNode[],
  rules: RuleBook,
  faults: Fault[],
): void {
  const report: Report = (file, path, problem, remedy) =>
    faults.push(fault({ file: file.file, locate: file.locate, path }, problem, remedy));
  checkIds(shared, report);
  const topics = new Set(nodes.flatMap((node) => node.topics));
  shared.topics.value.topics.forEach(({ id }, index) => {
    if (!topics.has(id)) report(shared.topics, ['topics', index], `没有条款属于议题“${id}”`, UNUSED);
  });
  const audiences = shared.topics.value.audiences.map(({ id }) => id);
  shared.topics.value.topics.forEach((topic, index) => {
    for (const one of topic.audiences) {
      if (!audiences.includes(one))
        report(
          shared.topics,
          ['topics', index, 'audiences'],
          `没有企业类型“${one}”`,
          `改成已有的（${audiences.join('、')}），或在 audiences 里补上`,
        );
    }
  });
  const named = new Set(nodes.flatMap((node) => node.departments.map((short) => `${node.policy} ${short}`)));
  const departments = statedDepartments(shared, folders);
  const seen = new Set<string>();
  departments.forEach(({ department: { id, policy, short }, place }) => {
    if (!named.has(`${policy} ${short}`))
      faults.push(fault(within(place, 'short'), `没有条款写责任单位“${short}”`, '照正文改 short，或删去'));
    if (seen.has(id)) faults.push(fault(within(place, 'id'), `id“${id}”重复`, TWICE));
    seen.add(id);
  });
  const paid = new Set(rules.policies.flatMap(({ awards }) => awards.map(({ matter }) => matter)));
  for (const matter of shared.matters) {
    if (!paid.has(matter.value.id)) report(matter, ['id'], `没有扶持项属于事项“${matter.value.id}”`, UNUSED);
  }
  const facts = new Set(shared.matters.flatMap(({ value }) => value.facts.map(({ fact }) => fact)));
  for (const name of Object.keys(shared.facts.value.facts))
    if (!facts.has(name)) report(shared.facts, ['facts', name], `没有事项用到事实“${name}”`, UNUSED);
  const texts = nodes.map(({ text }) => text.replace(/\s/g, '')).join('\n');
  shared.glossary.value.forEach(({ words }, index) => {
    for (const word of words)
      if (!texts.includes(word))
        report(shared.glossary, [index, 'words'], `正文里没有术语“${word}”`, '照正文改这个词，或删去');
  });
  checkReadings(folders, rules, faults);
}

type Report = (file: Shared<unknown>, path: (string | number)[], problem: string, remedy: string) => void;

function checkIds(shared: SharedContent, report: Report): void {
  const lists: [Shared<unknown>, string[], { id: string }[]][] = [
    [shared.topics, ['topics'], shared.topics.value.topics],
    [shared.topics, ['audiences'], shared.topics.value.audiences],
    [shared.glossary, [], shared.glossary.value],
    [shared.facts, ['reasons'], shared.facts.value.reasons],
  ];
  for (const [file, path, list] of lists) {
    const seen = new Set<string>();
    list.forEach(({ id }, index) => {
      if (seen.has(id)) report(file, [...path, index, 'id'], `id“${id}”重复`, TWICE);
      seen.add(id);
    });
  }
}

/** Every option but the default must change something: a switch without effect misleads. */
function checkReadings(folders: readonly PolicyFolder[], rules: RuleBook, faults: Fault[]): void {
  for (const folder of folders) {
    const rule = rules.policies.find(({ id }) => id === folder.policy.id);
    const used = new Set(
      (rule ? [...rule.awards.flatMap(testsOf), ...rule.caps.map(({ sharedWith }) => sharedWith?.reading ?? [])] : [])
        .flat()
        .map(({ reading }) => reading),
    );
    folder.readings.forEach(({ id }, index) => {
      if (used.has(`${folder.policy.id}/${id}`)) return;
      const place = {
        file: `policies/${folder.policy.id}/readings.yaml`,
        locate: folder.locateReadings,
        path: ['readings', index, 'id'],
      };
      faults.push(fault(place, `没有扶持项用到口径“${id}”`, '在扶持项里用它，或删去'));
    });
  }
}
