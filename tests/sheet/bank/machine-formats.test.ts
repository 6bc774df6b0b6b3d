// Statements in BAI2 and OFX, and files that are no statements.
import { describe, expect, it } from 'vitest';
import { reportOf, reportOfBytes } from './reading';

const BAI2 = [
  '01,BANK,OWN,260331,0530,1,,,2/',
  '02,OWN,BANK,1,260330,2359,USD,2/',
  '03,000999,USD,010,10000,,,015,22345,,/',
  '88,100,12500,1,/',
  '16,142,12500,V,260401,,W77,,WIRE IN BY ACME, INC',
  '88,REF INV-1/',
  '16,698,155,Z,F1,,WIRE FEE/',
  '49,0,5/',
  '98,0,1,7/',
  '99,0,1,9/',
].join('\n');

describe('a file of BAI2', () => {
  it('gives lines in minor units, debits from code 400 on, and its text with commas', () => {
    const report = reportOf(BAI2);
    expect(report.problems).toEqual([]);
    expect(report.statementEnd).toBe('2026-03-30');
    expect(
      report.lines.map(({ date, booking, amount, text, bankId }) => [date, booking, amount, text, bankId]),
    ).toEqual([
      ['2026-04-01', '2026-03-30', '125.00', 'WIRE IN BY ACME, INC REF INV-1', 'W77'],
      ['2026-03-30', '2026-03-30', '-1.55', 'WIRE FEE', 'F1'],
    ]);
  });

  it('takes nothing where the record that ends the file is missing', () => {
    expect(reportOf(BAI2.slice(0, BAI2.indexOf('\n98'))).refused?.code).toBe('cut-off');
  });
});

const OFX = `OFXHEADER:100
DATA:OFXSGML
CHARSET:1252

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>1<ACCTID>000111<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260330<DTEND>20260331235959.000[-5:EST]
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260330235900.000[-5:EST]<TRNAMT>+1500.00<FITID>A-1<NAME>WREN &amp; CO<MEMO>Invoice 2201</STMTTRN>
<STMTTRN><TRNTYPE>FEE<DTPOSTED>20260330<TRNAMT>-25.00<FITID>A-2<NAME>MONTHLY FEE</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>2000.00<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

describe('a file of OFX', () => {
  it('is read where no tag is closed, on the day of the zone of the bank', () => {
    const report = reportOf(OFX);
    expect(report.accounts).toEqual([{ id: '000111', currency: 'USD', closing: '2000.00', end: '2026-03-31' }]);
    expect(report.lines.map(({ date, amount, payer, text, bankId }) => [date, amount, payer, text, bankId])).toEqual([
      ['2026-03-30', '1500.00', 'WREN & CO', 'Invoice 2201', 'A-1'],
      ['2026-03-30', '-25.00', 'MONTHLY FEE', '', 'A-2'],
    ]);
  });

  it('takes nothing where it does not end', () => {
    expect(reportOf(OFX.slice(0, -40)).refused?.code).toBe('cut-off');
  });
});

describe('what is no statement', () => {
  it('is refused with its reason', () => {
    expect(reportOf('').refused?.code).toBe('empty');
    expect(reportOf('%PDF-1.7 x').refused?.code).toBe('not-a-statement');
    expect(reportOf('PK\u0003\u0004').refused?.code).toBe('not-a-statement');
    expect(reportOf('Name,City\nA,B\n').refused?.code).toBe('no-table');
    expect(reportOf('hello').refused?.code).toBe('no-table');
  });

  it('tells letters that were lost before the file was saved', () => {
    const { problems } = reportOf('Date,Payer,Amount,Currency\n2026-03-01,M\ufffdller GmbH,5.00,EUR\n');
    expect(problems.map(({ row, code }) => [row, code])).toEqual([[2, 'encoding']]);
  });

  it('tells an XML file that is not written as it says', () => {
    const text =
      '<?xml version="1.0" encoding="UTF-8"?><Document><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>' +
      '<BookgDt><Dt>2026-03-01</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Müller</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>';
    const report = reportOfBytes(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
    expect(report.lines[0]?.payer).toBe('Müller');
    expect(report.problems.map(({ code }) => code)).toEqual(['encoding']);
  });
});
