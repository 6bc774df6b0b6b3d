// The verb `match`: lines of a bank's file against an invoice table, in words and as JSON.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchVerb } from '../../../src/local/bank/verb-match';

const folder = mkdtempSync(join(tmpdir(), 'duesheet-match-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const OPEN = `Invoice,Customer,Currency,Amount,Balance,Due date
2026-0412,Acme Tools GmbH,EUR,1250.00,1250.00,2026-03-10
2026-0413,Acme Tools GmbH,EUR,1250.00,1250.00,2026-02-24
2026-0500,Beta Handel AG,EUR,90.00,90.00,2026-03-01
`;
const BANK = `Bank line,Date,Amount,Currency,Payer,Text
b1,2026-03-12,1250.00,EUR,Acme Tools GmbH,Rechnung 2026-0412
b2,2026-03-12,90.00,EUR,Zebra Holding,danke
b3,2026-03-13,1.17,EUR,BANK,Habenzinsen
`;

async function match(...more: string[]): Promise<{ out: string; exit: number }> {
  return await matchVerb([
    '--book',
    file('open.csv', OPEN),
    '--bank',
    file('march.csv', BANK),
    '--as-of',
    '2026-03-31',
    ...more,
  ]);
}

describe('match', () => {
  it('gives proposals, questions and the rest as JSON', async () => {
    const { out, exit } = await match('--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual({
      allocations: [
        {
          row: 2,
          line: 'b1',
          invoice: '2026-0412',
          openRow: 2,
          amount: 1250,
          why: 'Number 2026-0412 in the text. The amount is what is open. The payer is Acme Tools GmbH.',
        },
      ],
      ask: [
        {
          row: 3,
          line: 'b2',
          candidates: ['2026-0500'],
          why: 'The payer is no customer that is known; the amount is what is open.',
        },
      ],
      unmatched: [
        {
          row: 4,
          line: 'b3',
          amount: 1.17,
          as: 'not receivable',
          why: 'Interest or a fee of the bank by its words, not a customer’s payment.',
        },
      ],
      problems: [],
    });
  });

  it('takes other names of a customer from a file', async () => {
    const aliases = file('aliases.csv', 'Customer,Aliases\nBeta Handel AG,Zebra Holding; Zebra GmbH\n');
    const { out } = await match('--aliases', aliases, '--json');
    expect(JSON.parse(out).allocations.map(({ invoice }: { invoice: string }) => invoice)).toEqual([
      '2026-0412',
      '2026-0500',
    ]);
  });

  it('says it in words', async () => {
    const { out } = await match();
    expect(out).toMatch(/^march\.csv: 1 proposed, 1 to ask about, 1 for no invoice\n/);
    expect(out).toContain(
      'row 2, 12 Mar 2026, Acme Tools GmbH: 1,250.00 EUR to 2026-0412. Number 2026-0412 in the text.',
    );
    expect(out).toContain('row 3, 12 Mar 2026, Zebra Holding: 90.00 EUR. The payer is no customer that is known');
    // What money is that goes to no invoice is said in words; the JSON has the fixed ones.
    expect(out).toContain('row 4, 13 Mar 2026, BANK: 1.17 EUR, no payment of a customer. Interest or a fee');
  });

  it('says what is wrong with a file that holds no invoices', async () => {
    const { out, exit } = await matchVerb([
      '--book',
      file('list.csv', 'Name,City\nA,B\n'),
      '--bank',
      file('march.csv', BANK),
    ]);
    expect(exit).toBe(1);
    expect(out).toMatch(/^Nothing was matched\./);
  });
});
