import { inQuotes } from '../../domain/text.ts';
import { wordMoney } from '../../explain/money.ts';
import { summariseAmount, wordPayee, wordYearlyCap } from '../../explain/rules.ts';
import { CONTRADICTION_WORDS, type Note } from './note-index.ts';
import { awardWords } from './award-words.ts';

/** A note as lines of text, for where no component draws it. */
export interface NoteWords {
  title: string;
  lines: string[];
  link: { label: string; url: string } | null;
}

export function noteWords(note: Note): NoteWords {
  switch (note.kind) {
    case 'award': {
      const { figures, more } = awardWords(note.award, note.award.amount, note.matter);
      const main = figures.map(({ before, figure, after }) => [before, figure, after].filter(Boolean).join(' '));
      const payee = note.award.payee ? [wordPayee(note.award.payee)] : [];
      const rest = [...more, ...payee].join('，');
      return { title: note.award.title, lines: [...main, rest].filter(Boolean), link: null };
    }
    case 'carried':
      return {
        title: `由${note.label}执行`,
        lines: note.awards.map(({ award, matter }) => `${award.title}：${summariseAmount(award.amount, matter)}`),
        link: { label: note.label, url: note.url },
      };
    case 'cap':
      return {
        title: note.cap.title,
        lines: [`${wordYearlyCap(note.cap)} ${wordMoney(BigInt(note.cap.max))}`],
        link: null,
      };
    case 'reading': {
      const preset = note.reading.options.find(({ id }) => id === note.reading.default)?.label ?? '';
      const lines = [note.reading.question, `本站默认${inQuotes(preset)}`];
      return { title: note.reading.title, lines, link: { label: '口径与理由', url: note.url } };
    }
    case 'contradiction':
      return {
        title: `${CONTRADICTION_WORDS[note.entry.kind]}：${note.entry.title}`,
        lines: [note.entry.note],
        link: null,
      };
  }
}
