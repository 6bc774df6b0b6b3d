// Plans a mail that asks for no money, at a person's click: an apology, thanks for a promise, an agreed plan. A person reads it before it leaves.
import { proposeWord, stopOfWord } from '../../dunning/decision/contact/asked-word';
import { decisionContext } from '../../dunning/decision/customer-context';
import { reminderEvent } from '../../dunning/history/events';
import { mayTake } from '../../dunning/history/reminder';
import { ASKED_WORDS, wordOf } from '../../dunning/policy/purposes';
import { newReference } from '../../dunning/reminder/reference';
import type { Invoice } from '../../receivables/invoice';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { ChangeResult } from '../waiting/change-result';
import { changeCustomer } from './customer-change';

/**
 * Plans it for review. What waits for the customer meanwhile gives way, as one mail waits at a time, and comes again after it.
 * @param text one of the mails that ask for nothing: `Apology`, say
 * @param invoices numbers of the invoices that `Invoice copy` sends once more; all that have a document where it names none
 * @param withCalendar whether the promised days come along as a calendar entry
 * @throws Refusal where nobody may write to the customer, nothing is there to write about, or a mail is on its way
 */
export function planWord(
  ports: Ports,
  customerKey: string,
  text: string,
  invoices: readonly string[] = [],
  withCalendar = false,
): ChangeResult {
  return changeCustomer(ports, customerKey, ({ ws, facts, customer, user }) => {
    const side = decisionContext(facts).customer(customerKey);
    const stop = stopOfWord(side)?.reasons[0];
    if (stop) throw Refusal.of(stop);
    const asked = ASKED_WORDS.find((one) => one === text);
    const prospect = asked && proposeWord(side, asked, keysOf(side.invoices, invoices), withCalendar);
    if (!prospect)
      throw new Refusal(
        'nothing-open',
        `“${text}” was not planned: ${customer.name} has nothing in the sheet it could be about.`,
      );
    // A pause stops reminders; this one reminds of nothing, and who asks for it is to know of the pause.
    const paused = side.stops.hold?.reasons[0]?.message ?? '';
    const although = paused === '' ? '' : ` ${paused} This mail asks for nothing and leaves all the same.`;
    const tell = () => `“${text}” to ${customer.name} waits in Review: it leaves once you approved it.${although}`;
    const waiting = facts.history.waiting.get(customerKey);
    const isSame = waiting?.facts.attach?.includes('calendar') === (withCalendar || undefined);
    if (waiting && isSame && wordOf(waiting.facts) === asked) return { events: [], tell };
    if (waiting && !mayTake(waiting.state, 'cancelled'))
      throw new Refusal('state-changed', `A mail to ${customer.name} is on its way. Look again in a minute.`);
    const word = prospect.compose();
    const { reminders } = facts.history;
    const id = newReference(`${ports.workbook.id()}|${ws.state.log.seq}|${customerKey}`, reminders);
    const note = 'One mail at a time: it comes again after the one that was asked for.';
    return {
      events: [
        ...(waiting ? [reminderEvent('cancelled', waiting.id, waiting.facts, user, note, { code: 'gap' })] : []),
        reminderEvent('planned', id, word, user, word.reasons[0] ?? '', { reminder: word }),
      ],
      tell,
    };
  });
}

function keysOf(own: readonly Invoice[], numbers: readonly string[]): Set<string> {
  const named = own.filter(({ invoice, open }) => (numbers.length === 0 ? open > 0 : numbers.includes(invoice)));
  return new Set(named.map(({ key }) => key));
}
