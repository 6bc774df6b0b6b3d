// Words in the status column that stop, and a "paid" that the figures deny.
import { describe, expect, it } from 'vitest';
import { processNoted, statusStop } from '../../../src/dunning/decision/status-stop';
import { defaultPolicy } from '../../../src/dunning/policy/default-policy';
import type { Invoice } from '../../../src/receivables/invoice';
import { statusOf } from '../../../src/sheet/read/read-words';
import {
  Desk,
  decisionOf,
  type FactsChange,
  factsOn,
  type InvoiceText,
  proposalOf,
  said,
} from '../../builders/dunning-facts';

const TODAY = 20_000;
const stop = (change: Partial<Invoice>): string | undefined =>
  statusStop(
    { status: 'open', open: 120_000, currency: 'EUR', paidOn: null, row: 7, ...change },
    TODAY,
    () => TODAY + 7,
  )?.reasons[0]?.message;

describe('a status that says stop', () => {
  it.each([
    ...['Do not chase', 'On hold', 'Legal', 'In collections', 'Insolvent', 'Payment plan', 'Promised', 'On portal'],
    ...['Short paid', 'Query', 'Factored', 'Deceased', 'Dissolved', 'Lawyer', 'Bankrupt', 'Awaiting credit note'],
    ...['Forgiven', 'Replaced', 'Abandoned', 'Sent to collections', 'Write-off pending', 'Superseded', 'Chargeback'],
    ...['Mahnsperre', 'Inkasso', 'Rechtsanwalt', 'Ratenzahlung', 'Ne pas relancer', 'Contentieux', 'No reclamar'],
    ...['Concurso', 'Non sollecitare', 'Fallimento', 'Niet aanmanen', 'Failliet', 'Nie ponaglać', 'Upadłość'],
    ...['Não cobrar', 'Falência', '督促停止', '破産', 'ON HOLD - customer request', 'Legal (court)'],
    'Inkasso skickad',
  ])('is understood: %s', (word) => {
    expect(statusOf(word)).toBe('stopped');
  });

  it.each([
    ['Open (do not chase)', 'stopped'],
    ['Overdue - legal', 'stopped'],
    ['Sent; on hold', 'stopped'],
    ['Part paid, disputed', 'disputed'],
    ['Offen / Mahnsperre', 'stopped'],
    ['Overdue (approved for payment)', 'in-process'],
    ['Round 2: on hold', 'stopped'],
  ])('stops by a further word too: %s', (text, status) => {
    expect(statusOf(text)).toBe(status);
  });

  it.each([
    ['Paid (cheque received)', 'paid'],
    ['Void - disputed', 'void'],
    ['Unpaid - overdue', 'open'],
  ])('leaves alone what is not asked for, or not stopped: %s', (text, status) => {
    expect(statusOf(text)).toBe(status);
  });

  it('stops, and names word and row', () => {
    expect(stop({ status: 'stopped', statusText: 'On hold' })).toBe(
      'The status in row 7 of the invoice sheet says “On hold”: no reminders while it stands there.',
    );
  });
});

describe('a status that says that a debit came back', () => {
  it.each(['Debit returned', 'Prélèvement rejeté', 'Impayé rejeté'])('stops nothing: %s', (word) => {
    expect(statusOf(word)).toBe('returned');
  });
});

describe('a status that says a payment is under way', () => {
  it.each(['In payment', 'Approved for payment', 'Cheque received', 'Scheduled', 'Processing', 'Zahlung angewiesen'])(
    'is understood: %s',
    (word) => {
      expect(statusOf(word)).toBe('in-process');
    },
  );

  it('stops for five business days from when it was first seen, then a person is asked and nothing leaves by itself', () => {
    const line: InvoiceText = {
      no: '1',
      due: '2026-11-01',
      open: 500,
      status: 'in-process',
      statusText: 'Cheque received',
    };
    const auto: FactsChange = { policy: defaultPolicy().map((row) => ({ ...row, sending: 'auto' as const })) };
    const desk = new Desk();
    const seen = (on: string, lines = [line]): void =>
      desk.append(on, processNoted(desk.facts(on, lines, auto), 'ann'));
    seen('2026-11-04');
    seen('2026-11-09');
    const { reasons, nextDate } = decisionOf(desk.facts('2026-11-10', [line], auto), '1');
    expect(reasons[0]?.message).toContain('If none comes, a person is asked on Wed 11 Nov.');
    expect(nextDate).toBe(desk.facts('2026-11-11', [line]).asOf);
    const { sending, look } = proposalOf(desk.facts('2026-11-11', [line], auto));
    expect(sending).toBe('review');
    expect(look).toContain('“Cheque received” says the sheet, and no payment came');
    // Another payment begins anew.
    seen('2026-11-12', [{ ...line, status: 'open' }]);
    seen('2026-11-13');
    expect(said(desk.facts('2026-11-13', [line], auto))).toBe('blocked payment-in-process');
  });
});

describe('a status that says paid', () => {
  it('stops where the figures say open, and where only a part came in', () => {
    expect(stop({ status: 'paid' })).toContain('says paid, but by its figures 1,200.00 EUR is open');
    expect(stop({ status: 'paid', paidOn: TODAY - 1, open: 40_000 })).toContain('400.00 EUR is open');
  });

  it('stops where the payment date is to come: a slip of the year, or a payment that was only announced', () => {
    expect(stop({ status: 'paid', paidOn: TODAY + 3 })).toContain('the payment date, Mon 7 Oct, is to come');
    expect(stop({ status: 'paid', paidOn: TODAY + 365 })).toContain('is to come');
    const facts = { no: '1', due: '2026-11-01', open: 500, status: 'paid', paidOn: '2027-11-02' } as const;
    expect(said(factsOn('2026-11-06', [facts]))).toBe('blocked contradiction');
  });

  it('denies nothing as of a past day before that of the payment, or with nothing open', () => {
    const past = { no: '1', due: '2026-11-01', open: 500, status: 'paid', paidOn: '2026-11-20' } as const;
    const today = factsOn('2026-12-01', []).asOf;
    expect(said(factsOn('2026-11-06', [past], { today }))).toBe('remind stage-due');
    expect(stop({ status: 'paid', open: 0 })).toBeUndefined();
    expect(stop({ status: 'part-paid' })).toBeUndefined();
  });
});
