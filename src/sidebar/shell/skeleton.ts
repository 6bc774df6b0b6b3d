// What stands for a page while it is read.
import { el } from './dom';

/** Some grey lines of a page that is being read. @param waiting the words for who hears it */
export function skeleton(waiting: string): HTMLElement {
  const bars = ['40%', '90%', '75%', '100%', '60%'].map((width) => {
    const bar = el('div', { class: 'skeleton' });
    bar.style.width = width;
    return bar;
  });
  return el(
    'div',
    { class: 'loading' },
    el('p', {}, waiting),
    el('div', { class: 'page-skeleton', 'aria-hidden': 'true' }, ...bars),
  );
}
