// Whether an import goes on where the last one ended: over a gap nobody knows what came.
import type { PaymentsView } from '../../entry/sidebar-calls';
import { businessDaysBetween, dayFromIso, isoOf } from '../../receivables/day';
import type { AccountEnd } from './account-ends';

/** What is known before an import. */
export type Known = Pick<PaymentsView, 'ends' | 'upTo'>;

/**
 * The ends of the accounts of a file. One that does not go on where the last import, or a person's word, ended may lack lines: it
 * stays where it was. Holidays count as business days here, so that too little is believed rather than too much.
 * @returns what is sent, and the accounts that may lack lines with the ISO day up to which they are known
 * @example goesOn([{ account: 'DE1 EUR', from: '2026-11-10', end: '2026-11-12', opening: '', closing: '' }], view).ends
 */
export function goesOn(
  accounts: readonly AccountEnd[],
  { ends, upTo: confirmed }: Known,
): { ends: PaymentsView['ends']; loose: [account: string, upTo: string][] } {
  const sent: PaymentsView['ends'] = [];
  const loose: [string, string][] = [];
  for (const { account, from, end, opening, closing } of accounts) {
    const [, before = '', balance = ''] = ends.find(([name]) => name === account) ?? [];
    const upTo = before > confirmed ? before : confirmed;
    const [known, first] = [dayFromIso(upTo), dayFromIso(from)];
    if (confirmed === '' || known === null || first === null) continue;
    const isNext = opening !== '' && balance === opening;
    if (!isNext && businessDaysBetween(known, first) > 1) {
      loose.push([account, upTo]);
      sent.push([account, isoOf(known), balance]);
    } else if (end > before) sent.push([account, end, closing]);
  }
  return { ends: sent, loose };
}
