// The no-break spaces French sets before its high punctuation, so that no mail program leaves a colon alone on a line.
import type { TemplateRow } from './row';

function spaced(text: string): string {
  return text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}

/**
 * A text whose blanks before `:`, `;`, `?`, `!` and inside guillemets do not break.
 * @param row a French text, written with plain blanks
 * @example withFrenchSpaces({ ..., subject: 'Rappel : 2' }).subject // 'Rappel\u00a0: 2'
 */
export function withFrenchSpaces(row: TemplateRow): TemplateRow {
  return { ...row, subject: spaced(row.subject), body: spaced(row.body) };
}
