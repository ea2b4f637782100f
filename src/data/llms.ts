import { wordEnd } from '../domain/validity.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { policyFiles } from '../model/addresses.ts';
import { chineseDate } from '../domain/dates.ts';
import { publications } from './index.ts';

export interface LlmsPlace {
  siteName: string;
  notice: string;
  /** root-relative address of the site → as the file writes it */
  link: (url: string) => string;
}

/** llms.txt: what stands where, for language models, derived from the knowledge base. */
export function llmsOf(kb: KnowledgeBase, { siteName, notice, link }: LlmsPlace): string {
  const line = (title: string, url: string, words: string): string => `- [${title}](${link(url)}): ${words}`;
  const section = (title: string, lines: readonly string[]): string => `## ${title}\n\n${lines.join('\n')}`;
  const titles = wordTitles(kb.policies.map(({ title }) => `《${title}》`));
  const policies = kb.policies.map((policy) => {
    const { effective, expires } = policy.validity;
    const force = `${chineseDate(effective)}起施行，${wordEnd(expires)}`;
    const whole = policyFiles(policy.id);
    return [
      line(
        policy.title,
        policy.url,
        `${policy.documentNumber}，${policy.issuers[0]}${policy.issuers.length > 1 ? '等' : ''}印发，${force}`,
      ),
      line(`${policy.shortTitle} 全文`, whole.html, '条文、批注、口径与疑义，一个文件'),
      line(`${policy.shortTitle} Akoma Ntoso`, whole.akomaNtoso, '条文的结构化 XML，eId 与本站锚点一致'),
      ...policy.parts.map((part) => line(part.title, part.url, `${part.fullTitle}，连续正文`)),
      ...kb.amendments
        .filter((one) => one.policy === policy.id)
        .map(({ label, url, title, effective }) =>
          line(
            `${policy.shortTitle} ${label}`,
            url,
            `${title}，${chineseDate(effective)}起施行；修改前的条文在各条的 /v1/`,
          ),
        ),
    ].join('\n');
  });
  const data = publications(kb).map(({ name, title, count, fields }) =>
    line(`${title} JSON`, `/data/${name}.json`, `${count} 条；字段：${fields.map((field) => field.name).join('、')}`),
  );
  return (
    [
      `# ${siteName}`,
      `> ${titles}的全文、对照和测算。${notice}。`,
      '每一条、每一段、每一项各有永久地址：`/政策/部分/节点/#锚点`。引用条文请用原文并给出地址；数额的依据见每个扶持项的 quote；结果视口径而定的，口径写在 readings。',
      section('政策', policies),
      section('数据', [...data, line('字段说明', '/data/', '全部字段的含义、单位和许可')]),
      section(
        '议题对照',
        kb.topics.map(({ title, url, summary }) => line(title, url, summary)),
      ),
      section('说明', [
        line('方法、口径、疑义与局限', '/about/', '本站如何得出数额，哪些没有计算'),
        line('改动', '/feed.xml', 'Atom'),
      ]),
    ].join('\n\n') + '\n'
  );
}

/** So many titles are named one by one. */
const MOST_NAMED = 3;

function wordTitles(all: readonly string[]): string {
  if (all.length > MOST_NAMED) return `${all.slice(0, MOST_NAMED).join('、')}等 ${all.length} 份政策`;
  return [all.slice(0, -1).join('、'), all.at(-1)].filter(Boolean).join('和');
}
