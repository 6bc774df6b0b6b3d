// The follow-up matrix: per segment and size what is owed, on which ladder, and what the next four weeks of work on it come to.
import { isApart } from '../../dunning/decision/debtor/whose-debt';
import { decide } from '../../dunning/decision/decide';
import { isChaseable, isOverdue } from '../../dunning/decision/owed';
import { ladderOf } from '../../dunning/decision/stage';
import { smallAddresses } from '../../dunning/mail/address';
import { forecast } from '../../dunning/outlook/forecast';
import type { ForecastContact } from '../../dunning/outlook/rehearsal';
import { type Channel, isSentByUs } from '../../dunning/policy/channels';
import { isoOf } from '../../receivables/day';
import { numberKey } from '../../receivables/invoice-number';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { computedSegments, prepared } from './dimensions';
import type { FollowedBy, LadderView, MatrixCell, MatrixView } from './view';

/** So far ahead it looks. */
const DAYS = 28;

/** What a customer is in the matrix. */
interface Place {
  segment: string;
  size: MatrixCell['size'];
}

/** The follow-up matrix, if nobody pays. @throws Refusal with the stop that forbids showing it */
export function showMatrix(ports: Ports): MatrixView {
  const opened = openForShowing(ports);
  const { ws, day, gathered } = opened;
  const read = prepared(opened);
  const { context } = read;
  const { facts } = context;
  const { mailsPerDay, workMinutes } = ws.settings();
  const computed = computedSegments(read);
  const places = new Map<string, Place>();
  const placeOf = (customerKey: string): Place => {
    const known = places.get(customerKey);
    if (known) return known;
    const { segment } = context.customer(customerKey);
    // A segment that names a size stands for seven days; until then it says so, whatever today's figures do.
    const [said = ''] = /\b(large|smb)$/i.exec(segment) ?? [];
    const isLarge = said === '' ? computed({ customerKey }).large : said.toLowerCase() === 'large';
    const place: Place = { segment, size: isLarge ? 'large' : 'small' };
    places.set(customerKey, place);
    return place;
  };
  const cells = new Map<string, MatrixCell>();
  const cellOf = (customerKey: string, currency: string): MatrixCell => {
    const { segment, size } = placeOf(customerKey);
    const id = `${segment}|${size}|${currency}`;
    const known = cells.get(id);
    if (known) return known;
    const cell: MatrixCell = {
      ...{ segment, size, currency, customers: 0, open: 0, overdue: 0, contacts: [], disputes: 0, minutes: 0 },
    };
    cells.set(id, cell);
    return cell;
  };
  const owing = new Set<string>();
  for (const { invoice, reasons } of decide(gathered.facts, context).decisions) {
    if (!isChaseable(invoice) || invoice.open <= 0 || isApart(reasons[0]?.code)) continue;
    const { customerKey, currency, open } = invoice;
    const cell = cellOf(customerKey, currency);
    cell.open += open;
    if (isOverdue(invoice)) cell.overdue += open;
    const id = `${customerKey}|${currency}`;
    if (!owing.has(id)) cell.customers += 1;
    owing.add(id);
  }
  const currencies = new Map(facts.invoices.map(({ invoice, currency }) => [numberKey(invoice), currency]));
  const { contacts } = forecast(facts, DAYS, { mailsPerDay });
  for (const contact of contacts) {
    const { customerKey, channel, about } = contact;
    const owner = facts.customers.get(customerKey)?.owner ?? '';
    const by = followedBy(contact, smallAddresses(owner));
    for (const currency of new Set(about.lines.map((line) => line.currency))) {
      const cell = cellOf(customerKey, currency);
      count(cell, channel, by);
      cell.minutes += workMinutes[channel];
    }
  }
  for (const { resolved, customerKey, invoice } of facts.disputes) {
    const currency = currencies.get(numberKey(invoice));
    if (resolved !== null || customerKey === '' || currency === undefined) continue;
    const cell = cellOf(customerKey, currency);
    cell.disputes += 1;
    cell.minutes += workMinutes.dispute;
  }
  const segments = [...new Set([...places.values()].map(({ segment }) => segment))];
  return {
    asOf: isoOf(day),
    days: DAYS,
    cells: [...cells.values()].filter(({ open, minutes }) => open > 0 || minutes > 0),
    ladders: segments.map((segment): LadderView => {
      const steps = ladderOf(facts.policy, segment);
      return {
        ...{ segment, rowsOf: steps[0]?.segment ?? '' },
        steps: steps.map(({ days, channel, sending }) => [days, channel, isSentByUs(channel) && sending === 'auto']),
      };
    }),
  };
}

function count(cell: MatrixCell, channel: Channel, by: FollowedBy): void {
  const known = cell.contacts.find(([one, whose]) => one === channel && whose === by);
  if (known) known[2] += 1;
  else cell.contacts.push([channel, by, 1]);
}

/** Who has a contact in hand: nobody, where a step sends by itself; the account manager, where it goes to the Owner or a copy does. */
function followedBy({ about }: ForecastContact, owners: readonly string[]): FollowedBy {
  const isTold = [...about.to, ...about.cc].some((address) => owners.includes(address.toLowerCase()));
  if (isTold) return 'account manager';
  return isSentByUs(about.channel) && about.sending === 'auto' ? 'automatic' : 'collector';
}
