import { parseMoney } from '../domain/money.ts';
import { yearOf } from '../domain/dates.ts';
import type { ExampleCase, ExampleExpectation } from '../model/node.ts';
import type { AwardRule, FactRule } from '../model/rulebook.ts';
import type { Example } from '../schemas/example.ts';
import type { MatterIndex } from './facts.ts';
import type { Fault } from './fault.ts';
import { fault, within, type Place } from './quotes.ts';
import { nodeIdOf, type ClauseFile } from './read-clause.ts';
import type { PolicyFolder } from './read-policies.ts';
import { resolveReadings } from './rules.ts';

interface ExampleContext {
  matters: MatterIndex;
  /** of the policy */
  awards: readonly AwardRule[];
  faults: Fault[];
}

/** The worked examples of a clause as scenarios of scenario.md. */
export function buildExamples(
  file: ClauseFile,
  folder: PolicyFolder,
  { matters, faults, awards }: ExampleContext,
): ExampleCase[] {
  if (file.meta.awards.some(({ draft }) => !draft) && file.meta.examples.length === 0) {
    faults.push(
      fault(
        { file: file.file, locate: file.locate, path: ['awards'] },
        '有扶持项而没有算例',
        '在 examples 里给每个上限、门槛和口径各写两侧的算例',
      ),
    );
  }
  return file.meta.examples.map((example, index) => {
    const place: Place = { file: file.file, locate: file.locate, path: ['examples', index] };
    const readings = resolveReadings(example.readings, folder, within(place, 'readings'), faults);
    const projects = example.projects.map((project, at) =>
      buildProject(project, at, file, { matters, awards, faults }, within(place, 'projects', at)),
    );
    return {
      title: example.title,
      scenario: {
        applicant: { type: example.applicant },
        readings: Object.fromEntries(readings.map(({ reading, option }) => [reading, option])),
        projects: projects.map(({ expect: _, ...project }) => project),
      },
      expect: projects.flatMap(({ expect }) => expect),
    };
  });
}

/** The examples of a clause's end: they are run as its last text's, and reported where they stand. */
export function examplesOfRepeal(file: ClauseFile, folder: PolicyFolder, context: ExampleContext): ExampleCase[] {
  const end = folder.repeals.find(({ last }) => last === file);
  if (!end) return [];
  const { file: path, locate } = end;
  if (file.meta.awards.some(({ draft }) => !draft) && end.meta.examples.length === 0) {
    const problem = '删去的这一条有扶持项，却没有算例检验它从哪天起不再支持';
    const remedy = '在 examples 里写两个：删去前一天的照付，删去当天的 refused: not-in-force';
    context.faults.push(fault({ file: path, locate, path: ['repealed'] }, problem, remedy));
    return [];
  }
  const examples = buildExamples(
    { ...file, file: path, locate, meta: { ...file.meta, examples: end.meta.examples } },
    folder,
    context,
  );
  return examples.map((example, index) => ({ ...example, at: { file: path, index } }));
}

type ExampleProject = Example['projects'][number];

function buildProject(
  project: ExampleProject,
  index: number,
  file: ClauseFile,
  { matters, awards, faults }: ExampleContext,
  place: Place,
) {
  const home = nodeIdOf(file);
  const own = [...new Set(file.meta.awards.flatMap((award) => (award.draft ? [] : [award.matter])))];
  const id = project.matter ?? (own.length === 1 ? own[0] : undefined);
  if (id === undefined) faults.push(fault(place, '没有写事项，而本条不止一个事项', `写 matter：${own.join('、')}`));
  const matter = id === undefined ? null : matters.require(id, within(place, 'matter'));
  const facts = Object.entries(project.facts).map(([name, words]) => {
    const rule = matter?.require(name, within(place, 'facts', name), faults);
    return [name, rule ? factValue(rule, words, within(place, 'facts', name), faults) : null];
  });
  const projectId = `project-${index + 1}`;
  const expectations = Array.isArray(project.expect) ? project.expect : [project.expect];
  return {
    id: projectId,
    matter: id ?? '',
    date: project.date,
    facts: Object.fromEntries(facts) as Record<string, unknown>,
    expect: expectations.map((one, at): ExampleExpectation => {
      if ('refused' in one) return { project: projectId, refused: one.refused };
      for (const ref of one.over) {
        if (!awards.some((award) => award.ref === ref))
          faults.push(fault(within(place, 'expect', at), `没有扶持项“${ref}”`, '写成 <条款>#<扶持项>'));
      }
      const [clause = home, award = one.award] = one.award.includes('#') ? one.award.split('#') : [];
      if (!awards.some(({ ref }) => ref === `${clause}#${award}`)) {
        faults.push(
          fault(
            within(place, 'expect', at),
            `没有扶持项“${one.award}”`,
            '改成本条 awards 里的 id，或别条的 <条款>#<扶持项>',
          ),
        );
      }
      return {
        project: projectId,
        clause,
        award,
        year: one.year ?? yearOf(project.date),
        determined: one.determined ?? 0,
        discretionary: one.discretionary ?? 0,
        over: one.over,
      };
    }),
  };
}

/** A fact as a scenario holds it: sums in yuan. */
function factValue(rule: FactRule, words: string | boolean | string[], place: Place, faults: Fault[]): unknown {
  const yuan = (text: unknown): number | null => {
    const fen = typeof text === 'string' ? parseMoney(text) : null;
    if (fen === null) faults.push(fault(place, `“${String(text)}”不是金额`, '写成“800 万元”'));
    return fen === null ? null : fen / 100;
  };
  if (rule.kind === 'money') return yuan(words);
  if (rule.kind === 'money-list') return (Array.isArray(words) ? words : [words]).map(yuan);
  return words;
}
