// Which channel a step takes for a customer: WhatsApp only where they agreed to it, and the one they prefer before a firm word.
import type { Day } from '../../../receivables/day';
import { type Channel, channelSpec, isContact } from '../../policy/channels';
import type { PolicyRow } from '../../policy/policy';
import { textFor } from '../../policy/stage-texts';
import { asks, isFirm } from '../../policy/tones';
import { isBarred } from '../debtor/kinds';
import type { Customer } from '../facts';

/** What a customer said about how to be reached. */
export interface Reach {
  mayWhatsApp: boolean;
  preferred: Channel | null;
  /** Whether it is out of question: the ladder passes over such a stage, as the rules say. */
  isBarred: boolean;
}

/**
 * What a customer said, by a day.
 * @param customer as in AR Customers; one that is not known there said nothing
 * @example reachOf(undefined, day) // { mayWhatsApp: false, preferred: null, isBarred: false }
 */
export function reachOf(customer: Customer | undefined, asOf: Day): Reach {
  const agreedOn = customer?.whatsappAgreedOn ?? null;
  const preferred = customer?.preferredChannel ?? null;
  const isOut = customer !== undefined && isBarred(customer.kind, 'whatsapp');
  return { mayWhatsApp: agreedOn !== null && agreedOn <= asOf && !isOut, preferred, isBarred: isOut };
}

/**
 * The rows of a ladder as they are for a customer: each with its channel and, where that is another one, a text for it.
 * @param rows of the customer's segment, around one kind of day
 * @param policy all rows, for a text of another segment
 */
export function reachedBy(
  rows: readonly PolicyRow[],
  policy: readonly PolicyRow[],
  reach: Reach,
): readonly PolicyRow[] {
  if (rows.every((row) => channelFor(row, reach) === row.channel)) return rows;
  return rows.map((row) => {
    const channel = channelFor(row, reach);
    if (channel === row.channel) return row;
    const { anchor, tone, days } = row;
    const template = textFor({ anchor, channel, tone, isAhead: days < 0 }, rows, policy);
    return { ...row, channel, template, instead: row.channel };
  });
}

/**
 * Mails, messages and letters before a firm word take the channel that is preferred; calls, firm words and tasks stay as
 * the row says. A message without a dated agreement is a call.
 */
function channelFor(row: PolicyRow, { mayWhatsApp, preferred, isBarred: isOut }: Reach): Channel {
  const { channel, tone } = row;
  const isPassed = isOut && row.anchor === 'due' && channelSpec(channel).unagreed !== null;
  if (!isContact(channel) || isPassed) return channel;
  const isOpen = channelSpec(channel).form !== 'sheet' && asks(tone) && !isFirm(tone);
  const wanted = isOpen && preferred !== null && isContact(preferred) ? preferred : channel;
  const needsNoMore = (one: Channel): boolean => channelSpec(one).unagreed === null || mayWhatsApp;
  if (needsNoMore(wanted)) return wanted;
  return needsNoMore(channel) ? channel : (channelSpec(channel).unagreed ?? channel);
}
