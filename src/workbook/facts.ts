// Gathers the facts of a decision from the workbook: the invoices as of the day and everything our tabs say.

import { ONE_APPROVAL } from '../dunning/approval/second-approval';
import { askedOfAssignment, stillAssigned } from '../dunning/decision/debtor/assignment';
import { claimsOf } from '../dunning/decision/debtor/claims';
import { askedOfInsolvency, stillInsolvent } from '../dunning/decision/debtor/insolvency';
import { type Customer, type Facts, NEAR_PAYMENT } from '../dunning/decision/facts';
import { languagesInUse, ownLanguage } from '../dunning/decision/letter-language';
import { nameOf } from '../dunning/decision/owed';
import { digest } from '../dunning/history/digest';
import { isSilenced } from '../dunning/history/erasing';
import { emptyHistory, type History } from '../dunning/history/history';
import { FALLBACK_LANGUAGE } from '../dunning/letter/letter-languages';
import type { TemplateRow } from '../dunning/letter/template-row';
import { splitAddresses } from '../dunning/mail/address';
import { withMoneyIn } from '../dunning/payments/money-in';
import { closestName } from '../dunning/policy/closest-name';
import { CONTACT_RULES } from '../dunning/policy/contact-rules';
import { defaultPolicy } from '../dunning/policy/default-policy';
import { templateFaults } from '../dunning/policy/policy-check-texts';
import { OWN_TEXTS, purposeTexts } from '../dunning/policy/purposes';
import { checkRules } from '../dunning/segments/rule-check';
import { type Day, shortDay } from '../receivables/day';
import { type ProvenByMonth, payingHabits, rowsUnder } from '../receivables/forecast/paying-habits';
import type { Invoice, InvoiceRow } from '../receivables/invoice';
import { isOwed } from '../receivables/invoice-status';
import { formatTotals } from '../receivables/money';
import { segmentsOfBook } from '../receivables/segment';
import { parseSegmentSettings, type SegmentSettings } from '../receivables/segment-settings';
import type { Cell, Problem } from '../sheet/grid';
import { amountOfCell, textOf } from '../sheet/read/typed-cells';
import { type Hint, hint } from './hints';
import { howToPayMissing, payableCurrencies } from './how-to-pay';
import type { InvoiceTable } from './invoices';
import { keptApart, likelySame } from './lookalikes';
import type { WorkbookSession } from './session';
import {
  CUSTOMERS_TAB,
  DISPUTES_TAB,
  HOLDS_TAB,
  HOLIDAYS_TAB,
  POLICY_TAB,
  PROMISES_TAB,
  REASONS_TAB,
  SEGMENTS_TAB,
  SETTINGS_TAB,
  TEMPLATES_TAB,
} from './tab-specs';
import { readBlocks } from './tabs/blocks';
import { type CustomerIndex, readAliases, readCustomers } from './tabs/customers';
import { withOwnCompanies } from './tabs/own-companies';
import { readPolicy } from './tabs/policy';
import { readReasons } from './tabs/reasons';
import { NO_RULES, type RuledSegments, ruledSegments } from './tabs/ruled-segments';
import { SMALL_SUMS } from './tabs/settings/amount-settings';
import type { Settings } from './tabs/settings/settings';
import { readTemplates, type TemplateIndex, templateIndex } from './tabs/templates';

const NO_LOOKALIKES: ReadonlyMap<string, string> = new Map();
const NOTHING_FOUND: Hint<typeof NO_LOOKALIKES> = { found: NO_LOOKALIKES, problem: null };

/** The facts, and what else of the workbook people are told. */
export interface WorkbookFacts {
  facts: Facts;
  customers: CustomerIndex;
  templates: TemplateIndex;
  /** The rules of AR Segments, and the customers as they look at them. */
  ruled: RuledSegments;
  problems: { sheet: string; problem: Problem }[];
}

/** Which segments to compute: those of the whole book, or the ones already frozen in waiting reminders. */
export type Segments = Facts['segments'];

/**
 * Gathers the facts of a workbook that was set up.
 * @param segments given when they need not be computed anew
 */
export function readFacts(
  ws: WorkbookSession,
  book: InvoiceTable,
  asOf: Day,
  segments: Segments | null = null,
): WorkbookFacts {
  const settings = ws.settings();
  const stopTables = {
    holds: ws.tabs.table(HOLDS_TAB),
    promises: ws.tabs.table(PROMISES_TAB),
    disputes: ws.tabs.table(DISPUTES_TAB),
    reasons: () => readReasons(ws.tabs.table(REASONS_TAB)).reasons,
  };
  const customerTable = ws.tabs.table(CUSTOMERS_TAB);
  const aliases = readAliases(customerTable);
  const inSheet = underOneKey(book.invoices, aliases);
  const listed = readCustomers(customerTable, inSheet);
  const { history } = ws.log;
  const days = { asOf, today: ws.ports.clock.now().day };
  const owed = withMoneyIn(inSheet, history.payments, days, (key) => listed.byKey.get(key)?.name ?? key);
  const own = withOwnCompanies(settings.ownCompanies, listed);
  const customers = { ...listed, byKey: stillAssigned(stillInsolvent(own.byKey, history), history) };
  const invoices = underPayers(owed, customers.payers);
  const policy = readPolicy(ws.tabs.needTable(POLICY_TAB));
  const templateTable = ws.tabs.needTable(TEMPLATES_TAB);
  const templates = templateIndex(readTemplates(templateTable));
  const segmentation = readSegmentation(settings);
  const holidays = ws.holidays();
  const stops = readBlocks(stopTables, { customers, invoices: owed, history }, asOf);
  const lookalikes = segments ? () => NOTHING_FOUND : lookalikesWhenAsked(invoices, customers, ws);
  const ruled = segments
    ? NO_RULES
    : ruledSegments({
        ...{ rules: ws.tabs.table(SEGMENTS_TAB), listed: customerTable, aliases, customers: customers.byKey },
        ...{ promises: stops.promises, invoices, grid: book.grid, detection: book.detection },
        ...{ settings: segmentation.settings, asOf },
      });
  const facts: Facts = {
    asOf,
    today: ws.state.replayed ? Number.POSITIVE_INFINITY : ws.ports.clock.now().day,
    invoices,
    customers: unsilenced(customers.byKey, invoices, history),
    segments: segments ?? ruled.segments,
    holds: [...stops.holds, ...broughtAlong(invoices, customers.byKey, history)],
    promises: stops.promises,
    disputes: stops.disputes,
    strayStop: stops.stray,
    history,
    lookalikes: { get: (key) => lookalikes().found.get(key) },
    policy: policy.policy,
    purposeTexts: purposeTexts(policy.texts.map(({ stage }) => stage)),
    checkTemplate: templates.check,
    settings: settingsOf(ws),
    habits: payingHabits(() => rowsUnder(book.rows, invoices), asOf, settings.tolerance, provenHere(ws)),
  };
  const problems = (): WorkbookFacts['problems'] => [
    ...tagged(book.sheet.name, book.problems),
    ...tagged('AR Settings', [...ws.settingProblems(), ...segmentation.problems, ...own.problems]),
    ...tagged(CUSTOMERS_TAB.name, customers.problems),
    ...tagged(CUSTOMERS_TAB.name, unknownOverrides(facts)),
    ...tagged(CUSTOMERS_TAB.name, [...claimsToFile(facts), ...stopsToAnswer(facts)]),
    ...tagged(CUSTOMERS_TAB.name, [lookalikes().problem ?? []].flat()),
    ...tagged(POLICY_TAB.name, policy.problems),
    ...tagged(POLICY_TAB.name, missingTexts(policy, facts)),
    ...tagged(REASONS_TAB.name, readReasons(ws.tabs.table(REASONS_TAB)).problems),
    ...tagged(SEGMENTS_TAB.name, ruled.problems),
    ...tagged(SEGMENTS_TAB.name, findingsOfRules(ruled, facts.policy)),
    ...tagged(TEMPLATES_TAB.name, templateTable.problems),
    ...tagged(HOLIDAYS_TAB.name, holidays.problems),
    ...stops.problems.map((problem) => ({ sheet: /^(AR \w+)/.exec(problem.message)?.[1] ?? '', problem })),
    ...promisesEndedEarly(facts),
    ...tagged(SETTINGS_TAB.name, noDueDates(facts)),
    ...tagged(SETTINGS_TAB.name, noPaymentDetails(facts, settings)),
    ...missingTabs(stopTables),
  ];
  return {
    facts,
    customers,
    templates,
    ruled,
    // Put together only where somebody looks: reading every text for it would slow down each hourly run.
    get problems() {
      return problems();
    },
  };
}

/** What the forecast proved up to the first of a month is tested once a month, and again where the sheet is read otherwise. */
function provenHere(ws: WorkbookSession): ProvenByMonth {
  const { state } = ws;
  let known: string | null = null;
  const read = (): string => {
    const { mapping, tolerance } = ws.settings();
    known ??= digest(JSON.stringify([mapping, tolerance]));
    return known;
  };
  const found = new Map<Day, ReadonlySet<string>>();
  return {
    get(month) {
      const { proven } = state;
      if (!found.has(month) && proven?.month === month && proven.read === read())
        found.set(month, new Set(proven.currencies));
      return found.get(month);
    },
    set(month, currencies) {
      found.set(month, currencies);
      state.proven = { month, read: read(), currencies: [...currencies] };
    },
  };
}

/** What a decision goes by of settings and holidays. */
function settingsOf(ws: WorkbookSession): Facts['settings'] {
  const settings = ws.settings();
  const holidays = ws.holidays();
  return {
    ...settings,
    payable: payableCurrencies(settings),
    contactRules: CONTACT_RULES[settings.ladder],
    credit: { fromShare: settings.holdFromShare, fromDays: settings.holdFromDays },
    secondApproval: { from: settings.secondFrom, forGrave: settings.secondFor },
    holidays: holidays.own,
    quiet: holidays.quiet,
    countryHolidays: holidays.byCountry,
    ownAddress: ws.state.sender,
  };
}

/** What the time of sending goes by: settings, holidays and the customers of AR Customers; no invoice is read for it. */
export function readCalendar(ws: WorkbookSession, asOf: Day): Pick<Facts, 'asOf' | 'customers' | 'settings'> {
  const { byKey } = readCustomers(ws.tabs.table(CUSTOMERS_TAB), []);
  return { asOf, customers: byKey, settings: settingsOf(ws) };
}

/** Who asked not to be written to and was erased since is still not written to: the address is known again by its digest. */
function unsilenced(
  customers: Map<string, Customer>,
  invoices: readonly Invoice[],
  { silenced }: History,
): Map<string, Customer> {
  if (silenced.length === 0) return customers;
  const inSheet = new Map(invoices.map(({ customerKey, email }) => [customerKey, email]));
  const isErased = ({ key, email, cc, escalationEmail }: Customer): boolean =>
    [email, cc, escalationEmail, inSheet.get(key) ?? '']
      .flatMap(splitAddresses)
      .some((address) => isSilenced(silenced, address));
  return new Map(
    [...customers].map(([key, one]) => [
      key,
      one.doNotContact === 'no' && isErased(one) ? { ...one, doNotContact: 'erased' as const } : one,
    ]),
  );
}

/** An invoice that came from a customer whom nobody may contact is asked for under no other name. */
function broughtAlong(
  invoices: readonly Invoice[],
  customers: ReadonlyMap<string, Customer>,
  { cameFrom }: History,
): Facts['holds'] {
  if (cameFrom.size === 0) return [];
  return invoices.flatMap(({ key, customerKey, invoice }) => {
    const from = customers.get(cameFrom.get(key) ?? '');
    if (!from || (from.doNotContact === 'no' && from.insolventSince === null && from.assignedTo === '')) return [];
    const why = from.doNotContact === 'no' ? 'insolvent or assigned' : 'marked "Do not contact"';
    const reason = `it came from “${from.name}”, ${why}`;
    return [{ row: 0, customerKey, invoice, unreadable: '', until: null, reason }];
  });
}

const FRESH_SETTINGS: Facts['settings'] = {
  contactRules: CONTACT_RULES.usual,
  holidays: new Set(),
  quiet: new Set(),
  countryHolidays: new Map(),
  country: '',
  language: FALLBACK_LANGUAGE,
  newCustomersPerDay: null,
  ...SMALL_SUMS,
  invoicesConsumers: false,
  secondApproval: ONE_APPROVAL,
  promiseGrace: 2,
  nextStep: '',
  payable: null,
  paymentsUpTo: null,
  nearPayment: NEAR_PAYMENT[0],
  ownAddress: '',
};

/**
 * Gathers the facts of a file that was never set up: default policy and texts, no stops, no history.
 * @param texts the default texts
 */
export function factsWithoutSetup(
  book: InvoiceTable,
  asOf: Day,
  texts: readonly TemplateRow[],
  today = asOf,
  history: History = emptyHistory(),
): WorkbookFacts {
  const customers = readCustomers(null, book.invoices);
  const templates = templateIndex(
    texts.map(({ template, language, subject, body }) => ({ name: template, language, subject, body })),
  );
  const facts: Facts = {
    asOf,
    today,
    invoices: book.invoices,
    customers: customers.byKey,
    segments: segmentsOfBook(book.invoices, asOf),
    holds: [],
    promises: [],
    disputes: [],
    strayStop: '',
    history,
    lookalikes: new Map(),
    policy: defaultPolicy(),
    purposeTexts: OWN_TEXTS,
    checkTemplate: templates.check,
    settings: FRESH_SETTINGS,
    habits: payingHabits(() => rowsUnder(book.rows, book.invoices), asOf, FRESH_SETTINGS.tolerance),
  };
  return { facts, customers, templates, ruled: NO_RULES, problems: tagged(book.sheet.name, book.problems) };
}

/** Segments set by hand that AR Policy has no rows for: a slip of the pen would silently give the ladder of Default. */
function unknownOverrides({ customers, policy }: Facts): Problem[] {
  const names = [...new Set(policy.map(({ segment }) => segment))];
  const known = new Set(names.map((name) => name.trim().toLowerCase()));
  return [...customers.values()].flatMap(({ name, segmentOverride }) => {
    if (segmentOverride === '' || known.has(segmentOverride.trim().toLowerCase())) return [];
    const meant = closestName(segmentOverride, names);
    const hint = meant === '' ? `There are: ${names.join(', ')}.` : `Did you mean "${meant}"?`;
    const message = `AR Customers, ${name}: AR Policy has no steps for the segment "${segmentOverride}", so those of Default are used. ${hint}`;
    return [{ row: 0, column: 'Segment override', code: 'segment-unknown', message }];
  });
}

/** What was open when a customer became insolvent is filed by a day; of who only pays for others nothing is: those still owe it. */
function claimsToFile(facts: Facts): Problem[] {
  return claimsOf(facts).map(({ key, payer, totals, by }) => {
    const name = nameOf(facts, key);
    const sum = formatTotals(totals);
    const message = payer
      ? `${nameOf(facts, payer)}, who pays for ${name}, is insolvent: ${name} owes ${sum} itself, and nobody is asked for it. Say in Paid by of ${name} who pays now.`
      : `${name} is insolvent: file ${sum} as a claim by ${shortDay(by, facts.asOf)} and do the task in Review. Allowance: 100 %.`;
    return {
      row: 0,
      column: payer ? 'Insolvent since' : 'Claim by',
      code: payer ? 'payer-insolvent' : 'claim-to-file',
      message,
    };
  });
}

/** Insolvencies and assignments that are written otherwise than they were noted: until a person answers the stop stands. */
function stopsToAnswer({ customers, asOf }: Facts): Problem[] {
  return [...customers.values()].flatMap((one) =>
    [
      { row: 0, column: 'Insolvent since', code: 'insolvency-emptied', message: askedOfInsolvency(one, asOf) },
      { row: 0, column: 'Assigned to', code: 'assignment-emptied', message: askedOfAssignment(one) },
    ].filter(({ message }) => message !== ''),
  );
}

/** Stages in use whose text is missing or broken in a language that customers are written to in: told before it is needed. */
function missingTexts({ policy, rows, texts }: ReturnType<typeof readPolicy>, facts: Facts): Problem[] {
  const placed = policy.map((stage, index) => ({ stage, row: rows[index] ?? 0 }));
  const context = {
    checkTemplate: facts.checkTemplate,
    languages: languagesInUse(facts),
    ownLanguage: ownLanguage(facts),
  };
  return templateFaults([...placed, ...texts], context).map(({ row, code, message }) => ({
    row,
    column: 'Template',
    code,
    message,
  }));
}

/**
 * Who looks like one customer with whom, in names, sought when it is first asked for; a step of sending goes by what was planned.
 */
function lookalikesWhenAsked(
  invoices: Facts['invoices'],
  customers: CustomerIndex,
  ws: WorkbookSession,
): () => Hint<ReadonlyMap<string, string>> {
  const { decisions, history } = ws.log;
  const look = () => lookalikesOf(invoices, customers, { decisions, history });
  let found: Hint<ReadonlyMap<string, string>> | null = null;
  return () => {
    found ??= hint('Customers that look like one', NO_LOOKALIKES, look);
    return found;
  };
}

function lookalikesOf(
  invoices: Facts['invoices'],
  { byKey, payers }: CustomerIndex,
  { decisions, history }: Pick<WorkbookSession['log'], 'decisions' | 'history'>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { keep, others } of likelySame(
    invoices,
    byKey,
    [...keptApart(decisions, history.aliases), ...payers],
    history.renamed,
  )) {
    const group = [keep, ...others];
    for (const key of group) {
      const rest = group.filter((one) => one !== key).map((one) => `"${byKey.get(one)?.name ?? one}"`);
      names.set(key, rest.join(', '));
    }
  }
  return names;
}

/** Invoices, or what is noted of them, of a customer under another spelling count as that customer's: nobody is mailed twice for a spelling. */
export function underOneKey<T extends Pick<InvoiceRow, 'customerKey'>>(
  rows: readonly T[],
  aliases: ReadonlyMap<string, string>,
): readonly T[] {
  if (aliases.size === 0) return rows;
  return rows.map((row) => {
    const key = aliases.get(row.customerKey);
    return key === undefined ? row : { ...row, customerKey: key };
  });
}

/** What another pays counts as that one's, beside who owes it; the address in its row is not the payer's. */
function underPayers(invoices: readonly Invoice[], payers: ReadonlyMap<string, string>): readonly Invoice[] {
  if (payers.size === 0) return invoices;
  return invoices.map((invoice) => {
    const payer = payers.get(invoice.customerKey);
    return payer === undefined
      ? invoice
      : { ...invoice, customerKey: payer, debtorKey: invoice.customerKey, email: '' };
  });
}

function tagged(sheet: string, problems: readonly Problem[]): { sheet: string; problem: Problem }[] {
  return problems.map((problem) => ({ sheet, problem }));
}

/** Without a single due date nothing is ever overdue: a setting was emptied, or the wrong column is read. */
function noDueDates({ invoices }: Facts): Problem[] {
  const owed = invoices.filter(isOwed);
  if (owed.length === 0 || owed.some(({ due }) => due !== null)) return [];
  const message =
    'No open invoice has a due date, so nobody is reminded. Choose the column of the due dates under Set-up, or fill them in.';
  return [{ row: 0, column: 'Column: due', code: 'no-due-dates', message }];
}

/** Invoices that are asked for in mails without a word on how to pay them. */
function noPaymentDetails({ invoices }: Facts, settings: Settings): Problem[] {
  const currencies = invoices.filter(isOwed).map(({ currency }) => currency);
  const message = howToPayMissing(settings, currencies);
  return message === '' ? [] : [{ row: 0, column: 'IBAN', code: 'no-payment-details', message }];
}

/** A promise that was missed and given a later day by hand: the old word beside it takes its protection away. */
function promisesEndedEarly({ promises, asOf }: Facts): WorkbookFacts['problems'] {
  return promises
    .filter(({ state, promisedOn }) => (state === 'broken' || state === 'partly kept') && (promisedOn ?? 0) > asOf)
    .map(({ row, state }) => {
      const message = `${PROMISES_TAB.name}, row ${row}: the promised day has not come, but State says "${state}", so it stops nothing. Write "open" if it stands.`;
      return { sheet: PROMISES_TAB.name, problem: { row, column: 'State', code: 'promise-ended-early', message } };
    });
}

/** A stop tab that is gone cannot stop anything any more, so a person must know at once. */
function missingTabs(tables: Record<string, unknown>): { sheet: string; problem: Problem }[] {
  const names: Record<string, string> = {
    holds: HOLDS_TAB.name,
    promises: PROMISES_TAB.name,
    disputes: DISPUTES_TAB.name,
  };
  return Object.entries(tables).flatMap(([key, table]) => {
    const name = names[key] ?? key;
    if (table !== null) return [];
    const message = `The tab "${name}" is missing, and what it stopped with it. Nothing is sent until it is back: use Undo or File > Version history, or run Duesheet > Set up again.`;
    return [{ sheet: name, problem: { row: 0, column: '', code: 'tab-missing', message } }];
  });
}

/** The thresholds of SEGMENT as set, and what is wrong with them. */
export function readSegmentation(settings: Settings): { settings: SegmentSettings; problems: Problem[] } {
  const plain = (cell: Cell): string | number | boolean => {
    const { amount } = amountOfCell(cell);
    return amount ?? textOf(cell);
  };
  try {
    return {
      settings: parseSegmentSettings(settings.segmentation.map(([name, cell]) => [name, plain(cell)])),
      problems: [],
    };
  } catch (error) {
    const message = `AR Settings, segmentation: ${error instanceof Error ? error.message : String(error)} The defaults are used.`;
    return {
      settings: parseSegmentSettings([]),
      problems: [{ row: 0, column: '', code: 'setting-unreadable', message }],
    };
  }
}

/** What is off in the rules that are on; their faults are told beside it. */
function findingsOfRules({ rules }: RuledSegments, policy: Facts['policy']): Problem[] {
  return checkRules(
    rules.filter(({ active }) => active),
    policy,
  )
    .filter(({ severity }) => severity !== 'error')
    .map(({ row, code, message }) => ({ row, column: 'Segment', code, message }));
}
