import { useRef, useState } from 'react';
import type { Engine, Fault } from '../../../engine/index.ts';
import type { RuleBook } from '../../../model/rulebook.ts';
import { download, dropsDownloads, fileName } from '../export/download.ts';
import type { Report } from '../export/report.ts';
import type { Step } from '../state/history.ts';
import type { ScenarioForm } from '../state/scenario-form.ts';
import { LARGEST_FILE, readScenarioText, wordFault, writeScenario } from '../state/scenario-json.ts';
import { loadLinks, LONGEST_LINK } from '../state/link-form.ts';

export interface TakeAwayProps {
  engine: Engine;
  rules: RuleBook;
  form: ScenarioForm;
  /** worked out when it is asked for */
  report: () => Report;
  dispatch: (step: Step) => void;
}

interface Message {
  words: string;
  faults?: readonly Fault[];
  /** what to copy by hand where a download or the clipboard does not work */
  copy?: string;
}

/** The link, the file, the workbook and the print; and loading a file again. */
export function TakeAway({ engine, rules, form, report, dispatch }: TakeAwayProps) {
  const [message, setMessage] = useState<Message>({ words: '' });
  const input = useRef<HTMLInputElement>(null);
  const empty = form.projects.length === 0;
  const json = (): string => `${JSON.stringify(writeScenario(form, rules.matters), null, 2)}\n`;

  const copyLink = async (): Promise<void> => {
    const ready = await loadLinks().catch(() => null);
    if (ready === null) return setMessage({ words: '生成链接要用的程序没有取到，请检查网络后再试。' });
    const { address } = report();
    const long = address.length > LONGEST_LINK ? `链接长 ${address.length} 个字符，有的地方会截断，建议改用文件。` : '';
    try {
      await navigator.clipboard.writeText(address);
      setMessage({ words: `链接已复制。${long}` });
    } catch {
      setMessage({ words: `请复制下面的链接。${long}`, copy: address });
    }
  };
  const save = (blob: Blob, ending: string, copy?: string): void => {
    const { date } = report();
    if (dropsDownloads()) {
      setMessage({
        words: '这个应用内的浏览器不能下载文件。请点右上角“…”选择“在浏览器打开”；或复制下面的内容自行保存。',
        copy: copy ?? report().address,
      });
      return;
    }
    download(blob, fileName(form.name, date, ending));
    setMessage({ words: '文件已交给浏览器下载。没有反应时，请换系统浏览器打开本页。' });
  };
  const saveWorkbook = async (): Promise<void> => {
    setMessage({ words: '正在生成表格……' });
    try {
      const [{ writeWorkbook }, { sheetsOf }] = await Promise.all([
        import('../export/excel.ts'),
        import('../export/workbook.ts'),
        loadLinks(),
      ]);
      save(await writeWorkbook(sheetsOf(report())), 'xlsx');
    } catch {
      setMessage({ words: '表格没有生成，可能是网络中断。请再试一次。' });
    }
  };
  const load = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > LARGEST_FILE) return setMessage({ words: '没有载入：文件超过 1 MB，不是测算情景。' });
    const read = readScenarioText(engine, await file.text());
    if (!read.ok) return setMessage({ words: '没有载入，现有内容未变。文件里有这些问题：', faults: read.errors });
    dispatch({ type: 'replace', form: read.form });
    setMessage({ words: `已载入 ${read.form.projects.length} 个项目；原来的内容可用“撤销”找回。` });
  };

  return (
    <section className="take-away" aria-labelledby="take-away">
      <h2 id="take-away">带走</h2>
      <div className="chips">
        <button type="button" disabled={empty} onClick={() => void copyLink()}>
          复制链接
        </button>
        <button type="button" disabled={empty} onClick={() => void saveWorkbook()}>
          Excel 表格
        </button>
        <button type="button" disabled={empty} onClick={() => window.print()}>
          打印或存为 PDF
        </button>
        <button
          type="button"
          disabled={empty}
          onClick={() => save(new Blob([json()], { type: 'application/json' }), 'json', json())}
        >
          情景文件
        </button>
        <button type="button" onClick={() => input.current?.click()}>
          载入情景文件
        </button>
        <input
          ref={input}
          className="hidden"
          type="file"
          accept=".json,application/json"
          tabIndex={-1}
          aria-label="载入情景文件"
          onChange={(event) => {
            void load(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {empty && <p className="calc-example">还没有项目，没有可带走的内容；可以载入以前存下的情景文件。</p>}
      <div role="status">
        {message.words !== '' && <p className="calc-example">{message.words}</p>}
        {message.faults && (
          <ul className="faults">
            {message.faults.slice(0, 30).map((fault) => (
              <li key={wordFault(fault)}>{wordFault(fault)}</li>
            ))}
          </ul>
        )}
      </div>
      {message.copy !== undefined && (
        <textarea
          className="copy-out"
          readOnly
          rows={6}
          aria-label="可复制的内容"
          value={message.copy}
          onFocus={(event) => event.target.select()}
        />
      )}
      <p className="calc-example">
        所填内容只保存在这台设备的浏览器里；链接把内容写在地址的 # 之后，不会发给任何服务器。
      </p>
    </section>
  );
}
