import { chineseDate } from '../../domain/dates.ts';
import type { NextText } from '../../model/versions.ts';
import { siteHref } from '../base.ts';

/** Behind a clause: from when on it reads otherwise or is gone, and the way there. Nothing where nothing is announced. */
export function Next({ next }: { next: NextText | undefined }) {
  if (!next) return null;
  return (
    <a href={siteHref(next.url)} className="from">
      自{chineseDate(next.from)}起{next.kind === 'struck' ? '删去' : '修改'}
    </a>
  );
}
