// From which address mails leave: the account's own, or a shared one once a test mail has shown that Gmail lets it.
import { addressFault } from '../dunning/mail/address';
import type { MessageInput } from '../dunning/mail/message';
import type { SendingHalt } from './halt';
import type { WorkbookSession } from './session';

/**
 * Sender and From of a mail that the user sends.
 * @returns the shared address where it is confirmed for this user, with the account beside it; else the account's own
 * @example mailFrom(ws) // { from: { name: 'Ann Keller, Our Firm', address: 'ann@ourfirm.example' } }
 */
export function mailFrom(ws: WorkbookSession): Pick<MessageInput, 'from' | 'sender'> {
  const name = nameInMails(ws);
  const you = ws.ports.session.user();
  const shared = sharedAddress(ws);
  const isShared = shared !== '' && isConfirmed(ws, shared);
  return isShared ? { from: { name, address: shared }, sender: you } : { from: { name, address: you } };
}

/** The name mails carry beside their address: person and firm, as who knows only the firm should recognise it. */
export function nameInMails(ws: WorkbookSession): string {
  const { senderName, company } = ws.settings();
  return [...new Set([senderName, company])].filter((part) => part !== '').join(', ');
}

/** The shared address the user's mails are to leave from; '' where that is their own, or none is set. */
export function sharedAddress(ws: WorkbookSession): string {
  const { sendAs } = ws.settings();
  return sendAs === ws.ports.session.user().toLowerCase() ? '' : sendAs;
}

/** Whether the user has a test of this very address open: sent, and not answered with no. */
export function testOf(ws: WorkbookSession, address: string): { number: string; confirmed: boolean } | null {
  const { sendAs } = ws.state;
  const isIt = sendAs !== null && sendAs.address === address && sendAs.sender === ws.ports.session.user();
  return isIt ? sendAs : null;
}

function isConfirmed(ws: WorkbookSession, address: string): boolean {
  return testOf(ws, address)?.confirmed ?? false;
}

/**
 * The halt of a shared address that nobody confirmed yet. Gmail puts the account's own address in the place of a From it
 * does not know, and says nothing: only who gets a mail sees it.
 * @param ws a workbook whose sender is the user
 */
export function sendAsHalts(ws: WorkbookSession): SendingHalt[] {
  const address = sharedAddress(ws);
  if (address === '' || isConfirmed(ws, address)) return [];
  const fault = addressFault(address);
  if (fault !== '') {
    const message = `"Send as" in AR Settings cannot be used: ${fault}. Correct it, or empty it; until then nothing is sent.`;
    return [{ code: 'send-as', message, actions: [] }];
  }
  const test = testOf(ws, address);
  if (test === null) {
    const message = `Mails are to leave as ${address}. Add it in Gmail first (Settings > Accounts > Send mail as), then send yourself a test: until you confirm it, nothing is sent.`;
    return [{ code: 'send-as', message, actions: [{ label: 'Send me a test', call: 'testSendAs' }] }];
  }
  const message = `Test ${test.number} is in your inbox. Did it come from ${address}? Until you say so nothing is sent.`;
  const actions: SendingHalt['actions'] = [
    { label: 'Yes, it did', call: 'confirmSendAs' },
    { label: 'No', call: 'denySendAs' },
    { label: 'Send it again', call: 'testSendAs' },
  ];
  return [{ code: 'send-as', message, actions }];
}
