// What a PDF of the local converter says: its texts are single bytes of Windows-1252 in brackets, a line each.

/** The letters of the bytes from 128 on, where Windows-1252 is not Latin-1; a blank where it has none. */
const LETTERS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The lines of text of a PDF, in the order they were drawn. @param file its bytes */
export function pdfWords(file: ArrayLike<number>): string[] {
  const text = Array.from(file, (byte) => LETTERS[byte - 128] ?? String.fromCharCode(byte)).join('');
  return [...text.matchAll(/\(((?:[^()\\]|\\.)*)\) Tj/gs)].map(([, words = '']) => words.replace(/\\(.)/gs, '$1'));
}
