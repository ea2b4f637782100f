import { draftPolicy, policy, UNFILLED, type DraftPolicy, type Policy } from '../schemas/policy.ts';
import type { Fault } from './fault.ts';
import { parseYaml, type Parsed } from './yaml.ts';

/** policy.yaml as read: whole, so that the text can be loaded; what a draft does not know yet stands in `unfilled`. */
export interface ParsedPolicy extends Parsed<Policy> {
  unfilled: Fault[];
}

/** Days that cannot be meant, in place of those that are not known yet: no page of a draft shows a day. */
const NEVER = { date: '0001-01-01', clause: '', quote: [] };
const ALWAYS = { date: '9999-12-31', clause: '', quote: [] };

const LABELS: Record<(typeof UNFILLED)[number], string> = {
  issuers: '发布机关',
  documentNumber: '发文字号',
  issued: '印发日期',
  effective: '施行日期',
  expires: '有效期',
  publication: '官方公布的网址',
};

const REMEDIES: Partial<Record<keyof typeof LABELS, string>> = {
  issuers: '照正文写：一行一个机关',
  expires: '照正文写，附上写着它的条款和原文；正文没有规定截止日期的，date 写 null，原文引施行日期的那一句',
  publication: '写 { url: 网址, note: 文本从哪里来 }；没有网址的，url 写 null，在 note 里说明',
};

/** Reads policy.yaml: strictly, or where it says `draft: true` with what a draft may leave open. */
export function parsePolicy(text: string, file: string, faults: Fault[]): ParsedPolicy | null {
  if (!/^draft:\s*true\s*(#.*)?$/m.test(text)) {
    const parsed = parseYaml(text, policy, file, faults);
    return parsed && { ...parsed, unfilled: [] };
  }
  const parsed = parseYaml(text, draftPolicy, file, faults);
  if (!parsed) return null;
  const { value, locate } = parsed;
  const unfilled = UNFILLED.filter((field) => value[field] === null).map((field) => ({
    file,
    line: locate([field]),
    field,
    problem: `正文里没有认出${LABELS[field]}`,
    remedy: REMEDIES[field] ?? '照正文写，附上写着它的条款和原文；写法参照其他政策',
  }));
  return { value: filled(value), locate, unfilled: [...unfilled, ...unnamed(value, file, locate)] };
}

/** Departments whose full name nobody has found yet. */
function unnamed({ departments }: DraftPolicy, file: string, locate: ParsedPolicy['locate']): Fault[] {
  return departments.flatMap(({ short, full }, at) => {
    if (full !== null) return [];
    const path = ['departments', at, 'full'];
    const problem = `没有认出“${short}”的全称`;
    return [{ file, line: locate(path), field: path.join('.'), problem, remedy: '写全称；id 也可以改成好记的英文' }];
  });
}

function filled(value: DraftPolicy): Policy {
  return {
    ...value,
    issuers: value.issuers ?? [],
    documentNumber: value.documentNumber ?? { text: '', clause: '' },
    issued: value.issued ?? NEVER,
    effective: value.effective ?? value.issued ?? NEVER,
    expires: value.expires ?? ALWAYS,
    publication: value.publication ?? { url: null, note: '尚未填写' },
    departments: value.departments.map(({ full, ...one }) => ({ ...one, full: full ?? one.short })),
  };
}
