// Statements of SWIFT, and what banks write into their field :86:.
import { describe, expect, it } from 'vitest';
import { reportOf } from './reading';

function statement(lines: string, close = 'C260401EUR1100,00'): string {
  return `:20:START\r\n:25:DE02120300000000202051\r\n:28C:1/1\r\n:60F:C260331EUR1000,\r\n${lines}\r\n:62F:${close}\r\n-`;
}

describe('a statement of MT940', () => {
  it('gives the German parts of :86: as payer, account, reference and text', () => {
    const report = reportOf(
      statement(
        ':61:2604010331CR100,NTRFNONREF//B1\r\n:86:166?00GUTSCHRIFT?20EREF+E-7?21SVWZ+Rechnung 2026-0431 vom?22 1. April?30BANKDEFF?31DE87999988880000001101?32Acme Tools GmbH?33 & Co. KG',
      ),
    );
    expect(report.problems).toEqual([]);
    expect(report.statementEnd).toBe('2026-04-01');
    expect(report.lines).toEqual([
      {
        row: 2,
        date: '2026-04-01',
        booking: '2026-03-31',
        amount: '100.00',
        currency: 'EUR',
        payer: 'Acme Tools GmbH & Co. KG',
        text: 'Rechnung 2026-0431 vom 1. April',
        bankId: 'B1',
        endToEndId: 'E-7',
        payerAccount: 'DE87999988880000001101',
      },
    ]);
  });

  it('gives the Dutch words of :86:, joined where a line is filled', () => {
    const field = '/TRTP/SEPA OVERBOEKING/IBAN/NL90FAKE0100000011/NAME/Snoek B.V./REMI/Factuur 118/EREF/SZ-1';
    const wrapped = `${field.slice(0, 65)}\r\n${field.slice(65)}`;
    const { lines } = reportOf(statement(`:61:2604010401C100,NTRFNONREF\r\n:86:${wrapped}`));
    expect(lines[0]).toMatchObject({
      payer: 'Snoek B.V.',
      payerAccount: 'NL90FAKE0100000011',
      text: 'Factuur 118',
      endToEndId: 'SZ-1',
    });
  });

  it('knows a creditor reference that is all of the remittance', () => {
    const { lines } = reportOf(
      statement(':61:2604010401C100,NTRFNONREF\r\n:86:/NAME/Acme/REMI/RF18539007547034/EREF/NOTPROVIDED'),
    );
    expect(lines[0]).toMatchObject({ text: '', structuredReference: 'RF18539007547034' });
    expect(lines[0]).not.toHaveProperty('endToEndId');
  });

  it('takes a credit back for RC, and a debit for RD', () => {
    const { lines } = reportOf(
      statement(':61:2604010401RC50,NTRFX//1\r\n:86:a\r\n:61:2604010401RD150,NTRFX//2\r\n:86:b'),
    );
    expect(lines.map(({ amount }) => amount)).toEqual(['-50.00', '150.00']);
  });

  it('reads what was sent and what the bank kept', () => {
    const { lines } = reportOf(
      statement(
        ':61:2604010401DR54,20NRTINONREF//B2\r\n/OCMT/EUR50,00//CHGS/EUR4,20/\r\n:86:109?00RETOURE?20SVWZ+RE 5 MS03?32Acme',
      ),
    );
    expect(lines[0]).toMatchObject({
      amount: '-54.20',
      charges: '4.20',
      original: { amount: '50.00', currency: 'EUR' },
      returnReason: 'MS03',
      text: 'RE 5 MS03',
    });
  });

  it('joins the pages of a statement, and counts a page that is there twice once', () => {
    const page = (opening: string, line: string, closing: string): string =>
      `:20:X\n:25:123456\n:28C:1/1\n:60${opening}\n:61:2604010401C${line}\n:62${closing}\n-\n`;
    const first = page('F:C260331EUR0,', '10,NTRFA//1', 'M:C260401EUR10,');
    const second = page('M:C260401EUR10,', '5,NTRFB', 'F:C260402EUR15,');
    const report = reportOf(first + second + second);
    expect(report.lines.map(({ amount }) => amount)).toEqual(['10.00', '5.00']);
    expect(report.duplicates).toBe(1);
    expect(report.accounts).toEqual([
      { id: '123456', currency: 'EUR', opening: '0.00', closing: '15.00', end: '2026-04-02' },
    ]);
  });

  it('takes the currency off the account it is glued to', () => {
    const text = statement(':61:2604010401C100,NTRFX\r\n:86:a').replace(
      ':25:DE02120300000000202051',
      ':25:NL20INGB0001234567EUR',
    );
    expect(reportOf(text).accounts[0]?.id).toBe('NL20INGB0001234567');
  });

  it('dates an entry of December in the year nearest to its value date', () => {
    const { lines } = reportOf(statement(':61:2601021231C100,NTRFX\r\n:86:a'));
    expect(lines[0]).toMatchObject({ date: '2026-01-02', booking: '2025-12-31' });
  });

  it('takes the reference of the owner where nothing else is said, and parts a name from the address below it', () => {
    const { lines } = reportOf(
      statement(
        ':61:2604010401C50,NTRFINV 7\r\n:61:2604010401C50,NTRFNONREF\r\n:86:020~00VE02\r\n~20FV/12~32ABC SP. Z O.O.~33UL. PROSTA 1',
      ),
    );
    expect(lines.map(({ text, payer }) => [text, payer])).toEqual([
      ['INV 7', ''],
      ['FV/12', 'ABC SP. Z O.O. UL. PROSTA 1'],
    ]);
  });

  it('takes nothing of a file without its last closing balance', () => {
    const text = statement(':61:2604010401C100,NTRFX\r\n:86:a');
    expect(reportOf(text.slice(0, text.indexOf(':62F:'))).refused?.code).toBe('cut-off');
  });

  it('takes lines of an interim report as announced, and knows no end', () => {
    const text =
      ':20:X\r\n:25:123456\r\n:28C:1\r\n:34F:EURD0,\r\n:13D:2603311130+0200\r\n:61:2603310331CR75,NTRFX//V1\r\n:86:a\r\n-';
    const report = reportOf(text);
    expect(report.format).toBe('MT942');
    expect(report.lines[0]).toMatchObject({ amount: '75.00', pending: true });
    expect(report.statementEnd).toBeUndefined();
  });

  it('leaves out a line that cannot be read, and says which', () => {
    const { lines, problems } = reportOf(
      statement(':61:26XX010401C100,NTRFX\r\n:86:a\r\n:61:2604010401C100,NTRFX\r\n:86:b'),
    );
    expect(lines).toHaveLength(1);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([[2, 'line-unreadable']]);
  });
});
