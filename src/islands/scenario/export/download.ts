/** Browsers inside apps that drop downloads without a word. */
export function dropsDownloads(): boolean {
  return /MicroMessenger|wxwork|DingTalk|QQ\//i.test(navigator.userAgent);
}

/** A real file, by an anchor that is clicked. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A name that every file system takes. */
export function fileName(words: string, date: string, ending: string): string {
  const safe =
    words
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 60) || '测算';
  return `${safe} ${date}.${ending}`;
}
