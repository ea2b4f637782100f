import type { Source } from '../../model/rulebook.ts';
import { siteHref } from '../base.ts';

/** "细则（六）2（2）、细则（六）2（3）": where the words stand, each place once, as links. */
export function Places({ sources }: { sources: readonly Source[] }) {
  const places = sources.filter((one, at) => sources.findIndex((other) => other.label === one.label) === at);
  return places.map((source, at) => (
    <span key={source.label}>
      {at > 0 && '、'}
      <a href={siteHref(source.url)} title={source.quote}>
        {source.label}
      </a>
    </span>
  ));
}

/** A line that `explain` wrote with its places before it: the places become links. */
export function Cited({ text, sources }: { text: string; sources: readonly Source[] }) {
  const colon = text.indexOf('：');
  const cited = sources.length > 0 && text.slice(0, colon) === [...new Set(sources.map((one) => one.label))].join('、');
  if (!cited) return text;
  return (
    <>
      <Places sources={sources} />
      {text.slice(colon)}
    </>
  );
}
