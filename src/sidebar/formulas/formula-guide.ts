// The formulas by name with what each tells: of ours the first sentence of their own help; a test holds the two together.

export const FORMULA_GUIDE: readonly { name: string; meaning: string }[] = [
  {
    name: 'AGING_BUCKET',
    meaning:
      'Names the aging bucket of an invoice, or of a whole column of invoices: Current, 1-30 days, 31-60 days, 61-90 days, 90+ days, Paid or No due date.',
  },
  {
    name: 'DAYS_PAST_DUE',
    meaning: 'Counts the calendar days an invoice is past due: 0 on the due date, negative before it.',
  },
  {
    name: 'DSO',
    meaning:
      "Gives days sales outstanding: open receivables times the days of the period, divided by the period's credit sales (Credit Research Foundation).",
  },
  {
    name: 'SEGMENT',
    meaning:
      'Says how a customer pays and how large it is: New, Timely, Timely large, Delinquent SMB, Delinquent large, Doubtful SMB or Doubtful large.',
  },
  {
    name: 'EXPECTED_PAYMENT',
    meaning:
      'Says when each open invoice will be paid, from how its customer and the whole book paid before and how old it is by now.',
  },
  {
    name: 'CASH_FORECAST',
    meaning:
      'Forecasts the cash that comes in of what is open, per currency and week: each balance times its chance to be paid in that week; six weeks in ten lie between low and high.',
  },
  {
    name: 'LATE_RISK',
    meaning:
      "Gives the share of a customer's open money that is expected to be paid more than 30 days late, 0 to 1; with several currencies the highest, and of who owes nothing the chance for a new invoice.",
  },
  {
    name: 'BEST_POSSIBLE_DSO',
    meaning:
      "Gives the best possible DSO, what days sales outstanding would be if nothing were past due: current receivables times the days of the period, divided by the period's credit sales (Credit Research Foundation).",
  },
  {
    name: 'AVERAGE_DAYS_DELINQUENT',
    meaning:
      'Gives the average days delinquent, the days of sales that are past due: DSO less best possible DSO (Credit Research Foundation).',
  },
  {
    name: 'DSO_COUNTBACK',
    meaning:
      'Gives days sales outstanding by counting back: whole months of sales are used up by the receivables, the newest first, and their real days counted.',
  },
  {
    name: 'CEI',
    meaning:
      'Gives the collection effectiveness index, the share of what could be collected in a period that was collected: 1 when nothing is past due at its end (Credit Research Foundation).',
  },
  {
    name: 'AR_TURNOVER',
    meaning:
      'Gives receivables turnover, how often receivables are turned into cash in the period: credit sales divided by receivables.',
  },
  {
    name: 'COLLECTION_PERIOD',
    meaning: 'Gives the average collection period: the days of the period divided by the receivables turnover.',
  },
  {
    name: 'PERCENT_OVERDUE',
    meaning: 'Gives the share of the open balances that is past due, 0 to 1; credits (negative balances) are left out.',
  },
  {
    name: 'ALLOWANCE',
    meaning:
      'Gives the allowance for doubtful accounts that open invoices need, by how far each is past due: the balance of each aging bucket times its loss rate (provision matrix); credits are left out.',
  },
  {
    name: 'ALLOWANCE_FROM_TOTALS',
    meaning:
      'Gives the allowance for doubtful accounts from bucket totals that are already made: each total times its loss rate, added up.',
  },
  {
    name: 'CONCENTRATION',
    meaning:
      'Gives the share of the largest customers in all open balances, 0 to 1; balances of 0 or less are left out.',
  },
  {
    name: 'HHI',
    meaning:
      "Gives the Herfindahl-Hirschman index of concentration: the squares of each customer's share in per cent, added up, so that 10,000 is a single customer.",
  },
  { name: 'BAD_DEBT_PERCENT', meaning: 'Gives the share of the credit sales that was written off as bad debt.' },
  {
    name: 'PROMISES_KEPT',
    meaning:
      'Gives the share of promises to pay that were kept, of those that were kept, partly kept or broken; partly kept counts as not kept.',
  },
  {
    name: 'AGING_TABLE',
    meaning:
      'Makes an aging report from the invoice table: a row per customer with a column per aging bucket, unapplied credits apart and the total, the highest total first, and a total row per currency; currencies are never added.',
  },
  {
    name: 'AR_KPIS',
    meaning:
      "Makes a panel of the period's receivables figures from the invoice table alone, two columns per currency: beginning AR, credit sales, collections, ending AR, current AR, overdue, DSO, BPDSO, ADD, CEI, turnover, percent overdue, average days to pay, DBT, top-5 concentration, best and worst customer.",
  },
  {
    name: 'PORTFOLIO',
    meaning:
      'Cuts the portfolio by any column of the invoice table, or by segment, bucket or size as Duesheet works them out: customers, invoices, open, overdue, share overdue, share of all, DSO, days beyond terms and disputed, a row per value and a total row per currency.',
  },
  {
    name: 'DUE_DATE',
    meaning:
      'Gives the due date that payment terms set: Net 30, 2/10 Net 30, EOM, 45 EOM, 15 MFI, 10th prox, 30 days end of month, Due on receipt and the like.',
  },
  { name: 'DISCOUNT_DATE', meaning: 'Gives the last day on which the early-payment discount may be taken.' },
  {
    name: 'DISCOUNTED_AMOUNT',
    meaning: 'Gives what is left to pay after the early-payment discount, rounded to the cent.',
  },
  {
    name: 'DISCOUNT_COST',
    meaning:
      "Gives the yearly cost of letting an early-payment discount pass, as a fraction for the cell's percent format.",
  },
  {
    name: 'LATE_INTEREST',
    meaning:
      'Gives the simple interest on an invoice paid late, from the day after the due date, rounded once to the cent.',
  },
  {
    name: 'LATE_COMPENSATION',
    meaning: 'Gives the fixed compensation that the law allows for one late invoice, once per invoice.',
  },
  {
    name: 'DAYS_BEYOND_TERMS',
    meaning:
      'Counts the days from due date to payment, early payment as 0; with amounts, the average of the paid invoices weighted by amount.',
  },
  {
    name: 'AVERAGE_DAYS_TO_PAY',
    meaning: 'Averages the days from invoice date to payment over the paid invoices, plain or weighted by amount.',
  },
  {
    name: 'PAYMENT_SCORE',
    meaning:
      'Turns days beyond terms into the 100-to-20 payment score of the credit bureaus: 80 is prompt, 100 is 30 days early, 50 is 30 days late, 20 is 120 days late, linear in between.',
  },
  {
    name: 'Days past due, by Sheets alone',
    meaning: 'The days past due with Sheets’ own functions, without Duesheet.',
  },
  {
    name: 'Aging bucket, by Sheets alone',
    meaning: 'The aging bucket with Sheets’ own functions, without Duesheet.',
  },
];
