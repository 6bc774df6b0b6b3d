// Facts as pairs of a label and what it says: side by side, or below each other where text is large.
import { el } from './dom';

/** The pairs; a pair without words is left out. @param kind a class for the words, such as `figure` */
export function factList(facts: readonly { label: string; value: string }[], kind = 'wrap'): HTMLElement {
  const pairs = facts
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => el('div', {}, el('dt', {}, label), el('dd', { class: kind }, value)));
  return el('dl', { class: 'fact-list' }, ...pairs);
}
