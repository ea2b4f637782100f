import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { ADDRESSES } from '../../src/cli/checks/addresses.ts';
import { writeAddresses } from '../../src/cli/write-addresses.ts';
import { policyLegislation } from '../../src/components/clause/json-ld.ts';
import { validityWords } from '../../src/components/validity/words.ts';
import { akomaNtosoOf } from '../../src/data/akoma-ntoso/document.ts';
import { clauseRecords } from '../../src/data/clauses.ts';
import { llmsOf } from '../../src/data/llms.ts';
import { policyRecords } from '../../src/data/policies.ts';
import { drawnUntil, isPayableOn, statusOn } from '../../src/domain/validity.ts';
import { compile, evaluate, parseScenario } from '../../src/engine/index.ts';
import { explainRefusal } from '../../src/explain/index.ts';
import { pickable } from '../../src/islands/calculator/Fields.tsx';
import { buildKnowledgeBase } from '../../src/load/build.ts';
import { formatFault } from '../../src/load/fault.ts';
import { readContentFiles } from '../../src/load/files.ts';
import type { PolicyEntry } from '../../src/model/knowledge-base.ts';
import { contentWithThird, removeContent, THIRD } from '../support/third-district.ts';

const root = contentWithThird();
afterAll(() => removeContent(root));
const files = readContentFiles(root);
const POLICY = `policies/${THIRD}/policy.yaml`;
const LAST = `policies/${THIRD}/measures/90-supplementary.mdx`;
const SOURCE = `policies/${THIRD}/source.txt`;
const END = '，有效期至 2028 年 3 月 31 日';

/** The invented policy as if its text stated no end. */
function openEnded(strike = true): Map<string, string> {
  const content = new Map(files);
  const edit = (file: string, from: string | RegExp, to: string): void => {
    const text = content.get(file) ?? '';
    expect(text.replace(from, to)).not.toBe(text);
    content.set(file, text.replace(from, to));
  };
  edit(POLICY, /(expires: \{ date: )"2028-03-31"(.*quote: ).*\}/, '$1null$2本办法自 2026 年 4 月 1 日起施行 }');
  if (strike) for (const file of [LAST, SOURCE]) edit(file, END, '');
  return content;
}

const content = openEnded();
const { knowledgeBase, faults } = buildKnowledgeBase(content);
if (!knowledgeBase) throw new Error('the content loads');
const kb = knowledgeBase;
const policy = kb.policies.find(({ id }) => id === THIRD) as PolicyEntry;

describe('a policy that states no end', () => {
  it('is found right by the check', () => {
    expect(faults.map(formatFault)).toEqual([]);
    const written = writeAddresses(kb, []);
    const listed = new Map(content).set(ADDRESSES, written.ok ? written.text : '');
    expect(checkContent(listed).faults.map(formatFault)).toEqual([]);
  });

  it('is one whose text states none', () => {
    const [first] = checkContent(openEnded(false)).faults.map(formatFault);
    expect(first).toMatchInlineSnapshot(
      `"content/policies/xugou-2026/policy.yaml:11 [expires.date] 写的是没有截止日期（null），而 xugou-2026/measures/supplementary 写着“有效期至2028年3月31日，由” → 照正文写有效期到哪一天"`,
    );
  });

  it('holds on every day from its first', () => {
    expect(policy.validity.expires).toBeNull();
    for (const day of ['2026-04-01', '2099-12-31']) {
      expect([day, statusOn(policy.validity, day), isPayableOn(policy.validity, day)]).toEqual([day, 'in-force', true]);
      expect(validityWords(policy.validity, day)).toEqual({ status: '现行有效', detail: '未规定截止日期' });
    }
    expect(validityWords(policy.validity, '2026-03-31').detail).toBe('2026年4月1日起施行，未规定截止日期');
    expect(drawnUntil(policy.validity, '2031-05-01')).toBe('2034-12-31');
  });

  it('pays long after, and says what it can of a day before', () => {
    const engine = compile({ ...kb.rules, policies: kb.rules.policies.filter(({ id }) => id === THIRD) });
    const on = (date: string) => {
      const projects = [{ id: 'p', matter: 'medical-ai', date, facts: { totalInvestment: 1_000_000 } }];
      const parsed = parseScenario(engine, { applicant: { type: 'enterprise' }, projects });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
      return evaluate(engine, parsed.scenario).policies[0];
    };
    expect(on('2050-01-01')?.discretionary).toBe(40_000_000n);
    expect(on('2026-03-31')?.refused.map(explainRefusal)).toEqual([
      '2026年3月31日不在有效期（2026年4月1日起，未规定截止日期）',
    ]);
    expect(pickable(kb.rules.policies)).toEqual({ min: '2024-10-31', max: '' });
  });

  it('has no last day in data, Akoma Ntoso and JSON-LD', () => {
    expect(policyRecords(kb).find(({ id }) => id === THIRD)?.expires).toBeNull();
    expect(clauseRecords(kb).find(({ id }) => id === `${THIRD}/measures/3`)?.expires).toBeNull();
    const akn = akomaNtosoOf(policy, kb, '站名');
    expect(akn).not.toContain('event-expires');
    expect(akn).toContain('<timeInterval start="#event-effective" refersTo="#in-force"/>');
    expect(policyLegislation(policy, undefined)).toMatchObject({ temporalCoverage: '2026-04-01/..' });
    expect(llmsOf(kb, { siteName: '', notice: '', link: (url) => url })).toContain(
      '2026年4月1日起施行，未规定截止日期',
    );
  });
});
