import type { TaskView } from '../server/control.ts';
import { el } from './dom.ts';
import { titleOf } from './draft.ts';

/** The files that the mock makes of a finished task, the main one first. */
const files: Record<string, readonly string[]> = {
  textToAudio: ['mp3', 'wav'],
  videoToAudio: ['mp4', 'mp3', 'wav'],
  textToVideo: ['mp4'],
};

/** Players for the files of a finished task, and links to them. */
export function players({ id, operation }: TaskView, preload: 'metadata' | 'none'): HTMLElement {
  const addresses = (files[operation] ?? []).map((ending) => [ending, `/media/${id}.${ending}`]);
  return el(
    'div',
    { class: 'players' },
    ...addresses.map(([ending = '', src = '']) => {
      const label = `${titleOf(operation)}, ${ending.toUpperCase()}`;
      const attributes = { controls: true, src, preload, 'aria-label': label };
      const player = ending === 'mp4' ? el('video', attributes) : el('audio', attributes);
      if (ending === 'mp4') player.setAttribute('playsinline', '');
      const link = el('a', { href: src, download: true }, ending.toUpperCase());
      return el('figure', {}, player, el('figcaption', {}, link));
    }),
  );
}
