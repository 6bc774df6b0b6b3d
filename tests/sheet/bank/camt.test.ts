// Statements in XML of ISO 20022.
import { describe, expect, it } from 'vitest';
import { reportOf } from './reading';

interface Entry {
  amount: string;
  sign?: 'CRDT' | 'DBIT';
  status?: string;
  more?: string;
  details?: string[];
  reference?: string;
}

function entry({ amount, sign = 'CRDT', status = 'BOOK', more = '', details = [], reference = 'A1' }: Entry): string {
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd>${more}<Sts>${status}</Sts>
    <BookgDt><Dt>2026-03-30</Dt></BookgDt><ValDt><Dt>2026-03-31</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef>
    <NtryDtls>${details.map((detail) => `<TxDtls>${detail}</TxDtls>`).join('')}</NtryDtls>
    <AddtlNtryInf>Gutschrift</AddtlNtryInf></Ntry>`;
}

function balance(code: string, amount: string, day: string): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
}

function statement(entries: string, balances = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>${balances}${entries}</Stmt></BkToCstmrStmt></Document>`;
}

const FROM = '<RltdPties><Dbtr><Nm>Acme Tools GmbH</Nm></Dbtr><Cdtr><Nm>Own Ltd</Nm></Cdtr></RltdPties>';
const TEXT = '<RmtInf><Ustrd>Invoice</Ustrd><Ustrd>  4711 </Ustrd></RmtInf>';

describe('a statement of ISO 20022', () => {
  it('gives value date, booking date, payer and remittance text of an entry', () => {
    const { lines, format } = reportOf(statement(entry({ amount: '1190.00', details: [`${FROM}${TEXT}`] })));
    expect(format).toBe('camt.053');
    expect(lines).toEqual([
      {
        row: 2,
        date: '2026-03-31',
        booking: '2026-03-30',
        amount: '1190.00',
        currency: 'EUR',
        payer: 'Acme Tools GmbH',
        text: 'Invoice 4711',
        bankId: 'A1',
      },
    ]);
  });

  it('is complete up to the day of the closing balance', () => {
    const balances = `${balance('OPBD', '10.00', '2026-03-30')}${balance('CLAV', '9.00', '2026-04-02')}${balance('CLBD', '15.00', '2026-03-31')}`;
    const report = reportOf(statement(entry({ amount: '5.00' }), balances));
    expect(report.statementEnd).toBe('2026-03-31');
    expect(report.accounts).toEqual([
      { id: 'DE02120300000000202051', currency: 'EUR', opening: '10.00', closing: '15.00', end: '2026-03-31' },
    ]);
    expect(report.problems).toEqual([]);
  });

  it('tells by how much opening and lines miss the closing balance', () => {
    const balances = `${balance('OPBD', '10.00', '2026-03-30')}${balance('CLBD', '65.00', '2026-03-31')}`;
    const { problems, lines } = reportOf(statement(entry({ amount: '5.00' }), balances));
    expect(lines).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(['balance']);
    expect(problems[0]?.message).toContain('a difference of 50.00 EUR');
  });

  it('leaves announced entries out of the sum, and marks them', () => {
    const balances = `${balance('OPBD', '10.00', '2026-03-30')}${balance('CLBD', '15.00', '2026-03-31')}`;
    const entries = entry({ amount: '5.00' }) + entry({ amount: '99.00', status: 'PDNG', reference: 'A2' });
    const { problems, lines } = reportOf(statement(entries, balances));
    expect(problems).toEqual([]);
    expect(lines.map(({ pending }) => pending)).toEqual([undefined, true]);
  });

  it('makes a line of each payment of a batch whose amounts make up the entry', () => {
    const details = ['10.00', '20.00'].map((amount) => `<Amt Ccy="EUR">${amount}</Amt>${FROM}${TEXT}`);
    const { lines } = reportOf(statement(entry({ amount: '30.00', details })));
    expect(lines.map(({ amount, bankId, batchOf }) => [amount, bankId, batchOf])).toEqual([
      ['10.00', 'A1/1', 2],
      ['20.00', 'A1/2', 2],
    ]);
  });

  it('never guesses the amounts of a batch: without them it stays one line', () => {
    const details = [`${FROM}<RmtInf><Ustrd>R 1</Ustrd></RmtInf>`, '<RmtInf><Ustrd>R 2</Ustrd></RmtInf>'];
    const { lines } = reportOf(statement(entry({ amount: '30.00', details })));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ amount: '30.00', text: 'R 1 R 2', payer: 'Acme Tools GmbH', batchOf: 2 });
  });

  it('names of what came back the party of the payment, and the reason', () => {
    const details = [`${FROM}${TEXT}<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>`];
    const { lines } = reportOf(
      statement(entry({ amount: '59.90', sign: 'DBIT', more: '<RvslInd>true</RvslInd>', details })),
    );
    expect(lines[0]).toMatchObject({ amount: '-59.90', payer: 'Acme Tools GmbH', returnReason: 'AM04' });
  });

  it('names of money out the party that got it', () => {
    const { lines } = reportOf(statement(entry({ amount: '7.00', sign: 'DBIT', details: [`${FROM}${TEXT}`] })));
    expect(lines[0]).toMatchObject({ amount: '-7.00', payer: 'Own Ltd' });
  });

  it('takes charges and the amount that was sent', () => {
    const sent =
      '<AmtDtls><InstdAmt><Amt Ccy="EUR">2000.00</Amt></InstdAmt></AmtDtls><Chrgs><Amt Ccy="EUR">15.00</Amt></Chrgs>';
    const { lines } = reportOf(statement(entry({ amount: '1985.00', details: [`${sent}${FROM}${TEXT}`] })));
    expect(lines[0]).toMatchObject({ charges: '15.00', original: { amount: '2000.00', currency: 'EUR' } });
  });

  it("takes the bank's own words only where nobody wrote anything", () => {
    expect(reportOf(statement(entry({ amount: '5.00' }))).lines[0]?.text).toBe('Gutschrift');
    const reference = '<RmtInf><Strd><CdtrRefInf><Ref>RF18 5390 0754 7034</Ref></CdtrRefInf></Strd></RmtInf>';
    const { lines } = reportOf(statement(entry({ amount: '5.00', details: [reference] })));
    expect(lines[0]).toMatchObject({ text: '', structuredReference: 'RF18539007547034' });
  });

  it('counts an entry that is in the file twice once', () => {
    const report = reportOf(statement(entry({ amount: '5.00' }) + entry({ amount: '5.00' })));
    expect(report.lines).toHaveLength(1);
    expect(report.duplicates).toBe(1);
  });

  it('leaves out an entry whose amount cannot be read, and says which', () => {
    const { lines, problems } = reportOf(
      statement(entry({ amount: '5.001' }) + entry({ amount: '6.00', reference: 'B' })),
    );
    expect(lines.map(({ amount, row }) => [amount, row])).toEqual([['6.00', 3]]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([[2, 'amount-unreadable']]);
  });

  it('takes nothing of a file that is cut off, declares a document type, or is no statement', () => {
    const whole = statement(entry({ amount: '5.00' }));
    const refused = [
      whole.slice(0, whole.length - 60),
      whole.replace('<Document', '<!DOCTYPE Document [<!ENTITY x "y">]><Document'),
      '<?xml version="1.0"?><Document><CstmrCdtTrfInitn/></Document>',
      whole.replace('</Ntry>', '</Entry>'),
      '<html><body>Sign in</body></html>',
    ].map((text) => reportOf(text));
    expect(refused.map(({ refused: why }) => why?.code)).toEqual([
      'cut-off',
      'document-type',
      'no-statement',
      'not-well-formed',
      'web-page',
    ]);
    expect(refused.flatMap(({ lines }) => lines)).toEqual([]);
  });
});
