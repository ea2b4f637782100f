import type { PolicyNode } from '../model/node.ts';
import type { Fault } from './fault.ts';
import { splitNode } from './labels.ts';
import type { ClauseFile } from './read-clause.ts';
import type { PolicyFolder } from './read-policies.ts';

/** What the id of each kind of node looks like; the other kinds are told apart by number and heading. */
const IDS: Partial<Record<PolicyNode['kind'], RegExp>> = {
  title: /^title$/,
  preamble: /^preamble$/,
  chapter: /^(chapter-.+|supplementary)$/,
  notice: /^\d+$/,
  form: /^\d+$/,
};

/** Names of nodes: kind and id agree, every node has a label and a title, a numbered one a topic. */
export function checkForms(folder: PolicyFolder, nodes: readonly PolicyNode[], faults: Fault[]): void {
  const kinds = new Map<string, PolicyNode['kind']>();
  folder.clauses.forEach((file, index) => {
    const node = nodes[index];
    if (!node) return;
    const report = (field: string, problem: string, remedy: string) =>
      faults.push({ file: file.file, line: file.locate([field]), field, problem, remedy });
    checkKind(file, node, kinds, report);
    checkLabel(folder, file, report);
    if (node.title === '') report('title', '正文没有标题，元数据也没有写', '写 title');
    if (node.kind === 'clause' && node.topics.length === 0)
      report('topics', '条款不属于任何议题', '写 topics，取 topics/topics.yaml 里的议题');
  });
}

export function isNumberedClause(node: PolicyNode): boolean {
  return node.kind === 'clause' && splitNode(node.node).number !== null;
}

type Report = (field: string, problem: string, remedy: string) => void;

function checkKind(file: ClauseFile, node: PolicyNode, kinds: Map<string, PolicyNode['kind']>, report: Report): void {
  const wrong = (remedy: string) => report('kind', `${node.node} 不会是 ${node.kind}`, remedy);
  const owner = (Object.keys(IDS) as PolicyNode['kind'][]).find(
    (kind) => !/\d/.test(node.node) && IDS[kind]?.test(node.node),
  );
  if (IDS[node.kind] && !IDS[node.kind]?.test(node.node)) return wrong('改 kind，或改 node 的写法');
  // “附则” is a chapter where its parts are nodes of their own, and a clause where it holds the text itself
  if (owner && owner !== node.kind && owner !== 'chapter') return wrong(`改成 ${owner}`);
  if (node.kind === 'chapter' && file.blocks.some(({ type }) => type !== 'heading')) return wrong('有正文的是 clause');
  if (node.kind === 'clause' && file.blocks.every(({ type }) => type === 'heading'))
    return wrong('只有标题的是 chapter 或 title');
  if (node.kind === 'form' && !/^附件/.test(node.text)) return wrong('附表以“附件”开头');
  if (!/^\d+$/.test(node.node)) return;
  const first = kinds.get(node.part) ?? node.kind;
  kinds.set(node.part, first);
  if (first !== node.kind) wrong(`同一部分里编号的都是 ${first}`);
}

function checkLabel(folder: PolicyFolder, { part, meta }: ClauseFile, report: Report): void {
  const forms = folder.policy.parts.find(({ id }) => id === part);
  const { key, number } = splitNode(meta.node);
  const policyFile = `policies/${folder.policy.id}/policy.yaml`;
  if (meta.label === undefined && (number === null || forms?.labels[key] === undefined)) {
    report(
      'label',
      `没有标签，${policyFile} 里也没有“${key}”的标签形式`,
      '写 label，或在 policy.yaml 的 labels 里补上',
    );
  }
  if (number !== null && meta.kind !== 'notice' && forms?.citations[key] === undefined) {
    report('node', `${policyFile} 里没有“${key}”的引用形式`, '在 policy.yaml 的 citations 里补上');
  }
}
