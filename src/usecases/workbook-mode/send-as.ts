// "Send as" a shared address: the test mail to oneself, and the answer whether it came from there.
import { digest } from '../../dunning/history/digest';
import { workbookEvent } from '../../dunning/history/events';
import { escapeHtml } from '../../dunning/letter/template';
import { addressFault } from '../../dunning/mail/address';
import { NO_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { nameInMails, sharedAddress, testOf } from '../../workbook/send-as';
import { underLock, type WorkbookSession } from '../../workbook/session';
import { mailToOneself } from '../letters/mail-to-oneself';
import type { ChangeResult } from '../waiting/change-result';

/**
 * Sends the sender a mail from the shared address, with a number in its subject. Allowed in Preview: it goes to oneself.
 * @throws Refusal `not-sender`, `setting-missing` or `setting-unreadable`, or what Gmail refused
 */
export function testSendAs(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const { ws, you, address } = open(ports);
    const number = numberOf(ws);
    const subject = `Duesheet test ${number}: did this come from ${address}?`;
    const text = [
      `Look at who sent this mail.`,
      `If it is ${address}, go back to Duesheet > Today and press "Yes, it did".`,
      `If it is ${you}, Gmail does not know ${address} as an address of yours. Press "No", add it in Gmail under Settings > Accounts > Send mail as, and send the test again.`,
    ];
    mailToOneself(ports, {
      from: { name: nameInMails(ws), address },
      sender: you,
      to: [you],
      subject,
      text: `${text.join('\n\n')}\n`,
      html: text.map((line) => `<p>${escapeHtml(line)}</p>`).join(''),
    });
    ws.state.sendAs = { address, sender: you, number, confirmed: false };
    ws.log.append([
      { ...workbookEvent('test-sent', you, `Test ${number} of "Send as" ${address}, to oneself.`), to: you },
    ]);
    ws.save();
    return { changed: 1, message: `Test ${number} went to ${you}. Look at who sent it, then answer here.` };
  });
}

/** The sender saw that the test came from the shared address: mails leave from it from now on. @throws Refusal */
export function confirmSendAs(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const { ws, you, address } = open(ports);
    const test = testOf(ws, address);
    if (test === null) {
      throw new Refusal('state-changed', `No test of ${address} was sent from ${you}. Send yourself a test first.`);
    }
    if (test.confirmed) return { changed: 0, message: `Mails leave as ${address} already.` };
    ws.state.sendAs = { address, sender: you, number: test.number, confirmed: true };
    const note = `Test ${test.number} came from ${address}: mails of ${you} leave as ${address}.`;
    ws.log.append([workbookEvent('send-as-confirmed', you, note)]);
    ws.save();
    return { changed: 1, message: `Mails leave as ${address} from now on.` };
  });
}

/** The test came from the account's own address: mails go on waiting until another test is confirmed. @throws Refusal */
export function denySendAs(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const { ws, address } = open(ports);
    ws.state.sendAs = null;
    ws.save();
    const message = `Gmail does not know ${address} as an address of yours. Add it in Gmail under Settings > Accounts > Send mail as, then send the test again; or empty "Send as" in AR Settings.`;
    return { changed: 1, message };
  });
}

function open(ports: Ports): { ws: WorkbookSession; you: string; address: string } {
  const ws = openUnless(ports, NO_CHANGE);
  const you = ports.session.user();
  if (you === '' || ws.state.sender !== you) {
    throw new Refusal('not-sender', 'Only the person who sends can test from which address mails leave.');
  }
  const address = sharedAddress(ws);
  if (address === '') throw new Refusal('setting-missing', 'AR Settings names no shared address under "Send as".');
  const fault = addressFault(address);
  if (fault !== '') throw new Refusal('setting-unreadable', `"Send as" in AR Settings cannot be used: ${fault}.`);
  return { ws, you, address };
}

/** Four digits that differ from test to test. */
function numberOf(ws: WorkbookSession): string {
  const { clock, workbook } = ws.ports;
  const seed = digest(`${workbook.id()}|${ws.state.log.seq}|${clock.now().text}`);
  return String(1000 + (Number.parseInt(seed.slice(0, 8), 16) % 9000));
}
