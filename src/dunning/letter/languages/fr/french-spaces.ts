// The no-break spaces French sets before its high punctuation, so that no mail program leaves a colon alone on a line.

/**
 * A text whose blanks before `:`, `;`, `?`, `!` and inside guillemets do not break.
 * @param text French, written with plain blanks
 * @example frenchSpaces('Rappel : 2') // 'Rappel\u00a0: 2'
 */
export function frenchSpaces(text: string): string {
  return text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}
