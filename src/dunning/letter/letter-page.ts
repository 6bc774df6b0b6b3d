// A letter as a page to print and post: our firm, whom it goes to, the day, and what it says.
import { TABLES } from './letter-table-html';
import { escapeHtml } from './template';

/** What stands on the page. Texts are plain; blocks are HTML already. */
export interface LetterPage {
  /** Our firm. */
  company: string;
  /** Whom it is addressed to, a line each. */
  addressee: readonly string[];
  /** The day in the letter's language. */
  date: string;
  subject: string;
  /** Language tag, e.g. `en`. */
  tag: string;
  /** Paragraphs and tables, already HTML. */
  blocks: readonly string[];
}

// On paper with margins of 20 mm the address stands 50 mm from the upper edge, where the windows of DIN 5008 (form B) and
// of the American no. 10 envelope show it.
const STYLE = `
.page{max-width:640px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#1f2933;overflow-wrap:anywhere;}
.from{margin:0 0 24px;font-weight:bold;}
.to{margin:0 0 24px;font-style:normal;white-space:pre-line;}
.date{margin:0 0 24px;text-align:right;}
.subject{margin:0 0 16px;font-size:15px;line-height:22px;}
tr,.subject{break-inside:avoid;}
${TABLES}
@media print{
.page{max-width:none;font-size:11pt;line-height:15pt;color:#000000;}
.from{height:30mm;margin:0;}
.to{min-height:40mm;margin:0 0 4mm 5mm;}
}`;

/**
 * The page of a letter as a document of its own.
 * @example letterPage({ company: 'Northwind', addressee: ['Bram & Co', '1 Mill Lane'], date: '2 November 2026',
 *   subject: 'Final reminder', tag: 'en', blocks: ['<p>Dear ...</p>'] }) // '<!DOCTYPE html>...'
 */
export function letterPage({ company, addressee, date, subject, tag, blocks }: LetterPage): string {
  const lines = addressee.filter((line) => line.trim() !== '').map(escapeHtml);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(tag)}">
<head>
<meta charset="UTF-8">
<title>${escapeHtml(subject)}</title>
<style>${STYLE}</style>
</head>
<body>
<article class="page" lang="${escapeHtml(tag)}">
<p class="from">${escapeHtml(company)}</p>
<address class="to">${lines.join('\n')}</address>
<p class="date">${escapeHtml(date)}</p>
<h1 class="subject">${escapeHtml(subject)}</h1>
${blocks.join('\n')}
</article>
</body>
</html>
`;
}
