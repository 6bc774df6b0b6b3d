// The HTML part of a letter: paragraphs of the finished text, escaped, links made clickable, styles inline.
import { TABLES_ON_WIDE_SCREENS } from './letter-table-html';
import { escapeHtml } from './template';

const LINK = /(?:https?:\/\/|mailto:)[^\s<>"]+/gi;
// A longer one would be wider than a telephone where it is set large.
const AMOUNT = /(?<![\d.,])-?\d[\d.,]{0,13} [A-Z]{3}\b/g;
const PARAGRAPH = 'margin:0 0 16px;';
const SMALL = 'margin:0 0 16px;font-size:12px;color:#5f6b76;';

// A full stop or bracket behind a link belongs to the sentence.
function linkHtml(found: string): string {
  const link = found.replace(/[.,;:!?)\]'"]+$/, '');
  const rest = found.slice(link.length);
  return `<a href="${escapeHtml(link)}" style="color:#1155cc;">${escapeHtml(link)}</a>${escapeHtml(rest)}`;
}

/**
 * Words as HTML, in which no sum is parted from its currency at the end of a line.
 * @example wordsHtml('R&D: 4.00 EUR') // 'R&amp;D: <span style="white-space:nowrap;">4.00 EUR</span>'
 */
export function wordsHtml(text: string): string {
  return escapeHtml(text).replace(AMOUNT, '<span style="white-space:nowrap;">$&</span>');
}

function inlineHtml(line: string): string {
  let html = '';
  let from = 0;
  for (const match of line.match(LINK) ?? []) {
    const at = line.indexOf(match, from);
    html += wordsHtml(line.slice(from, at)) + linkHtml(match);
    from = at + match.length;
  }
  return html + wordsHtml(line.slice(from));
}

/** Lines of text as HTML, each link of them to be clicked. @example linesHtml('a\nR&D') // 'a<br>\nR&amp;D' */
export function linesHtml(text: string): string {
  return text.split('\n').map(inlineHtml).join('<br>\n');
}

/**
 * A paragraph of text as HTML, its line breaks kept.
 * @param text one paragraph, lines separated by newlines; nothing in it is taken as HTML
 * @param small for what only helps finding the mail again
 * @example paragraphHtml('R&D\nhttps://x.example/1', false) // '<p style="...">R&amp;D<br>\n<a href=...</p>'
 */
export function paragraphHtml(text: string, small: boolean): string {
  return `<p style="${small ? SMALL : PARAGRAPH}">${linesHtml(text)}</p>`;
}

/**
 * The whole HTML part around its blocks.
 * @param subject for the title
 * @param tag language tag of the letter, e.g. `en`
 * @param blocks paragraphs and tables, already HTML
 */
export function pageHtml(subject: string, tag: string, blocks: readonly string[]): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(tag)}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(subject)}</title>
<style>${TABLES_ON_WIDE_SCREENS}</style>
</head>
<body style="margin:0;padding:0;background-color:#ffffff;">
<div style="max-width:640px;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#1f2933;overflow-wrap:anywhere;word-break:break-word;">
${blocks.join('\n')}
</div>
</body>
</html>
`;
}
