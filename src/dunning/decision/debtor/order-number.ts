// The first word to a debtor who pays against an order number: it asks for the number that an invoice lacks.
import { MAIL } from '../../policy/channels';
import type { PolicyRow } from '../../policy/policy';
import { isFirm } from '../../policy/tones';
import type { CustomerContext, DueInvoice } from '../customer-context';
import { languageOf, ownLanguage } from '../letter-language';
import { kindSpec } from './kinds';

/** What a person is told of it. */
export const ORDER_NUMBER_FIRST = 'asks for the order number first';

/**
 * The row that speaks in place of an invoice's first mild mail, where the debtor pays against an order number and the
 * invoice has none. It completes the stage.
 * @returns null where nothing is asked first, or the workbook has no such text
 */
export function orderNumberFirst({ facts, known }: CustomerContext, { invoice, stage }: DueInvoice): PolicyRow | null {
  if (!known || !kindSpec(known.kind).needsOrderNumber || invoice.orderNumber !== '') return null;
  if (stage.channel !== MAIL || isFirm(stage.tone) || facts.history.completed.has(invoice.key)) return null;
  const template = facts.purposeTexts['order number'];
  if (facts.checkTemplate(template, languageOf(known, invoice, ownLanguage(facts)))) return null;
  return { ...stage, purpose: 'order number', template, to: ['billing'], cc: [], sending: 'review' };
}
