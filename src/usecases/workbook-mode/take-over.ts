// Who sends: the take-over by a colleague, what is missing on their side, and a word to whom it was taken from.
import { isSentByUs } from '../../dunning/policy/channels';
import { dayFromIso, shortDay } from '../../receivables/day';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { sendAsHalts } from '../../workbook/send-as';
import type { WorkbookSession } from '../../workbook/session';
import { sendWord } from '../letters/word-to-us';
import type { ChangeResult } from '../waiting/change-result';
import { change } from './workbook-mode';

/**
 * Makes the current user the one person who sends from this workbook. Whom it was taken from gets one mail, from the new
 * sender's mailbox; their schedule finds by itself that it is not its turn any more.
 * @throws Refusal `no-permission` when the user's address cannot be told
 * @example becomeSender(ports).message // 'You (bob@ourfirm.example) send from this workbook now. ...'
 */
export function becomeSender(ports: Ports): ChangeResult {
  const you = ports.session.user();
  if (you === '') {
    throw new Refusal(
      'no-permission',
      'Google does not tell Duesheet your address. Open the menu Duesheet once more and allow what it asks for.',
    );
  }
  const message = `You (${you}) send from this workbook now.`;
  let former = '';
  let missing: string[] = [];
  const result = change(ports, 'sender', `${you} sends from now on.`, message, (ws) => {
    const { sender } = ws.state;
    former = sender === you ? '' : sender;
    if (sender !== you) {
      // What another person approved for their own mailbox's schedule must be switched on again by the new sender. Nobody
      // sends until the log says who: a run that ends here leaves no sender that the log does not know.
      Object.assign(ws.state, { automatic: false, sender: '', scheduleSeen: ports.clock.now().text });
      if (former !== '') ws.state.takenFrom = former;
      ws.save();
    }
    ws.state.sender = you;
    if (former !== '') missing = missingOf(ws);
  });
  // Once it is written down: a run that is killed here tells nobody a second time.
  const told = former === '' ? '' : tellFormer(ports, former, you);
  return { ...result, message: [message, ...missing, told].filter((part) => part !== '').join(' ') };
}

/** What is missing on the new sender's side so that mails leave, sentences. */
function missingOf(ws: WorkbookSession): string[] {
  const { schedule } = ws.ports;
  const permission = schedule.missingPermission();
  const approved = [...ws.log.history.waiting.values()].some(
    ({ state, facts }) => state === 'approved' && isSentByUs(facts.channel),
  );
  return [
    ...(permission === '' ? [] : [permission]),
    ...(approved ? ['What was approved comes back to review once: it leaves from your mailbox now.'] : []),
    ...sendAsHalts(ws).map(({ message }) => message),
    ...(schedule.isOn() ? [] : ['No schedule of yours is installed: Today has the button for it.']),
  ];
}

function tellFormer(ports: Ports, former: string, you: string): string {
  const name = ports.workbook.name();
  const { text: now } = ports.clock.now();
  const day = dayFromIso(now.slice(0, 10));
  const since = `${day === null ? '' : shortDay(day)}, ${now.slice(11, 16)}`;
  const text = [
    `${you} sends the reminders of "${name}" since ${since}. Your schedule there does nothing any more.`,
    'You need not do anything. If this was not agreed, open the workbook: under Today you can take the sending back.',
  ].join('\n\n');
  const fault = sendWord(ports, { to: [former], subject: `${you} sends from "${name}" now`, text });
  return fault === ''
    ? `${former} was told by mail.`
    : `${former} could not be told by mail: ${fault} Please say it yourself.`;
}
