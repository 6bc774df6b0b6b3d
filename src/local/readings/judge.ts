// Judges how a sheet was read against what a person reads in it: right, rightly asking, asking for nothing, wrong in silence.
import type { CurrencyTotals, PlanReport } from '../plan-report';
import type { Expected, ExpectedTotals } from './case';

/** What may come of a case, the best first. */
export const VERDICTS = ['right', 'rightly asks', 'asks where a person could tell', 'silently wrong', 'error'] as const;

/** What came of a case. */
export type Verdict = (typeof VERDICTS)[number];

/** What `plan` answered: a report, or the sentence with which it refused. */
export type Answer = { report: PlanReport } | { refused: string };

/** What came of a case and why. */
export interface Judgement {
  verdict: Verdict;
  /** Each difference from the right values, in a few words. */
  differences: string[];
}

/**
 * Judges one answer.
 *
 * A figure that is told and wrong is wrong in silence, unless the rows that are left out of it are named. A column or figure that is not
 * told while a question is open is a question too many, or the right one where the sheet itself does not tell.
 *
 * @example judged({ ask: 'due' }, { report }) // { verdict: 'rightly asks', differences: [] }, where `due` is an open question
 */
export function judged(expected: Expected, answer: Answer): Judgement {
  if ('refused' in answer) {
    return expected.refuse
      ? { verdict: 'right', differences: [] }
      : { verdict: 'error', differences: [`refused: ${answer.refused}`] };
  }
  const { report } = answer;
  const asks = report.questions.length > 0;
  if (expected.refuse) return judgedRefusal(report, asks);
  const differences = [
    ...columnsOff(expected, report),
    ...totalsOff(expected, report),
    ...invoicesOff(expected, report),
  ];
  const told = differences.some(({ told }) => told);
  const texts = differences.map(({ text }) => text);
  const faults = differences.filter(({ isNote }) => !isNote);
  const isSaid = asks || report.problems.length > 0;
  if (expected.ask !== undefined && !asksAbout(report, expected.ask)) {
    return { verdict: 'silently wrong', differences: [...texts, `does not ask about ${expected.ask}`] };
  }
  if (faults.length === 0) return { verdict: asks ? asked(expected) : 'right', differences: texts };
  if (expected.alsoOk !== undefined && isSaid) return { verdict: 'rightly asks', differences: texts };
  return { verdict: told ? 'silently wrong' : 'asks where a person could tell', differences: texts };
}

function asked({ ask, alsoOk, partial }: Expected): Verdict {
  return ask !== undefined || alsoOk !== undefined || partial ? 'rightly asks' : 'asks where a person could tell';
}

// Money as well as its other name: either question leaves open what is owed.
const SAME_QUESTION: Record<string, readonly string[]> = {
  amount: ['amount', 'balance'],
  balance: ['balance', 'amount'],
};

function asksAbout(report: PlanReport, field: string): boolean {
  const fields = SAME_QUESTION[field] ?? [field];
  return report.questions.some((question) => fields.includes(question.field));
}

function judgedRefusal(report: PlanReport, asks: boolean): Judgement {
  const claims = report.invoices.some(({ balance }) => balance > 0);
  const differences = ['read as invoices, but there are none in it'];
  if (asks) return { verdict: 'rightly asks', differences: [] };
  return { verdict: claims ? 'silently wrong' : 'right', differences: claims ? differences : [] };
}

/** A difference; `told` where something wrong is said without a word of doubt. */
interface Difference {
  text: string;
  told: boolean;
  isNote?: boolean;
}

/** Columns that say more of an invoice but neither how much is owed by whom nor when: not to find one is a note, no fault. */
const INFORMING: readonly string[] = [
  'invoice',
  'issued',
  'terms',
  'owner',
  'region',
  'businessUnit',
  'product',
  'orderNumber',
];

function columnsOff({ columns = {}, noEmail }: Expected, report: PlanReport): Difference[] {
  const wanted: Record<string, string | null> = noEmail ? { ...columns, email: null } : columns;
  const asks = report.questions.length > 0;
  return Object.entries(wanted).flatMap(([field, header]) => {
    const got = report.columns[field] ?? null;
    if (got === header) return [];
    const text = `${field}: ${header ?? 'no column'} expected, ${got ?? 'none'} found`;
    return [
      {
        text,
        told: got !== null || !(asks || INFORMING.includes(field)),
        isNote: got === null && INFORMING.includes(field),
      },
    ];
  });
}

function totalsOff({ totals = {}, minOpen, partial }: Expected, report: PlanReport): Difference[] {
  const found: Difference[] = [];
  const asks = report.questions.length > 0;
  for (const [code, wanted] of Object.entries(totals)) {
    const got = figuresOf(report, code);
    if (typeof got === 'string') {
      found.push({ text: `${code}: ${got}`, told: !asks && !isUnknownCurrency(report, totals) });
      continue;
    }
    const isUntold = namesRows(report) || (asks && got.invoices === 0);
    for (const text of figuresOff(code, wanted, got)) found.push({ text, told: !isUntold });
  }
  const open = Object.values(report.totals).reduce((sum, one) => sum + one.open, 0);
  if (minOpen !== undefined && open < minOpen - CENT)
    found.push({ text: `open: at least ${minOpen} expected, ${open} found`, told: !asks });
  if (partial && !saysPartial(report)) found.push({ text: 'part payments are not spoken of', told: true });
  return found;
}

// One currency that is not known is said to be none; several that are added up are not.
function isUnknownCurrency(report: PlanReport, wanted: Record<string, ExpectedTotals>): boolean {
  return Object.keys(wanted).length === 1 && Object.keys(report.totals).join() === 'XXX';
}

const NOTHING: CurrencyTotals = { open: 0, overdue: 0, credits: 0, invoices: 0, overdueInvoices: 0, buckets: {} };

// `*` is the one currency of the sheet. Where nothing is open none is named.
function figuresOf(report: PlanReport, code: string): CurrencyTotals | string {
  const codes = Object.keys(report.totals);
  const only = codes.length === 1 ? codes[0] : undefined;
  const got = report.totals[code === '*' ? (only ?? '') : code];
  if (got) return got;
  if (code === '*' && codes.length === 0 && report.questions.length === 0) return NOTHING;
  return codes.length === 0 ? 'no totals' : `totals in ${codes.join(', ')}`;
}

const CENT = 0.005;

function figuresOff(code: string, wanted: ExpectedTotals, got: CurrencyTotals): string[] {
  const { buckets, ...figures } = wanted;
  const texts = Object.entries(figures).map(([name, value]): string => {
    const is = got[name as keyof typeof figures];
    return Math.abs(is - value) < CENT ? '' : `${code} ${name}: ${value} expected, ${is} found`;
  });
  if (buckets) {
    for (const label of new Set([...Object.keys(buckets), ...Object.keys(got.buckets)])) {
      const [value, is] = [buckets[label] ?? 0, got.buckets[label]?.amount ?? 0];
      if (Math.abs(is - value) >= CENT) texts.push(`${code} ${label}: ${value} expected, ${is} found`);
    }
  }
  return texts.filter((text) => text !== '');
}

/** Findings by which a row is known to be missing from the figures. */
const LEFT_OUT = /^(customer|amount)-missing$|^(amount|date)-unreadable$|^date-order-unknown$|^error-cell$/;

function namesRows(report: PlanReport): boolean {
  return report.problems.some(({ code }) => LEFT_OUT.test(code));
}

function saysPartial(report: PlanReport): boolean {
  const aboutPaid = report.questions.some(({ field }) => ['paid', 'balance', 'amount'].includes(field));
  const status = report.columns['status'] ?? null;
  return aboutPaid || report.problems.some(({ column, code }) => code.includes('part') && column === status);
}

function invoicesOff(expected: Expected, report: PlanReport): Difference[] {
  const isSaid = report.questions.length > 0 || namesRows(report);
  const off = <T>(wanted: Record<string, T> | undefined, what: string, got: (number: string) => T | undefined) =>
    Object.entries(wanted ?? {}).flatMap(([number, value]): Difference[] => {
      const is = got(number);
      const numbers = typeof is === 'number' && typeof value === 'number';
      if (is === undefined ? value === 0 : numbers ? Math.abs(is - value) < CENT : is === value) return [];
      const text = `${number}: ${what} ${String(value)} expected, ${is === undefined ? 'not listed' : String(is)}`;
      return [{ text, told: is !== undefined || !isSaid }];
    });
  const listed = (number: string) => report.invoices.filter(({ invoice }) => invoice === number);
  const balance = (number: string): number | undefined => {
    const rows = listed(number);
    return rows.length === 0 ? undefined : rows.reduce((sum, row) => sum + row.balance, 0);
  };
  return [
    ...off(expected.balances, 'balance', balance),
    ...off(expected.dues, 'due date', (number) => listed(number)[0]?.due ?? undefined),
    ...off(expected.customers, 'customer', (number) => listed(number)[0]?.customer),
  ];
}
