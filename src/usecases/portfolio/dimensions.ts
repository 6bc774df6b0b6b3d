// The ways to cut the portfolio on its page: the ten segmentations of practice by name, what is worked out, and every column.
import { type DecisionContext, decisionContext } from '../../dunning/decision/customer-context';
import { isHandedOver } from '../../dunning/decision/owed';
import { agedByOriginalDue } from '../../receivables/figures/original-due';
import type { Invoice } from '../../receivables/invoice';
import type { Group } from '../../receivables/metrics/aging-report';
import { isUnbilled, type PortfolioCut } from '../../receivables/metrics/portfolio';
import { segmentsOfBook, WITHOUT_INVOICES } from '../../receivables/segment';
import { segmentAtStart } from '../../receivables/segment-words';
import type { Field } from '../../sheet/fields';
import { groupingBy } from '../../sheet/formulas/group-column';
import { bucketGroup, namedGroup, sizeGroup } from '../../sheet/formulas/portfolio-table';
import { readSegmentation } from '../../workbook/facts';
import type { Opened } from '../../workbook/opening';
import { Refusal } from '../../workbook/refusal';
import type { DimensionView } from './view';

/** What groups invoices, and in which order the groups stand. */
type Cut = Pick<PortfolioCut, 'groupOf' | 'salesOfAll' | 'order'>;

/** A workbook prepared for cutting. */
export interface Prepared {
  opened: Opened;
  context: DecisionContext;
}

/** A way to cut. */
interface Dimension {
  by: string;
  name: string;
  from: string;
  /** The field whose column it needs. */
  field?: Field;
  cut: (prepared: Prepared) => Cut;
}

const BILLED = namedGroup('Billed');

/** Places of a customer among those of its currency, by what is open. */
const RANKS: readonly [upTo: number, label: string][] = [
  [1, 'The largest customer'],
  [5, '2nd to 5th'],
  [10, '6th to 10th'],
  [20, '11th to 20th'],
  [Number.POSITIVE_INFINITY, 'All others'],
];

const STATUSES = [
  'In dispute',
  'Query open',
  'Promised',
  'Paused',
  'Do not contact',
  'Handed over',
  'Assigned',
] as const;
const FREE = 'Nothing in the way';

const DIMENSIONS: readonly Dimension[] = [
  {
    by: ':billed',
    name: 'Billed and unbilled',
    from: 'Rows whose status is a draft or says that they are not billed yet stand apart',
    cut: () => ({ groupOf: () => BILLED }),
  },
  {
    by: ':bucket',
    name: 'Aging',
    from: 'Days past due, by the due date',
    cut: ({ opened }) => bucketGroup(opened.day),
  },
  {
    by: ':size',
    name: 'Size',
    from: 'Large: who makes most of a year’s invoiced amount, as AR Settings says',
    cut: (prepared) => {
      const computed = computedSegments(prepared);
      return { groupOf: (invoice) => sizeGroup(computed(invoice).large), order: ['large', 'smb'] };
    },
  },
  {
    by: ':financial',
    name: 'Financial status',
    from: 'Insolvent since and Credit hold of AR Customers, else how they pay',
    cut: ({ context }) => ({
      groupOf: ({ customerKey }) => {
        const { known, segment } = context.customer(customerKey);
        if (known && known.insolventSince !== null) return namedGroup('Insolvent');
        if (known?.creditHold === 'yes') return namedGroup('On credit hold');
        return segmentGroup(segment);
      },
    }),
  },
  {
    by: ':status',
    name: 'Non-financial status',
    from: 'What stands in the way of asking: disputes, queries, promises, pauses, do not contact, handed over, assigned',
    cut: ({ context }) => ({
      groupOf: (invoice) => namedGroup(statusOf(context, invoice)),
      order: [...STATUSES, FREE].map((label) => label.toLowerCase()),
    }),
  },
  {
    by: ':concentration',
    name: 'Concentration',
    from: 'Customers by what is open, the largest first',
    cut: ({ opened }) => rankGroups(opened.gathered.facts.invoices),
  },
  byColumn('businessUnit', 'Business unit'),
  byColumn('product', 'Product'),
  byColumn('region', 'Region'),
  {
    by: ':collector',
    name: 'Collector',
    from: 'Owner in AR Customers, else in the invoice sheet',
    cut: ({ context }) => ({
      groupOf: ({ customerKey, owner }) =>
        namedGroup(context.facts.customers.get(customerKey)?.owner || owner || 'Nobody'),
    }),
  },
  {
    by: ':segment',
    name: 'Segment',
    from: 'The segment each customer counts as, as AR Customers has it',
    cut: ({ context }) => ({ groupOf: ({ customerKey }) => segmentGroup(context.customer(customerKey).segment) }),
  },
  {
    by: ':computed',
    name: 'Computed segment',
    from: 'The segment by today’s figures alone, as the formulas give it',
    cut: (prepared) => {
      const computed = computedSegments(prepared);
      return { groupOf: (invoice) => segmentGroup(computed(invoice).segment) };
    },
  },
  {
    by: ':customer',
    name: 'Customer',
    from: 'Each customer by itself',
    cut: ({ context }) => ({
      groupOf: ({ customerKey, customer, customerId }) => {
        const known = context.facts.customers.get(customerKey);
        return { key: customerKey, label: known?.name ?? (customer || customerId), detail: known?.id ?? customerId };
      },
    }),
  },
];

/** What a column is called in `by`: no header begins so. */
export const COLUMN = 'column:';

function byColumn(field: Field, name: string): Dimension {
  return { by: `:${field}`, name, from: '', field, cut: ({ opened }) => columnCut(opened, headerOf(opened, field)) };
}

function headerOf({ book }: Opened, field: Field): string {
  return book.detection.columns[field]?.header ?? '';
}

function columnCut({ book }: Opened, header: string): Cut {
  const { grid, detection, rows } = book;
  return { groupOf: groupingBy(header, { grid, detection, rows }).groupOf };
}

function segmentGroup(segment: string): Group {
  return { key: segment.toLowerCase(), label: segmentAtStart(segment), detail: '' };
}

/** What the formulas work out of each customer, broken promises counted too. @example computedSegments(read)(invoice).large */
export function computedSegments({
  opened,
}: Prepared): (of: Pick<Invoice, 'customerKey'>) => { segment: string; large: boolean } {
  const { settings } = readSegmentation(opened.ws.settings());
  const { facts } = opened.gathered;
  const sized = segmentsOfBook(facts.invoices, opened.day, settings);
  return ({ customerKey }) => {
    const { segment, large } = sized.get(customerKey) ?? WITHOUT_INVOICES;
    // Broken promises, which the plan counts as well, are in the facts.
    const { computed, segment: named } = facts.segments.get(customerKey) ?? { segment };
    return { large, segment: computed ?? named };
  };
}

/** What stands in the way of asking for an invoice, in a word or two. */
export function statusOf({ blocks, customer, facts }: DecisionContext, invoice: Invoice): string {
  const { known, stops } = customer(invoice.customerKey);
  if (blocks.disputedPart(invoice) > 0) return 'In dispute';
  if (blocks.dispute(invoice)?.reasons[0]?.code === 'queried') return 'Query open';
  if (blocks.promise(invoice)) return 'Promised';
  if (blocks.hold(invoice) ?? stops.hold) return 'Paused';
  if (stops.contact) return 'Do not contact';
  if (isHandedOver(facts, invoice)) return 'Handed over';
  return known?.assignedTo || invoice.debt?.assignedTo ? 'Assigned' : FREE;
}

function rankGroups(invoices: readonly Invoice[]): Cut {
  const open = new Map<string, Map<string, number>>();
  for (const { currency, customerKey, open: amount, status } of invoices) {
    if (amount <= 0 || isUnbilled({ status })) continue;
    const sums = open.get(currency) ?? new Map<string, number>();
    open.set(currency, sums.set(customerKey, (sums.get(customerKey) ?? 0) + amount));
  }
  const groups = new Map<string, Group>();
  for (const [currency, sums] of open) {
    const ranked = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    for (const [at, [key]] of ranked.entries()) {
      const [, label = ''] = RANKS.find(([upTo]) => at < upTo) ?? [];
      groups.set(`${currency}|${key}`, namedGroup(label));
    }
  }
  return {
    groupOf: ({ currency, customerKey, open: amount }) =>
      amount > 0 ? (groups.get(`${currency}|${customerKey}`) ?? null) : null,
    salesOfAll: true,
    order: RANKS.map(([, label]) => label.toLowerCase()),
  };
}

/** The dimensions, each with what it goes by in this workbook. */
export function dimensionsOf(opened: Opened): DimensionView[] {
  return DIMENSIONS.map(({ by, name, from, field }) => {
    if (!field) return { by, name, from: `${from}.`, missing: '' };
    const header = headerOf(opened, field);
    if (header !== '') return { by, name, from: `The column “${header}”.`, missing: '' };
    const missing = `Your invoice sheet has no column for it. Add one called “${name}”, or choose it in Set-up.`;
    return { by, name, from: '', missing };
  });
}

/**
 * How the portfolio is cut by a dimension or a column.
 * @param by as `dimensionsOf` names it, or `column:` and a header
 * @throws Refusal `column-missing` where there is none
 */
export function cutBy(by: string, prepared: Prepared): Cut & { title: string } {
  const { opened } = prepared;
  if (by.startsWith(COLUMN)) {
    const header = by.slice(COLUMN.length);
    return { title: header, ...columnCut(opened, header) };
  }
  const found = DIMENSIONS.find((one) => one.by === by);
  const missing = dimensionsOf(opened).find((one) => one.by === by)?.missing ?? 'There is no such way to look at it.';
  if (!found || missing !== '') throw new Refusal('column-missing', missing);
  return { title: found.name, ...found.cut(prepared) };
}

/** The dimensions prepared for a workbook that was read. */
export function prepared(opened: Opened): Prepared {
  const { facts } = opened.gathered;
  return {
    opened,
    context: decisionContext({
      ...facts,
      invoices: agedByOriginalDue(facts.invoices, facts.history.firstDue, facts.asOf),
    }),
  };
}
