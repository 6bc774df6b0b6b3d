// A mail that a person sends to nobody but themselves.
import { buildMessage, type MessageInput, toBase64Url } from '../../dunning/mail/message';
import { MailRefused, type Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';

/** Hands it to Gmail. @throws Refusal with what Gmail refused */
export function mailToOneself(ports: Ports, message: MessageInput): void {
  try {
    ports.mailer.send(toBase64Url(buildMessage(message)), '');
  } catch (error) {
    if (error instanceof MailRefused) throw Refusal.of(error);
    throw error;
  }
}
