// Facts as pairs of a label and what it says: side by side, or below each other where text is large.
import { el } from './dom';

/** The pairs; a pair without words is left out. @param kind a class for the words, such as `figure` */
export function factList(facts: readonly { label: string; value: string }[], kind = 'wrap'): HTMLElement {
  const pairs = facts
    .filter(({ value }) => value !== '')
    .map(({ label, value }) =>
      el('div', {}, el('dt', {}, label), el('dd', { class: kind }, label === 'Phone' ? phoneLink(value) : value)),
    );
  return el('dl', { class: 'fact-list' }, ...pairs);
}

/** A telephone number to call at a press; a text without a number as it is. */
function phoneLink(written: string): HTMLElement | string {
  const number = written.replace(/[^+\d]/g, '');
  return number.length < 5 ? written : el('a', { href: `tel:${number}`, target: '_blank', rel: 'noopener' }, written);
}
