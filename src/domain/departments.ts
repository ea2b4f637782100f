/** 责任单位, as a text writes them: "（责任单位：区科委、区财政局）". */
export function departmentsIn(text: string): string[] {
  const match = /[（(]责任单位[：:]([^）)]*)[）)]/.exec(text.replace(/\s/g, ''));
  return match ? (match[1] ?? '').split('、').filter(Boolean) : [];
}
