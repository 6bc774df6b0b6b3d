// A mail as it will look: laid out in the width of a phone or of a desk, and scaled down to the place it has.
import { button } from '../shell/controls';
import { el } from '../shell/dom';

/**
 * What stands in front of the HTML of a preview: it runs no script, follows no link and fetches no picture, so that nothing
 * tells a stranger that it was looked at.
 */
export const PREVIEW_HEAD =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">' +
  '<base target="_blank"><style>body{margin:8px}</style>';

/** A phone's width, in which a mail is shown first, and a desk's; both are scaled down to the card. */
const PHONE = 360;
const DESK = 640;

/** In which width mails are shown: what a person chose for one holds for the next. */
let shownWidth = PHONE;

/** The place of a mail, the button for the other width, and a way to show another mail there. */
export interface MailPreview {
  box: HTMLElement;
  other: HTMLElement;
  show: (html: string) => void;
}

/** Shows a mail. @param html of the mail, its pictures put in */
export function mailPreview(html: string): MailPreview {
  const frame = el('iframe', { title: 'The mail as it will look', sandbox: '', class: 'scaled' });
  const show = (text: string): void => {
    frame.srcdoc = PREVIEW_HEAD + text;
  };
  show(html);
  const box = el('div', { class: 'preview' }, frame);
  const fill = (): void => {
    const width = shownWidth;
    const scale = Math.min(1, box.clientWidth / width);
    box.classList.toggle('large', width === DESK);
    if (scale === 0) return;
    frame.style.width = `${width}px`;
    frame.style.height = `${box.clientHeight / scale}px`;
    frame.style.transform = `scale(${scale})`;
  };
  new ResizeObserver(fill).observe(box);
  const label = (): string => (shownWidth === PHONE ? 'As on a large screen' : 'As on a phone');
  const other = button(
    label(),
    () => {
      shownWidth = shownWidth === PHONE ? DESK : PHONE;
      other.textContent = label();
      fill();
    },
    { kind: 'quiet' },
  );
  return { box, other, show };
}
