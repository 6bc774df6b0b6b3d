// Stops that stand by the log and were ended in their tab by hand: the log learns it, so that it alone tells what was protected.
import { isoOf } from '../../receivables/day';
import { numberKey } from '../../receivables/invoice-number';
import { formatMoney, toMinor } from '../../receivables/money';
import { customerEvent, type NewEvent } from '../history/events';
import { contactForbidden, protects, type StandingStop, type Stops } from '../history/stops';
import { isPausing } from './disputes';
import type { Dispute, Facts } from './facts';
import { promiseStandings } from './promises';

/** Who cannot be known changed a cell; the tab can. */
const IN_HOLDS = 'AR Holds';
const IN_DISPUTES = 'AR Disputes';
const IN_PROMISES = 'AR Promises';
const IN_CUSTOMERS = 'AR Customers';

/**
 * The events that end stops of the log which the tabs do not hold any more. Running it again on the outcome gives none.
 * @param facts as read today
 * @param stops as the log tells them
 */
export function liftedStops(facts: Facts, stops: Stops): NewEvent[] {
  if (stops.size === 0) return [];
  const standings = promiseStandings(facts);
  // Of two rows that say the same the open one counts.
  standings.sort((a, b) => Number(a.promise.state === 'open') - Number(b.promise.state === 'open'));
  const promises = new Map(standings.map(({ id, promise }) => [id, promise]));
  return [...stops.values()].flatMap((stop) => {
    const key = facts.history.aliases.get(stop.customerKey) ?? stop.customerKey;
    const known = facts.customers.get(key);
    // Under another number or name now: nothing is sent under this one.
    if (!known) return [];
    const customer = { key: stop.customerKey, name: known.name };
    if (stop.kind === 'hold') return liftedHold(facts, stop, key, customer);
    if (stop.kind === 'dispute') return resolvedDispute(facts, stop, key, customer);
    if (stop.kind === 'promise') return endedPromise(facts, stop, key, customer, promises);
    return known.doNotContact === 'no' ? [contactForbidden(customer, IN_CUSTOMERS, false)] : [];
  });
}

type Known = { key: string; name: string };

function isAbout(row: { customerKey: string; invoice: string }, key: string, invoice: string): boolean {
  return (row.customerKey === key || row.customerKey === '') && numberKey(row.invoice) === numberKey(invoice);
}

function liftedHold({ holds, asOf }: Facts, stop: StandingStop, key: string, customer: Known): NewEvent[] {
  if (!protects(stop, isoOf(asOf))) return [];
  const rows = holds.filter((row) => isAbout(row, key, stop.invoice));
  if (rows.some(({ until, unreadable }) => unreadable !== '' || until === null || until >= asOf)) return [];
  const note = rows.length > 0 ? 'Pause ended in the tab AR Holds.' : 'Pause ended: its row in AR Holds is gone.';
  return [{ ...customerEvent('hold-lifted', customer, IN_HOLDS, note), invoices: stop.invoice }];
}

function resolvedDispute({ disputes, asOf }: Facts, stop: StandingStop, key: string, customer: Known): NewEvent[] {
  const rows = disputes.filter((row) => isAbout(row, key, stop.invoice));
  const open = rows.filter(({ resolved }) => resolved === null);
  const queries = open.filter(({ query, unreadable }) => query && unreadable === '');
  if (queries.length > 0 && queries.length === open.length) {
    // A query whose days are over pauses nothing more; that the log knows its last day already says the same.
    if (!protects(stop, isoOf(asOf)) || queries.some((row) => isPausing(row, asOf))) return [];
    const over = 'Its days to settle are over, says AR Disputes.';
    return [{ ...customerEvent('dispute-resolved', customer, IN_DISPUTES, over), invoices: stop.invoice }];
  }
  if (open.some(({ amount, unreadable, query }) => query || amount === null || unreadable !== '')) return [];
  const [partial] = open;
  if (partial) {
    const event = customerEvent('dispute-added', customer, IN_DISPUTES, 'Only a part is disputed now, says its row.');
    return [{ ...event, invoices: stop.invoice, amounts: amountOf(partial) }];
  }
  const note = rows.length > 0 ? 'Resolved in the tab AR Disputes.' : 'Its row in AR Disputes is gone.';
  return [{ ...customerEvent('dispute-resolved', customer, IN_DISPUTES, note), invoices: stop.invoice }];
}

function amountOf({ amount, currency }: Dispute): string {
  return currency === '' ? String(amount ?? 0) : formatMoney(toMinor(amount ?? 0, currency), currency);
}

/** What is still written as open is ended by the plan, when its day has come. */
function endedPromise(
  facts: Facts,
  stop: StandingStop,
  key: string,
  customer: Known,
  written: ReadonlyMap<string, Facts['promises'][number]>,
): NewEvent[] {
  const told = `${stop.customerKey}|`;
  const id = stop.promiseId.startsWith(told) ? `${key}|${stop.promiseId.slice(told.length)}` : stop.promiseId;
  const row = written.get(id);
  if (row?.state === 'open') return [];
  // A row that cannot be read is a stop still, and may be this very one.
  if (!row && facts.promises.some(({ customerKey, unreadable }) => customerKey === key && unreadable !== '')) return [];
  const code = row?.state ?? 'cancelled';
  const note = row ? `The promise is ${code}, says AR Promises.` : 'The promise is no longer in AR Promises.';
  const ended = { code, promise: { id: stop.promiseId, lines: [] } };
  return [customerEvent('promise-ended', customer, IN_PROMISES, note, ended)];
}
