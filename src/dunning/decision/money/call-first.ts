// A debit that came back for want of funds: a call comes before the next reminder.
import { shortDay } from '../../../receivables/day';
import { type Channel, channelSpec } from '../../policy/channels';
import type { PolicyRow } from '../../policy/policy';
import { textFor } from '../../policy/stage-texts';
import type { SpokenStage } from '../contact/spoken';
import type { CustomerContext, DueInvoice } from '../customer-context';
import { isLarge } from '../rules/small-sums';

const CALL: Channel = 'call';

/** A debit that came back for want of funds is spoken of on the telephone first, once, where so much is worth a call. */
export function callFirst(customer: CustomerContext, { invoice, stage }: DueInvoice): SpokenStage | null {
  const { facts, key, blocks, steps } = customer;
  const back = blocks.money.returned(invoice);
  if (back?.reason !== 'no-funds' || channelSpec(stage.channel).isForLargeSums || !isLarge(customer, invoice))
    return null;
  if (facts.history.contacts.get(key)?.some(({ on }) => on >= back.on)) return null;
  const { anchor, tone, days } = stage;
  const template = textFor({ anchor, channel: CALL, tone, isAhead: days < 0 }, steps.due, facts.policy);
  const row: PolicyRow = { ...stage, channel: CALL, template, to: ['billing'], cc: [], sending: 'review' };
  const message = `The debit came back on ${shortDay(back.on, facts.asOf)} for want of funds: a call comes first.`;
  return { row, standsIn: true, completes: () => false, reasons: [{ code: 'debit-returned', message }] };
}
