// Tables of banks in many languages: headers, signs, balances around them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankReport } from '../../../src/sheet/bank/bank-report';
import { reportOf, reportOfBytes } from './reading';

interface Expected {
  account?: string;
  end?: string;
  opening?: string;
  closing?: string;
  lines: [date: string, amount: string, currency: string, payer: string, text: string][];
}

/** Exports after the manner of banks, with invented parties. */
const EXPORTS: Record<string, { text: string; expected: Expected }> = {
  'Spanish, with the account above and F. Valor': {
    text: `Cuenta: ES91 2100 0418 4502 0005 1332
Titular: EMPRESA INVENTADA SL
Saldo: 5.430,20 EUR

F. Operación;F. Valor;Concepto;Ordenante;Importe;Saldo
31/03/2026;31/03/2026;TRANSFERENCIA FACTURA 26/118;TALLERES HUERTA SL;1.230,20;5.430,20
30/03/2026;31/03/2026;COMISION MANTENIMIENTO;;-12,00;4.200,00
`,
    expected: {
      account: 'ES91 2100 0418 4502 0005 1332',
      opening: '4212.00',
      closing: '5430.20',
      lines: [
        ['2026-03-31', '1230.20', 'EUR', 'TALLERES HUERTA SL', 'TRANSFERENCIA FACTURA 26/118'],
        ['2026-03-31', '-12.00', 'EUR', '', 'COMISION MANTENIMIENTO'],
      ],
    },
  },
  'Italian, with dare and avere and a last balance': {
    text: `Rapporto;01234/000000123456
Periodo dal;01/03/2026;al;31/03/2026
Saldo iniziale;1.000,00
Data;Valuta;Descrizione;Dare;Avere;Divisa
02/03/2026;03/03/2026;BONIFICO A VOSTRO FAVORE DA ROSSI SRL FATT. 45;;450,00;EUR
10/03/2026;10/03/2026;COMMISSIONI;3,50;;EUR
Saldo finale;;;;1.446,50;EUR
`,
    expected: {
      account: '01234/000000123456',
      end: '2026-03-31',
      opening: '1000.00',
      closing: '1446.50',
      lines: [
        ['2026-03-03', '450.00', 'EUR', '', 'BONIFICO A VOSTRO FAVORE DA ROSSI SRL FATT. 45'],
        ['2026-03-10', '-3.50', 'EUR', '', 'COMMISSIONI'],
      ],
    },
  },
  'Swedish, the name where sender and receiver are empty': {
    text: `Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta
2026-03-31;"1 250,00";;;Granskog AB;Faktura 3011;"3 500,00";SEK
2026-03-30;"-99,00";;;Bank;Avgift;"2 250,00";SEK
`,
    expected: {
      opening: '2349.00',
      closing: '3500.00',
      lines: [
        ['2026-03-31', '1250.00', 'SEK', 'Granskog AB', 'Faktura 3011'],
        ['2026-03-30', '-99.00', 'SEK', 'Bank', 'Avgift'],
      ],
    },
  },
  'German, with payer and receiver and announced lines': {
    text: `Buchungsdatum;Wertstellung;Status;Zahlungspflichtige*r;Zahlungsempfänger*in;Verwendungszweck;Umsatztyp;IBAN;Betrag (€);Gläubiger-ID;Mandatsreferenz;Kundenreferenz
31.03.26;31.03.26;Gebucht;Muster GmbH;Eigene Firma;RE 100;Eingang;DE89370400440532013000;1.000,5;;;
30.03.26;30.03.26;Gebucht;Eigene Firma;Strom AG;Abschlag;Ausgang;DE12500105170648489890;-89,9;;;
01.04.26;;Vorgemerkt;Neu KG;Eigene Firma;RE 101;Eingang;DE02120300000000202051;10;;;
`,
    expected: {
      lines: [
        ['2026-03-31', '1000.50', 'EUR', 'Muster GmbH', 'RE 100'],
        ['2026-03-30', '-89.90', 'EUR', 'Strom AG', 'Abschlag'],
        ['2026-04-01', '10.00', 'EUR', 'Neu KG', 'RE 101'],
      ],
    },
  },
  "English, with the other party's account beside its name": {
    text: `"Date","Payee","Account number","Transaction type","Payment reference","Amount (EUR)","Amount (Foreign Currency)","Type Foreign Currency","Exchange Rate"
"2026-03-31","Acme Inc","DE89370400440532013000","Income","Invoice 7","920.0","1000.0","USD","1.087"
"2026-03-30","Shop","DE02120300000000202051","MasterCard Payment","","-12.5","-12.5","EUR","1.0"
`,
    expected: {
      lines: [
        ['2026-03-31', '920.00', 'EUR', 'Acme Inc', 'Invoice 7'],
        ['2026-03-30', '-12.50', 'EUR', 'Shop', 'MasterCard Payment'],
      ],
    },
  },
  'Belgian, with a structured message': {
    text: `Rekeningnummer;Rubrieknaam;Naam;Munt;Afschriftnummer;Datum;Omschrijving;Valuta;Bedrag;Saldo;credit;debet;rekeningnummer tegenpartij;BIC tegenpartij;Naam tegenpartij;Adres tegenpartij;gestructureerde mededeling;Vrije mededeling
BE68539007547034;;EIGEN BV;EUR; 02026004;31/03/2026;OVERSCHRIJVING VAN;31/03/2026;121,00;1.121,00;121,00;;BE43068999999501;GKCCBEBB;PEETERS NV;Laan 1;***090/1234/56701***;
BE68539007547034;;EIGEN BV;EUR; 02026004;31/03/2026;KOSTEN;31/03/2026;-2,00;1.119,00;;-2,00;;;;;;kosten maart
`,
    expected: {
      account: 'BE68539007547034',
      opening: '1000.00',
      closing: '1119.00',
      lines: [
        ['2026-03-31', '121.00', 'EUR', 'PEETERS NV', 'OVERSCHRIJVING VAN'],
        ['2026-03-31', '-2.00', 'EUR', '', 'KOSTEN kosten maart'],
      ],
    },
  },
  'Czech, with the variable symbol': {
    text: `Datum;Objem;Měna;Protiúčet;Název protiúčtu;KS;VS;SS;Zpráva pro příjemce;Typ;ID pohybu
31.03.2026;12 100,00;CZK;123456789/0100;Stavby s.r.o.;0308;2026011;;úhrada;Příchozí platba;7788
30.03.2026;-50,00;CZK;;;;;;poplatek;Poplatek;7787
`,
    expected: {
      lines: [
        ['2026-03-31', '12100.00', 'CZK', 'Stavby s.r.o.', 'úhrada 2026011'],
        ['2026-03-30', '-50.00', 'CZK', '', 'poplatek'],
      ],
    },
  },
  'Brazilian, labels above their values': {
    text: `Agência;Conta
1234;56789-0
Data;Lançamento;Detalhes;Valor (R$);Saldo (R$)
31/03/2026;PIX RECEBIDO;EMPRESA BOA LTDA NF 551;1.500,00;2.500,00
30/03/2026;TARIFA;;-45,90;1.000,00
`,
    expected: {
      account: '56789-0',
      opening: '1045.90',
      closing: '2500.00',
      lines: [
        ['2026-03-31', '1500.00', 'BRL', '', 'EMPRESA BOA LTDA NF 551'],
        ['2026-03-30', '-45.90', 'BRL', '', 'TARIFA'],
      ],
    },
  },
  'Swiss, with an apostrophe for thousands': {
    text: `"Konto:";"CH4699999000000012345"
"Datum von:";"01.03.2026"
"Datum bis:";"31.03.2026"
"Währung:";"CHF"
Datum;Bewegungstyp;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Label;Kategorie
31.03.2026;Gutschrift;GUTSCHRIFT VON FREMDBANK AUFTRAGGEBER: MURMEL AG MITTEILUNGEN: RE 5;1'234.50;;;
30.03.2026;Gebühr;KONTOFUEHRUNG;;-5.00;;
`,
    expected: {
      account: 'CH4699999000000012345',
      lines: [
        ['2026-03-31', '1234.50', 'CHF', '', 'GUTSCHRIFT VON FREMDBANK AUFTRAGGEBER: MURMEL AG MITTEILUNGEN: RE 5'],
        ['2026-03-30', '-5.00', 'CHF', '', 'KONTOFUEHRUNG'],
      ],
    },
  },
};

describe('a table of a bank', () => {
  it.each(Object.entries(EXPORTS))('%s', (_, { text, expected }) => {
    const report = reportOf(text);
    const [account] = report.accounts;
    expect(
      report.lines.map(({ date, amount, currency, payer, text: said }) => [date, amount, currency, payer, said]),
    ).toEqual(expected.lines);
    expect(account).toEqual({
      id: expected.account ?? '',
      currency: expected.lines[0]?.[2],
      ...(expected.opening ? { opening: expected.opening } : {}),
      ...(expected.closing ? { closing: expected.closing } : {}),
      ...(expected.end ? { end: expected.end } : {}),
    });
    expect(report.statementEnd).toBe(expected.end);
    expect(report.problems).toEqual([]);
  });

  it('takes a structured message with right check digits as a reference', () => {
    const report = reportOf(EXPORTS['Belgian, with a structured message']?.text ?? '');
    expect(report.lines[0]?.structuredReference).toBe('090123456701');
  });

  it('marks the lines that the bank only announces', () => {
    const report = reportOf(EXPORTS['German, with payer and receiver and announced lines']?.text ?? '');
    expect(report.lines.map(({ pending }) => pending)).toEqual([undefined, undefined, true]);
  });

  it('is money out in a debit column, with a minus or without', () => {
    const { lines } = reportOf(
      'Date,Description,Paid out,Paid in\n2026-03-01,a,5.00,\n2026-03-02,b,-6.00,\n2026-03-03,c,,7.00\n',
      {
        currency: 'GBP',
      },
    );
    expect(lines.map(({ amount }) => amount)).toEqual(['-5.00', '-6.00', '7.00']);
  });

  it('goes by the word beside the amount', () => {
    const { lines } = reportOf('Datum;Bedrag (EUR);Af Bij;Mededelingen\n20260331;"1,00";Af;a\n20260331;"2,00";Bij;b\n');
    expect(lines.map(({ amount }) => amount)).toEqual(['-1.00', '2.00']);
  });

  it('reads the dates of all rows in one order, told by any of them', () => {
    const british = reportOf('Date,Description,Amount,Currency\n01/04/2026,a,1.00,GBP\n13/04/2026,b,2.00,GBP\n');
    expect(british.lines.map(({ date }) => date)).toEqual(['2026-04-01', '2026-04-13']);
    const american = reportOf('Date,Description,Amount,Currency\n4/1/26,a,1.00,USD\n4/13/26,b,2.00,USD\n');
    expect(american.lines.map(({ date }) => date)).toEqual(['2026-04-01', '2026-04-13']);
  });

  it('tells the order of dates by how the lines follow one another, where no day is above twelve', () => {
    const { lines } = reportOf(
      'Date,Description,Amount,Currency\n11/02/2026,a,1.00,EUR\n01/03/2026,b,2.00,EUR\n02/03/2026,c,2.00,EUR\n',
    );
    expect(lines.map(({ date }) => date)).toEqual(['2026-02-11', '2026-03-01', '2026-03-02']);
  });

  it('leaves out and names the rows that hold money and cannot be read; totals were never money', () => {
    const report = reportOf(
      'Date,Description,Amount,Currency\n2026-13-01,a,50.00,EUR\n2026-03-02,b,abc,EUR\n2026-03-02,c,12.345,EUR\n,Total,150.00,EUR\n2026-03-03,d,10.00,EUR\n',
    );
    expect(report.lines.map(({ row, amount }) => [row, amount])).toEqual([[6, '10.00']]);
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'date-unreadable'],
      [3, 'amount-unreadable'],
      [4, 'amount-unreadable'],
    ]);
  });

  it('keeps two equal rows without a number of the bank, and flags the second', () => {
    const report = reportOf(
      'Date,Description,Amount,Currency\n2026-03-03,INV 4,10.00,EUR\n2026-03-03,INV 4,10.00,EUR\n',
    );
    expect(report.lines.map(({ flagged }) => flagged)).toEqual([undefined, true]);
    expect(report.problems.map(({ code }) => code)).toEqual(['same-twice']);
  });

  it('takes a currency that is glued to the account', () => {
    const { accounts } = reportOf(
      'Conta: 0035 1234567890 EUR\nData mov.;Data valor;Descrição;Débito;Crédito\n31-03-2026;31-03-2026;TRF;;1.000,00\n',
    );
    expect(accounts).toEqual([{ id: '0035 1234567890', currency: 'EUR' }]);
  });

  it('asks for the currency where none is named', () => {
    const text = 'Date,Description,Amount\n2026-03-03,a,10.00\n';
    expect(reportOf(text).problems.map(({ code }) => code)).toEqual(['currency-unknown']);
    expect(reportOf(text, { currency: 'DKK' }).lines[0]).toMatchObject({ amount: '10.00', currency: 'DKK' });
  });

  it('reads Danish letters of Windows', () => {
    const text =
      'Dato;Tekst;Afsender;Bel\u00f8b;Saldo;Valuta\n09-03-2026;Faktura 4410;Bl\u00e5mejse Byg ApS;6.250,00;6.350,00;DKK\n';
    const report = reportOfBytes(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
    expect(report.lines[0]).toMatchObject({ payer: 'Bl\u00e5mejse Byg ApS', amount: '6250.00', currency: 'DKK' });
  });

  it('reads the typed cells of a spreadsheet', () => {
    const rows = [
      ['Date', 'Payer', 'Amount', 'Currency'],
      [{ day: 20_543 }, 'Acme', 1250.5, 'EUR'],
    ];
    expect(bankReport({ rows }).lines).toEqual([
      { row: 2, date: '2026-03-31', amount: '1250.50', currency: 'EUR', payer: 'Acme', text: '' },
    ]);
  });

  it('gives every amount as it is written, to the cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
        fc.constantFrom(',', '.'),
        (cents, mark) => {
          const figures = String(Math.abs(cents)).padStart(3, '0');
          const whole = figures.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, mark === ',' ? '.' : ',');
          const written = `${cents < 0 ? '-' : ''}${whole}${mark}${figures.slice(-2)}`;
          const { lines } = reportOf(`Date;Text;Amount;Currency\n2026-03-03;a;${written};EUR\n`);
          expect(lines[0]?.amount).toBe(`${cents < 0 ? '-' : ''}${figures.slice(0, -2)}.${figures.slice(-2)}`);
        },
      ),
      { numRuns: 60 },
    );
  });
});
