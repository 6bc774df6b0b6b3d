// The head and the boxes of a letter as HTML: our firm, the sum asked for, how it is paid. No box needs a style sheet.
import { linesHtml, wordsHtml } from './letter-html';
import type { LetterLook } from './letter-input';
import type { LetterWords } from './letter-words';
import type { PayBox, PayBoxes, PayLink } from './pay-box';
import { escapeHtml } from './template';

/** The colour where none is set. */
const USUAL_COLOUR = '#1f4e79';
const LABEL = 'font-size:12px;line-height:17px;color:#4a5560;';
/** So many links stand in a box; the others are in the text part. */
const MOST_LINKS = 20;

/** The colour of bar and button, as six hexadecimal digits. */
function colourOf(look: LetterLook | undefined): string {
  return look?.colour || USUAL_COLOUR;
}

/** The relative luminance of a colour, as it is or turned over, as mail programs do in the dark (WCAG 2.2). */
function luminance(colour: string, isTurned: boolean): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const shown = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    const part = isTurned ? 1 - shown : shown;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The inside of a button: white or black on the colour, whichever stands out by 4.5 to 1 or more both in the light and turned
 * over; of a colour on which neither does the border alone.
 */
function buttonLook(colour: string): string {
  const light = luminance(colour, false);
  const turned = luminance(colour, true);
  if (light <= 1.05 / 4.5 - 0.05 && turned >= 4.5 * 0.05 - 0.05) return `background-color:${colour};color:#ffffff;`;
  if (turned <= 1.05 / 4.5 - 0.05 && light >= 4.5 * 0.05 - 0.05) return `background-color:${colour};color:#000000;`;
  return 'background-color:#ffffff;color:#000000;';
}

// A table of one cell: the one thing that every mail program draws as a box.
function boxHtml(look: string, blocks: readonly string[]): string {
  return (
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" ' +
    `style="margin:0 0 18px;border-collapse:separate;${look}"><tr><td style="padding:12px 14px;">\n` +
    `${blocks.join('\n')}\n</td></tr></table>`
  );
}

/**
 * Our firm at the head of a mail: its logo where one is set, else its name.
 * @param cid of the logo; '' for none
 */
export function firmHtml(company: string, look: LetterLook | undefined, cid: string): string {
  const name = escapeHtml(company);
  const shown =
    cid === ''
      ? name
      : `<img src="cid:${cid}" alt="${name}" style="display:block;max-width:240px;max-height:72px;background-color:#ffffff;">`;
  return `<div style="margin:0 0 16px;padding:0 0 10px;border-bottom:3px solid ${colourOf(look)};font-size:16px;font-weight:bold;color:#1f2933;">${shown}</div>`;
}

/** The sum asked for, or to be confirmed. */
export function amountHtml({ amount, label }: PayBoxes, look: LetterLook | undefined): string {
  return boxHtml(`background-color:#f4f6f8;border-left:4px solid ${colourOf(look)};`, [
    `<div style="${LABEL}">${escapeHtml(label)}</div>`,
    `<div style="font-size:22px;line-height:30px;font-weight:bold;color:#1f2933;">${wordsHtml(amount)}</div>`,
  ]);
}

/**
 * How a currency is paid. What stands beside the code on a wide screen stands above it on a narrow one.
 * @param cid of the code; '' for none
 */
export function payHtml(box: PayBox, look: LetterLook | undefined, cid: string, words: LetterWords): string {
  const { heading, links, facts, instructions, unchanged } = box;
  const told = [
    `<div style="margin:0 0 8px;font-weight:bold;color:#1f2933;">${escapeHtml(heading)}</div>`,
    ...buttons(links, look),
    ...facts.map(([label, value]) => factHtml(label, value)),
    ...(instructions === '' ? [] : [`<div style="margin:0 0 8px;color:#1f2933;">${linesHtml(instructions)}</div>`]),
  ];
  const code =
    cid === ''
      ? ''
      : `<div style="display:inline-block;vertical-align:top;max-width:240px;">` +
        `<img src="cid:${cid}" alt="" style="display:block;max-width:100%;background-color:#ffffff;">` +
        `<div style="${LABEL}">${escapeHtml(words.pay.scan)}</div></div>`;
  return boxHtml('background-color:#ffffff;border:1px solid #b8c0c8;', [
    `<div style="display:inline-block;vertical-align:top;width:100%;max-width:${cid === '' ? 600 : 330}px;">\n${told.join('\n')}\n</div>${code}`,
    ...(unchanged === '' ? [] : [`<div style="${LABEL}margin:6px 0 0;">${escapeHtml(unchanged)}</div>`]),
  ]);
}

function factHtml(label: string, value: string): string {
  return (
    `<div style="${LABEL}">${escapeHtml(label)}</div>` +
    `<div style="margin:0 0 8px;font-size:15px;line-height:21px;font-weight:bold;color:#1f2933;">${escapeHtml(value)}</div>`
  );
}

// One link is a button; several are a list of links, or a screen would be full of buttons.
function buttons(links: readonly PayLink[], look: LetterLook | undefined): string[] {
  const colour = colourOf(look);
  const button =
    `display:inline-block;margin:0 0 12px;padding:8px 16px;border:2px solid ${colour};border-radius:4px;${buttonLook(colour)}` +
    'font-weight:bold;text-decoration:none;';
  const style = links.length === 1 ? button : 'color:#1155cc;';
  const shown = links
    .slice(0, MOST_LINKS)
    .map(({ label, url }) => `<a href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a>`);
  return links.length <= 1
    ? shown
    : [`<div style="margin:0 0 10px;">${shown.join('<br>\n')}${links.length > MOST_LINKS ? '<br>\n…' : ''}</div>`];
}
