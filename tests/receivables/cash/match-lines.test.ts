// Cash application: what is proposed, what is asked about, and what goes to no invoice.
import { describe, expect, it } from 'vitest';
import { matchLines } from '../../../src/receivables/cash/match-lines';
import { day, item, line, MAY, outcome } from './cash-cases';

const ACME = 'Acme Tools GmbH';

describe('a number in the text', () => {
  it.each([
    ['as it stands', 'Rechnung 2026-0412', '2026-0412'],
    ['with blanks and a slash inside', 'RE 20 26 / 04 12', '2026-0412'],
    ['glued to its word', 'RE20260412', '2026-0412'],
    ['without the zeros in front', 'INV 611365', '0000611365'],
    ['with letters read for figures', 'FACT FA26-OO1O7', 'FA26-00107'],
    ['without the letters in front', '44921', 'SI-0044921'],
    ['with a letter behind', 'NO.SI0044921/A THANKS', 'SI-0044921'],
  ])('is known %s', (_, text, invoice) => {
    const decoy = item('9999', ACME, 50_000, { due: MAY - 60 });
    expect(outcome([line('Somebody Else', text, 50_000)], [decoy, item(invoice, ACME, 50_000)])).toEqual([
      `${invoice} 500.00`,
    ]);
  });

  it('names each of several, a range, and short endings', () => {
    const items = [1, 2, 3, 4].map((n) => item(`2026-010${n}`, ACME, n * 10_000));
    const all = ['2026-0101 100.00', '2026-0102 200.00', '2026-0103 300.00'];
    expect(outcome([line(ACME, 'RE 2026-0101, 2026-0102 und 2026-0103', 60_000)], items).sort()).toEqual(all);
    expect(outcome([line(ACME, 'Rechnungen 2026-0101 bis 2026-0103', 60_000)], items).sort()).toEqual(all);
    expect(outcome([line(ACME, 'RE 2026-0101/02/03', 60_000)], items).sort()).toEqual(all);
    const plain = [201, 202, 203].map((n) => item(String(n), ACME, 10_000));
    expect(outcome([line(ACME, 'FACTURES 201 A 203', 30_000)], plain)).toHaveLength(3);
  });

  it('is not the figures of a date, an amount or the customer’s own number', () => {
    const items = [
      item('12032026', ACME, 7000),
      item('2026', ACME, 8000),
      item('4711', ACME, 9000, { customerId: '4711' }),
    ];
    const text = 'Zahlung vom 12.03.2026 EUR 2026,00 Kundennr 4711';
    expect(outcome([line('Nobody Known', text, 12_345)], items)).toEqual(['unknown 123.45']);
  });

  it('of less than four figures counts only behind a word for an invoice, or from the payer', () => {
    const items = [item('310', ACME, 10_000)];
    expect(outcome([line('Nobody Known', '310', 10_000)], items)).toEqual(['ask 310']);
    expect(outcome([line('Nobody Known', 'FA 310', 10_000)], items)).toEqual(['310 100.00']);
    expect(outcome([line(ACME, '310', 10_000)], items)).toEqual(['310 100.00']);
  });

  it('that two customers have is the payer’s', () => {
    const items = [item('1001', 'Beta Ltd', 10_000), item('1001', ACME, 10_000)];
    const { allocations } = matchLines([line(ACME, 'INV 1001', 10_000)], items);
    expect(allocations.map(({ item: of }) => of.customer)).toEqual([ACME]);
    expect(outcome([line('Nobody Known', 'INV 1001', 10_000)], items)).toEqual(['ask 1001 1001']);
  });

  it('wins over the payer, who is named beside it', () => {
    const { allocations } = matchLines([line('K. Ostberg', 'zu INV-3301', 56_000)], [item('INV-3301', ACME, 56_000)]);
    expect(allocations[0]?.why).toBe(
      'Number INV-3301 in the text. The amount is what is open. Paid by K. Ostberg for Acme Tools GmbH.',
    );
  });

  it('with another amount from nobody known is asked about', () => {
    expect(outcome([line('K. Ostberg', 'INV-3301', 1000)], [item('INV-3301', ACME, 56_000)])).toEqual(['ask INV-3301']);
  });

  it('one slip away counts with the payer and an amount that only it has', () => {
    const right = item('2026-0581', ACME, 231_744);
    expect(outcome([line(ACME, 'Rg 2026-0518', 231_744)], [item('2026-0602', ACME, 99_000), right])).toEqual([
      '2026-0581 2317.44',
    ]);
    const same = item('2026-0602', ACME, 231_744);
    expect(outcome([line(ACME, 'Rg 2026-0518', 231_744)], [same, right])[0]).toMatch(/^ask /);
  });

  it('that is not open keeps its money off other invoices of the same amount', () => {
    expect(outcome([line(ACME, 'RE 7000', 31_000)], [item('9911', ACME, 31_000)])).toEqual(['ask 9911']);
  });

  it('that is paid already makes a credit and a question', () => {
    const twice = [line(ACME, 'RE 8201', 70_000), line(ACME, 'RE 8201', 70_000, { day: MAY + 1 })];
    expect(outcome(twice, [item('8201', ACME, 70_000), item('8202', ACME, 70_000)])).toEqual([
      '8201 700.00',
      'ask 8201',
      'customer credit 700.00',
    ]);
  });
});

describe('a structured reference', () => {
  it.each([
    ['RF', 'RF18 5390 0754 7034', 'RF18539007547034'],
    ['OGM', '+++090/1234/56701+++', '090/1234/56701'],
    ['KID', '00004567001237', '00004567001237'],
    ['viite', '123 45614', '12345614'],
    ['QRR', '21 00000 00003 13947 14300 09017', '210000000003139471430009017'],
  ])('%s is enough alone', (_, text, reference) => {
    const items = [item('12002', ACME, 42_000, { due: MAY - 60 }), item('12001', ACME, 42_000, { reference })];
    expect(outcome([line('UNKNOWN', text, 42_000)], items)).toEqual(['12001 420.00']);
    expect(outcome([line('UNKNOWN', text, 30_000)], items)).toEqual(['12001 300.00']);
  });

  it('whose check digits are wrong counts for nothing', () => {
    const items = [item('12002', ACME, 42_000), item('12001', ACME, 42_000, { reference: 'RF18539007547034' })];
    expect(outcome([line('UNKNOWN', 'RF19 5390 0754 7034', 42_000)], items)).toEqual(['ask 12002 12001']);
  });

  it('made of the invoice number names it', () => {
    expect(outcome([line('', 'RF08 2026 0318', 10_000)], [item('2026-0318', ACME, 10_000)])).toEqual([
      '2026-0318 100.00',
    ]);
  });
});

describe('an amount that is not what is open', () => {
  const one = item('777', ACME, 100_000, { issued: day('2026-05-02'), terms: '2/10 net 30' });

  it('less is a part payment; a gap of a few per cent is asked about', () => {
    expect(outcome([line(ACME, 'RE 777', 40_000)], [one])).toEqual(['777 400.00']);
    expect(outcome([line(ACME, 'RE 777', 98_500)], [one])).toEqual(['777 985.00', 'ask 777']);
  });

  it('more is paid in full, and a credit of the customer', () => {
    expect(outcome([line(ACME, 'RE 777', 110_000)], [one])).toEqual(['777 1000.00', 'customer credit 100.00']);
  });

  it('a few cents more or less are a rounding', () => {
    expect(outcome([line(ACME, 'RE 777', 100_002)], [one])).toEqual(['777 1000.00', 'rounding 0.02']);
    expect(outcome([line(ACME, 'RE 777', 99_997)], [one])).toEqual(['777 999.97']);
  });

  it('less the discount within its days closes it, later it is asked about', () => {
    expect(outcome([line(ACME, 'RE 777', 98_000)], [one])).toEqual(['777 980.00 discount 20.00']);
    const late = line(ACME, 'RE 777', 98_000, { day: day('2026-05-13') });
    expect(outcome([late], [one])).toEqual(['777 980.00', 'ask 777']);
  });

  it('less the charges that the bank states closes it', () => {
    expect(outcome([line(ACME, 'RE 777', 98_500, { charges: 1500 })], [one])).toEqual(['777 985.00 fee 15.00']);
  });

  it('less a credit, named or the only one that fits, settles both', () => {
    const credit = item('GS-77', ACME, -12_000);
    const settled = ['777 1000.00', 'GS-77 -120.00'];
    expect(outcome([line(ACME, 'RE 777 abzgl. Gutschrift GS-77', 88_000)], [one, credit]).sort()).toEqual(settled);
    expect(outcome([line(ACME, 'RE 777', 88_000)], [one, credit])).toEqual(settled);
    expect(outcome([line(ACME, 'RE 777', 100_000)], [one, credit])).toEqual(['777 1000.00']);
  });

  it('for several that are named and less than they add up to is asked about', () => {
    const items = [item('310', ACME, 100_000), item('311', ACME, 100_000)];
    expect(outcome([line(ACME, 'FA 310 ET FA 311', 150_000)], items)).toEqual(['ask 310 311']);
  });
});

describe('a payer with nothing named', () => {
  it('is known by the same words, whatever the legal form and the order', () => {
    expect(outcome([line('Harrow a. Pike Limited', '', 41_500)], [item('7101', 'Harrow & Pike Ltd', 41_500)])).toEqual([
      '7101 415.00',
    ]);
    expect(outcome([line('Korhonen Matti', '', 41_500)], [item('7101', 'Matti Korhonen', 41_500)])).toEqual([
      '7101 415.00',
    ]);
  });

  it('is known by a name in the text, and by a name that was learned', () => {
    expect(outcome([line('SEPA DD', `Zahlung ${ACME}`, 41_500)], [item('7101', ACME, 41_500)])).toEqual([
      '7101 415.00',
    ]);
    const learned = [{ name: 'Zebra Holding', customerKey: ACME.toLowerCase() }];
    expect(outcome([line('ZEBRA HOLDING AG', '', 41_500)], [item('7101', ACME, 41_500)], learned)).toEqual([
      '7101 415.00',
    ]);
  });

  it('who only resembles a customer is asked about', () => {
    expect(outcome([line('J. Tanguy', 'merci', 12_840)], [item('7401', 'Boucherie Tanguy SARL', 12_840)])).toEqual([
      'ask 7401',
    ]);
  });

  it('pays the only set that adds up; two sets are asked about', () => {
    const only = [
      item('631', ACME, 400_000),
      item('632', ACME, 387_654),
      item('633', ACME, 200_000),
      item('640', ACME, 12_000),
    ];
    expect(outcome([line(ACME, 'Sammelzahlung', 987_654)], only)).toEqual([
      '631 4000.00',
      '632 3876.54',
      '633 2000.00',
    ]);
    const two = [
      item('A1', ACME, 10_000),
      item('A2', ACME, 20_000),
      item('A3', ACME, 15_000),
      item('A4', ACME, 15_000),
    ];
    expect(outcome([line(ACME, 'payment', 30_000)], two)).toEqual(['ask A1 A2 A3 A4']);
  });

  it('pays of equal amounts the oldest due', () => {
    const items = [item('2', ACME, 10_000, { due: MAY }), item('1', ACME, 10_000, { due: MAY - 40 })];
    expect(outcome([line(ACME, 'Miete', 10_000)], items)).toEqual(['1 100.00']);
  });

  it('whose amount fits nothing has a credit, and is asked about', () => {
    expect(outcome([line(ACME, 'a conto', 7700)], [item('2', ACME, 10_000)])).toEqual([
      'ask 2',
      'customer credit 77.00',
    ]);
  });

  it('pays nothing that was issued later: that is an advance', () => {
    const later = item('INV-600', ACME, 150_000, { issued: MAY + 20 });
    expect(outcome([line(ACME, 'deposit order 5567', 150_000)], [later])).toEqual(['customer credit 1500.00']);
  });
});

describe('an amount alone', () => {
  it('is never enough, even where one invoice has it', () => {
    expect(outcome([line('NORDHAV HOLDING', '', 33_000)], [item('7301', ACME, 33_000)])).toEqual(['ask 7301']);
  });

  it('is never split over customers', () => {
    const items = [item('P1', 'Cust A', 250_000), item('P2', 'Cust B', 231_266)];
    expect(outcome([line('PAYMENT PROVIDER', 'PAYOUT 118822 NET OF FEES', 481_266)], items)).toEqual([
      'ask',
      'unknown 4812.66',
    ]);
  });
});

describe('another currency', () => {
  const dollars = item('INV-9100', ACME, 118_000, { currency: 'USD' });

  it('counts by the amount that was sent, in its own currency', () => {
    const sent = line(ACME, 'INV-9100', 108_531, { original: { minor: 118_000, currency: 'USD' } });
    const { allocations } = matchLines([sent], [dollars]);
    expect(allocations.map(({ amount, item: of }) => [amount, of.currency])).toEqual([[118_000, 'USD']]);
  });

  it('is asked about where the bank does not say what was sent', () => {
    expect(outcome([line(ACME, 'INV-9100', 108_531)], [dollars])).toEqual(['ask INV-9100']);
    expect(outcome([line(ACME, 'thanks', 108_531)], [dollars])).toEqual(['ask INV-9100', 'customer credit 1085.31']);
  });
});

describe('money out', () => {
  const paid = line('SEPA DD', `RE 9911 ${ACME}`, 31_000, { day: MAY - 7 });

  it('that came back reopens the invoice it had paid, less the charges', () => {
    const back = line('SEPA DD RETURN', 'RE 9911 AC04', -31_420, { charges: 420, returnReason: 'AC04' });
    expect(outcome([paid, back], [item('9911', ACME, 31_000)])).toEqual([
      '9911 310.00',
      '9911 -310.00',
      'bank fee -4.20',
    ]);
  });

  it('that came back without a number, or of an invoice that was never paid, is asked about', () => {
    expect(outcome([paid, line(ACME, 'Rücklastschrift', -31_000)], [item('9911', ACME, 31_000)])).toEqual([
      '9911 310.00',
      'ask 9911',
    ]);
    expect(outcome([line('X', 'RETURN RE 9911', -31_000)], [item('9911', ACME, 31_000)])).toEqual(['ask 9911']);
  });

  it('for a credit that is named settles it, and never touches an invoice', () => {
    const items = [item('9901', ACME, 12_000), item('GS-77', ACME, -12_000)];
    expect(outcome([line(ACME, 'Rückzahlung Guthaben GS-77', -12_000)], items)).toEqual(['GS-77 -120.00']);
    expect(outcome([line(ACME, 'Miete 9901', -12_000)], items)).toEqual(['not receivable -120.00']);
  });
});

describe('a line that is no payment', () => {
  it.each(['Habenzinsen', 'Kontoführung Mai', 'Finanzamt Mitte USt-Erstattung', 'Umbuchung'])(
    '"%s" is left alone',
    (text) => {
      expect(outcome([line('BANK', text, 117)], [item('9991', ACME, 117)])).toEqual(['not receivable 1.17']);
    },
  );

  it('counts once by the number of the bank, and not before it is booked', () => {
    const [one, other] = [line(ACME, 'RE 777', 1000, { id: 'B1' }), line(ACME, 'RE 777', 1000, { id: 'B1' })];
    expect(outcome([one, other], [item('777', ACME, 5000)])).toEqual(['777 10.00', 'same bank line 10.00']);
    expect(outcome([line(ACME, 'RE 777', 5000, { isBooked: false })], [item('777', ACME, 5000)])).toEqual([
      'unknown 50.00',
    ]);
  });
});
