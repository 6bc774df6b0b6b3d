// How a customer may answer a mail by a click: the link of the form, or a mail with a subject that says it.
import type { LetterInput } from '../letter-input';
import type { LetterWords } from '../letter-words';
import type { PayLink } from '../pay-box';
import { escapeHtml } from '../template';

/** The links of a letter, each with the words that stand on it; none where nobody is to answer by a click. */
function answerLinks({ answer, reference }: LetterInput, words: LetterWords): PayLink[] {
  if (!answer) return [];
  const { ask, choices } = words.answer;
  if ('form' in answer) return [{ label: ask, url: answer.form }];
  return Object.values(choices).map((said) => {
    const subject = [words.reference(reference), said].join(': ');
    return { label: said.replace(/\s*:$/, ''), url: `mailto:${answer.mailTo}?subject=${encodeURIComponent(subject)}` };
  });
}

/**
 * The links as a paragraph of text; '' where there are none.
 * @example answerText(input, words) // 'Tell us in two clicks: https://docs.google.com/forms/...'
 */
export function answerText(input: LetterInput, words: LetterWords): string {
  const { colon } = words.pay;
  const lines = answerLinks(input, words).map(({ label, url }) => `${label}${colon}${url}`);
  return lines.length < 2 ? lines.join('') : [`${words.answer.ask}${colon.trimEnd()}`, ...lines].join('\n');
}

/** The same as HTML: the words are the links. */
export function answerHtml(input: LetterInput, words: LetterWords): string {
  const links = answerLinks(input, words).map(
    ({ label, url }) => `<a href="${escapeHtml(url)}" style="color:#1155cc;">${escapeHtml(label)}</a>`,
  );
  const lines = links.length < 2 ? links : [escapeHtml(`${words.answer.ask}${words.pay.colon.trimEnd()}`), ...links];
  return `<p style="margin:0 0 16px;">${lines.join('<br>\n')}</p>`;
}
