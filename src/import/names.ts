import { pinyin } from 'pinyin-pro';

/** Parts by what their title calls them: id, and the word in labels. The first that fits counts. */
const DOCUMENTS: [RegExp, string][] = [
  [/细则$/, 'rules'],
  [/意见$/, 'opinions'],
  [/措施$/, 'measures'],
  [/(办法|规定)$/, 'provisions'],
  [/政策$/, 'policies'],
  [/(方案|计划|规划)$/, 'plan'],
  [/(指南|指引)$/, 'guide'],
];
const WORD =
  /(?:若干|操作|实施|管理|暂行|专项|支持|扶持|政策)*(?:细则|意见|措施|办法|规定|政策|方案|计划|规划|指南|指引)$/;

/** How a document is called: "操作细则", "细则", `rules`. */
export interface DocumentName {
  id: string;
  /** 文件名称 as shown */
  title: string;
  /** the word that labels begin with */
  word: string;
}

export function documentName(title: string): DocumentName {
  const bare = title.replace(/[（(][^（()）]*[)）]$/, '');
  const id = DOCUMENTS.find(([form]) => form.test(bare))?.[1] ?? 'text';
  const words = WORD.exec(bare)?.[0];
  return { id, title: words ?? '正文', word: words?.slice(-2) ?? '正文' };
}

/** Chapters that hold their text themselves, by what they are about. */
const OWN: [RegExp, string][] = [
  [/(支持|适用|扶持|申报|奖励)(对象|范围)/, 'scope'],
  [/总则|总体要求/, 'general'],
  [/(申报|申请|办理).*(程序|流程)/, 'procedure'],
  [/保障/, 'safeguards'],
  [/监督|管理/, 'supervision'],
  [/施行|实施|有效期/, 'validity'],
  [/解释/, 'interpretation'],
];

/** The id of a chapter that holds text: it has no number of its own among the clauses. */
export function ownName(title: string): string {
  return OWN.find(([form]) => form.test(title))?.[1] ?? spell(title, 4);
}

/** Chinese words as a piece of a file's name: "支持药品创新研发" is "zhi-chi-yao-pin". */
export function spell(words: string, syllables: number): string {
  const spoken = pinyin(words.replace(/[^\u4e00-\u9fff]/g, ''), { toneType: 'none', type: 'array', v: true });
  const ascii = spoken.map((one) => one.toLowerCase().replace(/[^a-z]/g, '')).filter((one) => one !== '');
  return ascii.slice(0, syllables).join('-') || 'text';
}

/** `id`, or `id-b`, `id-c` … where it is taken: a name that does not end in a number counts nothing. */
export function unused(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (const letter of 'bcdefghijklmnopqrstuvwxyz') if (!taken.has(`${id}-${letter}`)) return `${id}-${letter}`;
  return unused(`${id}-x`, taken);
}
