// Work in several steps: what it is at, how far it is, and a way to stop after the step under way.
import { button } from './controls';
import { el } from './dom';
import { grouped } from './format';

/** Work that is shown while it runs. */
export interface Progress {
  element: HTMLElement;
  /** Says how far it is. @param what in words, such as `Reading lines` */
  at: (done: number, of: number, what: string) => void;
  /** Whether somebody asked to stop, or left the page. */
  isStopped: () => boolean;
}

/** The bar with its words and the button. */
export function progress(label: string): Progress {
  const bar = el('progress', { 'aria-label': label });
  const line = el('p', { 'aria-live': 'polite' }, `${label}…`);
  let stopped = false;
  const stop = button('Stop after this step', () => {
    stopped = true;
    line.textContent = 'Stopping after this step…';
  });
  const element = el('div', { class: 'card progress' }, line, bar, stop);
  return {
    element,
    at: (done, of, what) => {
      bar.max = Math.max(of, 1);
      bar.value = done;
      line.textContent = `${what}: ${grouped(done)} of ${grouped(of)}`;
    },
    isStopped: () => stopped || !element.isConnected,
  };
}
