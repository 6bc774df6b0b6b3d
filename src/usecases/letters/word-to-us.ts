// A word to one of our own people: a plain mail from the mailbox of whoever runs the script.
import { escapeHtml } from '../../dunning/letter/template';
import { buildMessage, toBase64Url } from '../../dunning/mail/message';
import type { Ports } from '../../workbook/ports';

/**
 * Mails a few plain sentences to one of our own people.
 * @param word to whom; paragraphs of the text stand apart by an empty line; without `html` the text is set as it is
 * @returns why it could not be sent, a sentence; '' when it left
 * @example sendWord(ports, { to: ['ann@ourfirm.example'], subject: 'Duesheet needs you', text: 'Open the workbook.' }) // ''
 */
export function sendWord(
  ports: Ports,
  word: { to: readonly string[]; subject: string; text: string; html?: string },
): string {
  const { to, subject, text } = word;
  const html = word.html ?? `<p>${escapeHtml(text.trim()).replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br>')}</p>`;
  const from = { name: 'Duesheet', address: ports.session.user() };
  try {
    ports.mailer.send(toBase64Url(buildMessage({ from, to, subject, text, html })), '');
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
