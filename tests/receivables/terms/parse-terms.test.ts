// Payment terms as people write them, and the due date each gives for an invoice of 22 April 2024.
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoOf } from '../../../src/receivables/day';
import { parseTerms } from '../../../src/receivables/terms/parse-terms';
import { discountDate, dueDate, type PaymentTerms } from '../../../src/receivables/terms/payment-terms';

const ISSUED = dayFromIso('2024-04-22') ?? 0;

function understood(text: string): PaymentTerms {
  const terms = parseTerms(text);
  if ('problem' in terms) throw new Error(`${text}: ${terms.problem}`);
  return terms;
}

const dueOf = (text: string): string => isoOf(dueDate(understood(text), ISSUED));
const list = (texts: string): string[] => texts.split(' | ');

describe('days net', () => {
  it.each(
    list(
      'Net 30 | NET30 | N30 | n/30 | N/30 | 30 | 30.0 | 30 days | 30d | 30 net | 30 days net | Net-30 | Net: 30 | net 30 days. | Terms: Net 30 | ' +
        'Net 30 from invoice date | 30 days from date of invoice | 30 days after invoice | Invoice date + 30 days | ' +
        'Payment due within 30 days of invoice date | Payable within 30 days | thirty (30) days | TERMS NET 30 DAYS | ' +
        '30 Tage netto | zahlbar innerhalb von 30 Tagen | 30 jours | 30 jours date de facture | 30 días | 30 giorni | 30 gg | 30 dagen',
    ),
  )('reads "%s" as 30 calendar days after the invoice date', (text) => {
    expect(dueOf(text)).toBe('2024-05-22');
    expect(understood(text)).toMatchObject({ discountRate: null, ambiguous: false });
  });

  it.each([
    ['2 weeks', '2024-05-06'],
    ['Net 1 month', '2024-05-22'],
    ['2 months', '2024-06-22'],
  ])('reads "%s"', (text, due) => expect(dueOf(text)).toBe(due));

  it.each(
    list(
      'Due on receipt | Due upon receipt of invoice | on receipt | payable upon receipt | Receipt | Immediate | due immediately | Net 0 | 0 | ' +
        'COD | C.O.D. | cash on delivery | CIA | cash in advance | CWO | PIA | prepayment | prepaid | pre-payment | 100% in advance | ' +
        'payment in advance | zahlbar sofort ohne Abzug | comptant | à réception de facture | contado',
    ),
  )('reads "%s" as due on the invoice date', (text) => {
    expect(dueOf(text)).toBe('2024-04-22');
  });
});

describe('ends of months', () => {
  it.each(
    list('EOM | E.O.M. | Net EOM | Due EOM | end of month | due at the end of the month | month-end | bis Monatsende'),
  )('reads "%s" as the end of the invoice month', (text) => expect(dueOf(text)).toBe('2024-04-30'));

  it.each(
    list(
      'end of next month | end of following month | last day of the following month | EOM following month | EONM | end of month following invoice date',
    ),
  )('reads "%s" as the end of the month after', (text) => expect(dueOf(text)).toBe('2024-05-31'));

  it.each(
    list(
      'EOM + 30 | EOM+30 | EOM 30 | EOM, 30 days | EOM net 30 | 30 days after EOM | 30 days from end of month | 30 days after the end of the month | Net 30 from EOM',
    ),
  )('reads "%s" as the end of the month and then 30 days, the one meaning it has', (text) => {
    expect(dueOf(text)).toBe('2024-05-30');
    expect(understood(text).ambiguous).toBe(false);
  });

  it.each(list('30 EOM | Net 30 EOM | net30eom | n/30 EOM | 30 days EOM | Net 30 (EOM) | Net 30 end of month'))(
    'reads "%s" usually as the end of the month and then 30 days, and the other way when told so',
    (text) => {
      const terms = understood(text);
      expect(terms).toMatchObject({ ambiguous: true, usual: 'eom-first' });
      expect(isoOf(dueDate(terms, ISSUED))).toBe('2024-05-30');
      expect(isoOf(dueDate(terms, ISSUED, 'days-first'))).toBe('2024-05-31');
    },
  );

  it.each(list('30 days end of month | 30 days, end of month | Net 30 days end of month | 30 jours fin de mois'))(
    'reads "%s" usually as 30 days and then the end of that month, and the other way when told so',
    (text) => {
      const terms = understood(text);
      expect(terms).toMatchObject({ ambiguous: true, usual: 'days-first' });
      expect(isoOf(dueDate(terms, ISSUED))).toBe('2024-05-31');
      expect(isoOf(dueDate(terms, ISSUED, 'eom-first'))).toBe('2024-05-30');
    },
  );
});

describe('days of the following month', () => {
  it.each(
    list(
      '15 MFI | 15MFI | 15th MFI | MFI 15 | 15th prox | prox 15 | 15th proximo | net 15th prox | 15th EOM | 15th of following month | due on the 15th of next month | ' +
        '15th of the month following invoice date | day 15 of next month | 15th of month following',
    ),
  )('reads "%s"', (text) => expect(dueOf(text)).toBe('2024-05-15'));

  it.each(
    list('30 days, on the 10th | 30 days on the 10 | 30 days end of month on the 10th | 30 jours fin de mois le 10'),
  )('reads "%s" as 30 days and then the 10th of the month after', (text) => expect(dueOf(text)).toBe('2024-06-10'));

  it('clamps to the end of shorter months, also in leap years', () => {
    const on = (iso: string, text: string): string => isoOf(dueDate(understood(text), dayFromIso(iso) ?? 0));
    expect(on('2024-01-15', '31 MFI')).toBe('2024-02-29');
    expect(on('2023-01-15', '31 MFI')).toBe('2023-02-28');
    expect(on('2023-01-31', '1 month')).toBe('2023-02-28');
    expect(on('2024-02-10', 'EOM')).toBe('2024-02-29');
    expect(on('2023-12-31', 'end of next month')).toBe('2024-01-31');
  });
});

describe('discounts', () => {
  it.each(
    list(
      '2/10 Net 30 | 2/10, n/30 | 2/10 n30 | 2/10/net 30 | 2/10-net 30 | 2% 10 net 30 | 2%/10 net 30 | 2%10 NET30 | 2% 10 days, net 30 days | ' +
        '2% in 10 days, net 30 | 2% discount if paid within 10 days, net 30 | 2% within 10 days, otherwise net 30 | Net 30, 2% 10 days | net 30 2/10 | ' +
        'Net 30 with 2% discount if paid in 10 days | 10 days 2%, 30 days net | 10 Tage 2% Skonto, 30 Tage netto | 2 % Skonto 10 Tage, 30 Tage netto',
    ),
  )('reads "%s" as 2 % until the 10th day and 30 days net', (text) => {
    const terms = understood(text);
    expect(terms.discountRate).toBe(0.02);
    expect(isoOf(discountDate(terms, ISSUED) ?? 0)).toBe('2024-05-02');
    expect(dueOf(text)).toBe('2024-05-22');
  });

  it('takes the discount that ends before the due date where the order leaves it open', () => {
    for (const text of ['30 days, 2% 10 days', '10 days 2%, 30 days', '2% 10 days, 30 days', '30 days, 10 days 2%']) {
      expect({ text, ...understood(text).schedules['eom-first'] }).toEqual({
        text,
        due: { kind: 'days', days: 30 },
        discount: { kind: 'days', days: 10 },
      });
    }
  });

  it('takes no charge for late payment for a discount', () => {
    expect(parseTerms('Net 30, 1.5% after 30 days')).toMatchObject({ problem: 'terms-unknown' });
    expect(parseTerms('Net 30, 1.5% interest per month')).toMatchObject({ problem: 'terms-unknown' });
  });

  it('keeps decimals of the percentage, with a point or a comma', () => {
    expect(understood('1.5/10 net 45').discountRate).toBe(0.015);
    expect(understood('2,5% 10 Tage, netto 30 Tage').discountRate).toBe(0.025);
  });

  // AMA Dictionary of Marketing Terms: with end-of-month dating both periods begin on the first day of the following month.
  it.each(list('2/10 EOM net 30 | 2/10 EOM, n/30 | 2/10, net 30 EOM | 2% 10th prox net 30'))(
    'counts both periods of "%s" from the end of the month',
    (text) => {
      expect(isoOf(discountDate(understood(text), ISSUED) ?? 0)).toBe('2024-05-10');
      expect(dueOf(text)).toBe('2024-05-30');
    },
  );

  it('gives 20 days after the discount where end-of-month dating names no net period', () => {
    expect(dueOf('2/10 EOM')).toBe('2024-05-30');
    expect(dueOf('2/10 prox')).toBe('2024-05-30');
  });

  it('keeps the discount on the invoice date where the month only ends the net period', () => {
    const terms = understood('2/10 net EOM');
    expect(isoOf(discountDate(terms, ISSUED) ?? 0)).toBe('2024-05-02');
    expect(dueOf('2/10 net EOM')).toBe('2024-04-30');
    expect(dueOf('2% 10th prox, net 25th')).toBe('2024-05-25');
  });
});

describe('terms that are not guessed', () => {
  it.each([
    [
      'terms-unknown',
      'soon | CA10 | see contract | Net 30 or as agreed | -30 | net -5 | net | days | 30 business days | 32 MFI | 0 MFI | 15th | 2/10/30 | 1/15/2024 | 2026 | Net 1000 | 100% 10 net 30 | 2% | net 30 2%',
    ],
    ['terms-no-due-date', '2/10 | 2% 10 | 2% 10 days'],
    [
      'terms-from-receipt',
      '2/10 ROG | 2/10 ROG net 30 | net 30 ROG | 30 days from receipt of goods | 30 days after delivery',
    ],
    ['terms-instalments', '50/50 | 30/60/90 | 30% 15 d + 70% 45 d'],
    ['terms-discounts', '3/10, 2/15, net 30 | 3% 10 days, 2% 20 days, net 60'],
  ])('says %s', (problem, texts) => {
    for (const text of list(texts)) expect({ text, ...parseTerms(text) }).toMatchObject({ text, problem });
  });

  it('says what to write instead', () => {
    expect(parseTerms('soon')).toMatchObject({
      finding: expect.stringMatching(/write for example Net 30, 2\/10 Net 30, EOM/),
    });
  });
});
