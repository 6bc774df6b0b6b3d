// The test cases that other programs publish about receivables and dunning, by number, and what becomes of each here.

/** A published case: what it says, with its source, shortened to what can be tried. */
export interface PeerCase {
  id: string;
  says: string;
}

/** A case that is tried: what we answer, and what the source expects. */
export interface TriedCase extends PeerCase {
  answer: () => unknown;
  expected: unknown;
}

/** A case that we answer otherwise on purpose: what we answer, and why. */
export interface DeliberateCase extends TriedCase {
  because: string;
}

/** A case about something that Duesheet does not do. */
export interface ForeignCase extends PeerCase {
  because: string;
}

const ERP = 'frappe/erpnext accounts_receivable/test_accounts_receivable.py @01dce5633a90';
const DUNNING = 'frappe/erpnext dunning/test_dunning.py @03bace7f05d1';
const NINJA = 'invoiceninja/invoiceninja tests/Feature/ReminderTest.php @036aca49a44b';
const CONTROL = 'OCA/credit-control account_credit_control (14.0 @9070fa0475e3)';
const WIZARD = 'OCA/credit-control account_invoice_overdue_reminder (16.0)';
const OPOS = 'tests of a German open-items tool, as of 2026-07-16';

/** Where each case comes from. Their numbers are odd; 48 in all. */
export const SOURCES: Readonly<Record<string, string>> = {
  ...sourced(ERP, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25),
  ...sourced(DUNNING, 27, 29, 31, 33, 35),
  ...sourced(NINJA, 37, 39, 41, 43, 45, 47, 49),
  ...sourced(CONTROL, 51, 53, 55, 57),
  ...sourced('OCA/credit-control account_invoice_overdue_warn/tests/test_overdue_warn.py (14.0)', 59),
  ...sourced(WIZARD, 61, 63, 65),
  ...sourced(OPOS, 67, 69, 71, 73, 75, 77, 79, 81, 83, 85, 87, 89),
  ...sourced('ttsukagoshi/mail-merge-for-gmail tests/fillInTemplate_.test.js @79fc14ba13f9', 91),
  ...sourced('line-item import test of FreshBooks', 93),
  ...sourced('README of a German dunning tool in VBA', 95),
};

/** Which cases are about what is owed; the others are about reminding. */
export const ABOUT_WHAT_IS_OWED: readonly string[] = ids(
  ...[1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 59, 67, 77, 79, 81, 83, 85, 87, 89, 93, 95],
);

/** The cases about reminding. */
export const ABOUT_REMINDING: readonly string[] = Object.keys(SOURCES).filter((id) => !ABOUT_WHAT_IS_OWED.includes(id));

function ids(...numbers: readonly number[]): string[] {
  return numbers.map((number) => `P${String(number).padStart(3, '0')}`);
}

function sourced(source: string, ...numbers: readonly number[]): Record<string, string> {
  return Object.fromEntries(ids(...numbers).map((id) => [id, source]));
}
