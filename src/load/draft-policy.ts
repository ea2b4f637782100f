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
    remedy: field === 'issuers' ? '照正文写：一行一个机关' : '照正文写，附上写着它的条款和原文；写法参照其他政策',
  }));
  return { value: filled(value), locate, unfilled };
}

function filled(value: DraftPolicy): Policy {
  return {
    ...value,
    issuers: value.issuers ?? [],
    documentNumber: value.documentNumber ?? { text: '', clause: '' },
    issued: value.issued ?? NEVER,
    effective: value.effective ?? value.issued ?? NEVER,
    expires: value.expires ?? ALWAYS,
  };
}
