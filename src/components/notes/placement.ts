import type { Block } from '../../model/node.ts';
import { anchorsOf } from '../../model/blocks.ts';
import type { Note, NoteIndex } from './note-index.ts';

/**
 * Which anchors stand level with their notes. A note that an earlier, longer one pushes down starts
 * below its paragraph anyway: that paragraph then stays in the normal flow, so that the text never
 * waits for the margin. Heights are estimates in px; a wrong one moves a note, never the reading order.
 */
export function levelAnchors(blocks: readonly Block[], notes: NoteIndex): Set<string> {
  const level = new Set<string>();
  let text = 0;
  let margin = 0;
  for (const { id, text: words } of anchorsOf(blocks)) {
    const height = words.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 34) * 36, 8);
    const beside = notes.at(id);
    if (beside.length > 0) {
      const free = margin <= text + 16;
      if (free) level.add(id);
      margin = (free ? text : Math.max(margin, text + height)) + beside.reduce((sum, note) => sum + heightOf(note), 12);
    }
    text += height;
  }
  return level;
}

function heightOf(note: Note): number {
  switch (note.kind) {
    case 'award':
      return 112;
    case 'cap':
      return 72;
    case 'carried':
      return 32 + note.awards.length * 44;
    case 'reading':
      return 64 + lines(note.reading.title + note.reading.question);
    case 'contradiction':
      return 40 + lines(note.entry.title + note.entry.note);
  }
}

function lines(words: string): number {
  return Math.ceil(words.length / 21) * 21;
}
