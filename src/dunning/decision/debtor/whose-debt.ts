// What keeps an invoice from being asked for although it is owed: our own group, insolvency, an assignment, a direct debit on its way.
import { type Day, plusBusinessDays, shortDay } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import type { Customer, Facts } from '../facts';
import { type ReasonCode, type Verdict, verdict } from '../reasons';

/** Whether a reason says that an invoice is owed and not for us to ask for: it stands apart from what is chased. */
export function isApart(code: ReasonCode | undefined): boolean {
  return code === 'own-company' || code === 'assigned' || code === 'insolvent';
}

/**
 * Why an invoice, or a credit, is not for us to ask about: it is our own group's, was assigned, or it dates from before an insolvency. Such
 * invoices stand apart: no mail lists them, and no sum about the others counts them.
 * @param facts with AR Customers: what it says of who pays and of who owes it counts
 * @param asAssigned where a person asks for a word about assigned invoices
 * @returns null where nothing keeps it apart
 * @example apart(facts, invoice)?.reasons[0]?.code // 'insolvent'
 */
export function apart(facts: Facts, invoice: Invoice, asAssigned = false): Verdict | null {
  // Asked of every invoice several times a day: nothing is made for the many whom nothing keeps apart.
  const payer = facts.customers.get(invoice.customerKey);
  const found = payer ? apartBy(payer, invoice, facts.asOf, asAssigned) : null;
  if (found || invoice.debtorKey === undefined) return found;
  const debtor = facts.customers.get(invoice.debtorKey);
  return debtor ? apartBy(debtor, invoice, facts.asOf, asAssigned) : null;
}

function apartBy(customer: Customer, invoice: Invoice, asOf: Day, asAssigned: boolean): Verdict | null {
  return (
    ownCompany(customer) ?? (asAssigned ? null : assigned(customer, invoice)) ?? insolvent(customer, invoice, asOf)
  );
}

function ownCompany({ isOwnCompany, name }: Customer): Verdict | null {
  if (!isOwnCompany) return null;
  return verdict(
    'not-chased',
    'own-company',
    `${name} is a company of your own group (AR Settings): it is not chased.`,
  );
}

/** To whom an invoice was assigned, alone or with all of who pays or owes it; '' where it is ours. */
export function assigneeOf({ customers }: Facts, { customerKey, debtorKey = '', debt }: Invoice): string {
  const all = [customerKey, debtorKey].map((key) => customers.get(key)?.assignedTo);
  return [...all, debt?.assignedTo].find(Boolean) ?? '';
}

function assigned(customer: Customer, invoice: Invoice): Verdict | null {
  const assignee = customer.assignedTo || (invoice.debt?.assignedTo ?? '');
  if (assignee === '') return null;
  const where = customer.assignedTo === '' ? 'the invoice sheet' : 'AR Customers';
  const message = `Assigned to ${assignee} (${where}): it is theirs to collect, so nothing asks for it with our bank details.`;
  return verdict('not-chased', 'assigned', message);
}

/** An invoice without a date may be one from before. */
function insolvent({ insolventSince, key, name }: Customer, invoice: Invoice, asOf: Day): Verdict | null {
  const { issued, customerKey, debtorKey = customerKey } = invoice;
  if (insolventSince === null) return null;
  const since = `Insolvent since ${shortDay(insolventSince, asOf)} (AR Customers)`;
  // Who is insolvent pays later invoices of others no more than earlier ones.
  if (key !== debtorKey) {
    const pays = `${name}, who pays for it, is insolvent since ${shortDay(insolventSince, asOf)} (AR Customers)`;
    return verdict('not-chased', 'insolvent', `${pays}: say in Paid by who pays it now.`);
  }
  if (issued !== null && issued > insolventSince) return null;
  const message = () =>
    issued === null
      ? `${since}, and the invoice has no date: as one from before it is filed as a claim, not asked for.`
      : `${since}: an invoice from before is filed as a claim, not asked for.`;
  return verdict('not-chased', 'insolvent', message);
}

/** What people write where the money is collected rather than asked for, in the languages of our users. */
const DIRECT_DEBIT =
  /direct.?debit|debit order|lastschrift|bankeinzug|einzug|pr[eé]l[eè]vement|domiciliaci[oó]n|adeudo|incasso|addebito|polecenie zap[lł]aty|d[eé]bito direto|autogiro|\bsdd\b|\brid\b/i;

/** Whether a payment method is that we collect. @example isCollected('SEPA Lastschrift') // true */
export function isCollected(method: string): boolean {
  return DIRECT_DEBIT.test(method);
}

/** Business days after the due date within which a debit comes in, or is told to have been returned. */
const DAYS_OF_DEBIT = 5;

/**
 * Why an invoice that is collected by direct debit is not asked for yet: the debit was not returned, and its days are not over.
 * @returns null where it is not collected, or where the debit brought nothing
 */
export function directDebit(facts: Facts, invoice: Invoice): Verdict | null {
  if (facts.history.payments.returned.has(invoice.key)) return null;
  const methodOf = (key = ''): string => facts.customers.get(key)?.paymentMethod ?? '';
  return (
    collected(methodOf(invoice.customerKey), 'AR Customers', invoice, facts) ??
    collected(methodOf(invoice.debtorKey), 'AR Customers', invoice, facts) ??
    collected(invoice.debt?.paymentMethod ?? '', 'the invoice sheet', invoice, facts)
  );
}

function collected(method: string, where: string, invoice: Invoice, facts: Facts): Verdict | null {
  if (method === '' || invoice.due === null || invoice.status === 'returned' || !isCollected(method)) return null;
  const { asOf, settings } = facts;
  const until = plusBusinessDays(invoice.due, DAYS_OF_DEBIT, settings.holidays);
  if (until < asOf) return null;
  const message = () =>
    `Collected by direct debit ("${method}" in ${where}): nothing is asked for up to and including ${shortDay(until, asOf)}, unless the debit is returned.`;
  return verdict('blocked', 'direct-debit', message, until + 1);
}
