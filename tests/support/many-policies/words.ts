/** Words of official texts and others that say the same: none of them tells a rule, names who may apply, or stands in another. */
const SYNONYMS: readonly (readonly [string, ...string[]])[] = [
  ['促进', '推动', '助推'],
  ['鼓励', '引导', '激励'],
  ['开展', '进行', '实施'],
  ['建设', '打造', '建造'],
  ['加强', '强化', '做强'],
  ['支持', '扶持', '资助'],
  ['重大', '重要', '关键'],
  ['围绕', '聚焦', '立足'],
  ['提升', '增强', '提高'],
  ['完善', '健全', '优化'],
  ['推进', '深化', '推行'],
  ['具体', '详细', '明细'],
  ['项目', '课题', '工程'],
  ['给予', '予以', '拨付'],
  ['服务', '保障', '协助'],
  ['产品', '制品', '品种'],
  ['优质', '精品'],
  ['高端', '先进'],
  ['作用', '效用'],
  ['发挥', '利用'],
  ['落地', '落户'],
  ['政策', '方针', '措施'],
];

/** 地名: two characters that no other text of the site uses as a place. */
const FIRST = '青云紫金长清平安永乐嘉定宝丰瑞和兴泰仁崇';
const SECOND = '溪原陵渡浦泽岭桥汀塘洲港湾坪岗峰川梁淀圩';

/** A name of its own for each of 400. */
export function placeOf(number: number): string {
  const first = FIRST[number % FIRST.length] ?? '';
  return first + (SECOND[Math.floor(number / FIRST.length + number) % SECOND.length] ?? '');
}

/** What becomes of each word: another draw, other sentences. @param random from 0 to 1 */
export function drawWords(random: () => number): ReadonlyMap<string, string> {
  return new Map(
    SYNONYMS.map(([word, ...others]) => [word, [word, ...others][Math.floor(random() * (others.length + 1))] ?? word]),
  );
}

/** All at once, so that no word is replaced twice. */
export function replaceWords(text: string, words: ReadonlyMap<string, string>): string {
  return text.replace(new RegExp([...words.keys()].join('|'), 'g'), (word) => words.get(word) ?? word);
}

const SUM = /(\d+(?:\.\d+)?)(\s?)(亿元|万元)/g;

/** Every sum in the same proportion: shares of sums, caps and worked examples stay in agreement. @param tenths 13 is 1.3 times */
export function scaleSums(text: string, tenths: number): string {
  return text.replace(SUM, (_, number: string, space: string, unit: string) => {
    return `${Number(((Number(number) * tenths) / 10).toFixed(4))}${space}${unit}`;
  });
}
