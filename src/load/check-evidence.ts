import type { AwardRule, PolicyRule, ReadingTest, RuleBook } from '../model/rulebook.ts';
import type { Fault } from './fault.ts';
import { fault } from './quotes.ts';
import type { PolicyFolder } from './read-policies.ts';

/** A reading stands beside the words of every clause that it bears on; a contradiction is between two passages. */
export function checkEvidence(folders: readonly PolicyFolder[], rules: RuleBook, faults: Fault[]): void {
  for (const folder of folders) {
    const file = `policies/${folder.policy.id}/readings.yaml`;
    const rule = rules.policies.find(({ id }) => id === folder.policy.id);
    if (!rule) continue;
    folder.readings.forEach((reading, index) => {
      const passages = new Set(reading.passages.map(({ clause }) => clause));
      for (const clause of clausesUnder(`${folder.policy.id}/${reading.id}`, rule)) {
        if (passages.has(clause)) continue;
        const place = { file, locate: folder.locateReadings, path: ['readings', index, 'passages'] };
        faults.push(fault(place, `${clause} 用到这个口径，却没有引它的原文`, '补上引起疑义的那句话'));
      }
    });
    folder.contradictions.forEach(({ kind, passages }, index) => {
      if (kind !== 'contradiction' || passages.length > 1) return;
      const place = { file, locate: folder.locateReadings, path: ['contradictions', index, 'passages'] };
      faults.push(fault(place, '抵牾只引了一处', '补上与它不一致的另一处；条文没有写的，kind 写 gap'));
    });
  }
}

/** Clauses whose awards or caps depend on a reading. */
function clausesUnder(id: string, { awards, caps }: PolicyRule): string[] {
  const uses = (test: ReadingTest) => test.some(({ reading }) => reading === id);
  return [
    ...awards.filter((award) => testsOf(award).some(uses)).map(({ clause }) => clause),
    ...caps.flatMap(({ clause, sharedWith }) =>
      sharedWith && uses(sharedWith.reading) ? [clause, sharedWith.cap.split('#')[0] ?? clause] : [],
    ),
  ];
}

/** Every reading condition in an award. */
export function testsOf(award: AwardRule): ReadingTest[] {
  const { reading, except, requires, alternatives, caps } = award;
  return [reading, ...[...except, ...requires, ...alternatives, ...caps].map((one) => one.reading)];
}
