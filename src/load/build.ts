import type { IsoDate } from '../domain/dates.ts';
import { flattenMarks } from '../model/marks.ts';
import { piecesOf } from '../model/blocks.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import type { PolicyRule } from '../model/rulebook.ts';
import { standsOn } from '../model/versions.ts';
import { buildAmendments } from './amendments.ts';
import { checkApplicants } from './applicant-words.ts';
import { checkEvidence } from './check-evidence.ts';
import { ClaimLedger } from './claims.ts';
import { buildChanges } from './changes.ts';
import { applyRestatements, checkCoverage } from './coverage.ts';
import { buildContradictions, buildReadings } from './evidence.ts';
import { buildExamples, examplesOfRepeal } from './examples.ts';
import { buildMatters, MatterIndex } from './facts.ts';
import type { Fault } from './fault.ts';
import type { ContentFiles } from './files.ts';
import { checkForms } from './node-forms.ts';
import { buildNodes } from './nodes.ts';
import { ParseCache } from './parse-cache.ts';
import { checkShortTitles } from './policy-checks.ts';
import { buildFunding, buildPolicyEntry, validityOf } from './policy-entry.ts';
import { QuoteFinder } from './quotes.ts';
import { partDrafts, withoutDraftsOnly } from './part-drafts.ts';
import { readPolicies, type PolicyFolder } from './read-policies.ts';
import { readShared, type SharedContent } from './read-shared.ts';
import { buildRedirects } from './redirects.ts';
import { linkReferences } from './references.ts';
import { checkRelations } from './relations.ts';
import { RuleBuilder } from './rules.ts';
import { scopeOf } from './scope.ts';
import { buildSearchWords } from './search-words.ts';
import { checkSourceText } from './source-text.ts';
import { readTemplates } from './templates.ts';
import { markTerms } from './terms.ts';
import { buildDepartments, buildTopics } from './topics.ts';
import { checkUse } from './unused.ts';
import { resolvePlaces, textsOn } from './versions.ts';
import type { FieldPath, Locate } from './yaml.ts';

export interface Built {
  /** null where the content is too damaged to say anything more */
  knowledgeBase: KnowledgeBase | null;
  faults: Fault[];
  /** everything resolves, so that the rules can be run: faults are at most of what nothing uses or leads to */
  sound: boolean;
  /** line of a field, for checks that come after the load */
  locate: (file: string, path: FieldPath) => number;
  /** figures of the texts that metadata accounts for */
  figures: number;
  /** ids of the policies that are drafts */
  drafts: string[];
  /** faults in the text or the structure of a draft: those in its metadata are what is left to do */
  draftFaults: Fault[];
}

/**
 * What becomes of drafts. `apart`: only their text is checked, and nothing else knows of them. `rehearse`: they are
 * taken for finished policies, so that every fault tells what is left to do.
 */
export type Drafts = 'apart' | 'rehearse';

/** After every day on which a version begins: of each clause the last version. */
export const LAST_DAY = '9999-12-31';

/**
 * The knowledge base from the files of content/, with every fault in them. Pure.
 * @param cache files read before
 * @param day on which it speaks: of an amended clause the version in force then
 */
export function buildKnowledgeBase(
  files: ContentFiles,
  cache = new ParseCache(),
  drafts: Drafts = 'apart',
  day: IsoDate = LAST_DAY,
): Built {
  const faults: Fault[] = [];
  const everything = readShared(files, faults, cache);
  const { folders, apart, draftFaults } = partDrafts(readPolicies(files, faults, cache), faults, drafts);
  const ids = [...folders, ...apart].filter(({ policy }) => policy.draft).map(({ policy }) => policy.id);
  if (!everything)
    return { knowledgeBase: null, faults, sound: false, locate: () => 1, figures: 0, drafts: ids, draftFaults };
  const shared = withoutDraftsOnly(everything, folders, apart);
  const ledger = new ClaimLedger();
  const knowledgeBase = assemble(shared, folders, files, ledger, day, faults);
  const sound = faults.length === 0;
  const all = [...knowledgeBase.nodes, ...knowledgeBase.otherVersions];
  const nodes = new Map(all.map((node) => [node.id, node]));
  checkUse(shared, folders, all, knowledgeBase.rules, faults);
  checkRelations(folders, nodes, knowledgeBase.rules, shared, faults);
  checkEvidence(folders, knowledgeBase.rules, faults);
  return {
    knowledgeBase,
    faults,
    sound,
    locate: locator(shared, folders),
    figures: ledger.size,
    drafts: ids,
    draftFaults,
  };
}

/** Where a field of any file stands. */
function locator(shared: SharedContent, folders: readonly PolicyFolder[]): Built['locate'] {
  const files = new Map<string, Locate>([
    ...[
      shared.facts,
      shared.topics,
      shared.departments,
      shared.glossary,
      shared.applicantWords,
      shared.redirects,
      shared.changes,
      ...shared.matters,
    ].map(({ file, locate }): [string, Locate] => [file, locate]),
    ...folders.flatMap(({ policy, locate, locateReadings, clauses, repeals }): [string, Locate][] => [
      [`policies/${policy.id}/policy.yaml`, locate],
      [`policies/${policy.id}/readings.yaml`, locateReadings],
      ...[...clauses, ...repeals].map((one): [string, Locate] => [one.file, one.locate]),
    ]),
  ]);
  return (file, path) => files.get(file)?.(path) ?? 1;
}

function assemble(
  shared: SharedContent,
  folders: PolicyFolder[],
  files: ContentFiles,
  ledger: ClaimLedger,
  day: IsoDate,
  faults: Fault[],
): KnowledgeBase {
  const nodesByFolder = folders.map((folder) => buildNodes(folder, faults));
  const all = nodesByFolder.flat();
  const nodes = new Map(all.map((node) => [node.id, node]));
  const matters = buildMatters(shared, faults);
  const context = {
    nodes,
    faults,
    finder: new QuoteFinder(nodes, faults),
    ledger,
    matters: new MatterIndex(matters, faults),
  };
  checkShortTitles(folders, faults);
  linkReferences(folders, nodes, shared, faults);
  checkApplicants(folders, nodes, shared, faults);
  folders.forEach((folder, index) => checkForms(folder, nodesByFolder[index] ?? [], faults));
  const readings = folders.flatMap((folder) => buildReadings(folder, context));
  const contradictions = folders.flatMap((folder) => buildContradictions(folder, context));
  const policies = folders.map((folder, index) =>
    buildPolicyRule(folder, nodesByFolder[index] ?? [], readings, context),
  );
  const entries = folders.map((folder, index) => buildPolicyEntry(folder, nodesByFolder[index] ?? [], context));
  const amendments = folders.flatMap((folder) => buildAmendments(folder, faults));
  folders.forEach((folder, index) => {
    const own = nodesByFolder[index] ?? [];
    checkCoverage(folder, own, context.ledger, faults);
    checkSourceText(folder, own, faults);
  });
  markTerms(all, shared.glossary.value, context.ledger);
  for (const node of all)
    for (const { piece } of piecesOf(node.blocks)) piece.marks = flattenMarks(context.ledger.marksOf(piece));
  const templates = readTemplates(files, faults);
  const changes = buildChanges(shared.changes, entries, all, amendments, faults);
  const texts = textsOn(all, day);
  resolvePlaces(all, texts.nodes);
  const shown = new Set(texts.nodes.map(({ id }) => id));
  for (const { parts } of entries) for (const part of parts) part.nodes = part.nodes.filter((id) => shown.has(id));
  const standing = texts.nodes.filter((node) => standsOn(node, day));
  for (const rule of policies) rule.scope = scopeOf(rule.id, standing, shared.topics.value.topics);
  return {
    day,
    policies: entries,
    ...texts,
    amendments,
    topics: buildTopics(shared, entries, standing),
    audiences: shared.topics.value.audiences,
    departments: buildDepartments(shared, folders, standing),
    readings,
    contradictions,
    glossary: shared.glossary.value,
    rules: { reasons: shared.facts.value.reasons, matters, policies },
    search: buildSearchWords(shared, all, faults),
    templates,
    redirects: buildRedirects(shared.redirects.value),
    changes,
  };
}

interface RuleParts {
  finder: QuoteFinder;
  ledger: ClaimLedger;
  matters: MatterIndex;
  faults: Fault[];
}

function buildPolicyRule(
  folder: PolicyFolder,
  nodes: PolicyNode[],
  readings: KnowledgeBase['readings'],
  context: RuleParts,
): PolicyRule {
  const { policy } = folder;
  const rule: PolicyRule = {
    id: policy.id,
    title: policy.title,
    shortTitle: policy.shortTitle,
    district: policy.district,
    mark: policy.mark,
    validity: validityOf(folder),
    funding: buildFunding(folder, context),
    scope: [],
    readings: readings
      .filter((reading) => reading.policy === policy.id)
      .map(({ id, title, question, default: preset, options }) => ({ id, title, question, default: preset, options })),
    ...new RuleBuilder(folder, context).build(nodes),
  };
  nodes.forEach((node, index) => {
    const file = folder.clauses[index];
    node.awards = rule.awards.filter(({ clause }) => clause === node.id).map(({ ref }) => ref);
    const examples = { ...context, awards: rule.awards };
    if (file) node.examples = [...buildExamples(file, folder, examples), ...examplesOfRepeal(file, folder, examples)];
  });
  applyRestatements(folder, nodes, { ...context, rules: rule });
  for (const node of nodes) addSupport(node, rule);
  return rule;
}

/** 支持方式 from the awards that stand in the clause, or that carry out what it states. */
function addSupport(node: PolicyNode, rule: PolicyRule): void {
  const kinds = rule.awards
    .filter(({ ref }) => node.awards.includes(ref) || node.restates.includes(ref))
    .map(({ amount }) => (amount.kind === 'share' || amount.kind === 'match' ? 'formula' : amount.kind));
  node.support = [...new Set([...kinds, ...node.support])];
}
