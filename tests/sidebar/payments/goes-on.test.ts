// Whether an import goes on where the last one ended.
import { describe, expect, it } from 'vitest';
import type { AccountEnd } from '../../../src/sidebar/payments/account-ends';
import { goesOn, type Known } from '../../../src/sidebar/payments/goes-on';

const account = (name: string, from: string, end: string, change: Partial<AccountEnd> = {}): AccountEnd => ({
  ...{ account: name, from, end, opening: '', closing: '' },
  ...change,
});
/** Friday 6 Nov is confirmed, and A was read up to Monday 9 Nov. */
const KNOWN: Known = { upTo: '2026-11-06', ends: [['A', '2026-11-09', '10.00']] };

describe('an account of an import', () => {
  it('goes on where its last import ended, or where a person said that payments are in', () => {
    const both = [account('A', '2026-11-10', '2026-11-10'), account('B', '2026-11-09', '2026-11-10')];
    expect(goesOn(both, KNOWN)).toEqual({
      ends: [
        ['A', '2026-11-10', ''],
        ['B', '2026-11-10', ''],
      ],
      loose: [],
    });
  });

  it('stays where it was over a gap of a business day, unless its balance proves that nothing came between', () => {
    const late = account('A', '2026-11-12', '2026-11-12', { opening: '11.00', closing: '12.00' });
    expect(goesOn([late], KNOWN)).toEqual({ ends: [['A', '2026-11-09', '10.00']], loose: [['A', '2026-11-09']] });
    expect(goesOn([{ ...late, opening: '10.00' }], KNOWN).ends).toEqual([['A', '2026-11-12', '12.00']]);
    expect(goesOn([account('C', '2026-11-10', '2026-11-10')], KNOWN).ends).toEqual([['C', '2026-11-06', '']]);
  });

  it('moves nothing back, and nothing before a person said a first day', () => {
    expect(goesOn([account('A', '2026-11-05', '2026-11-08')], KNOWN).ends).toEqual([]);
    expect(goesOn([account('A', '2026-11-05', '2026-11-08')], { upTo: '', ends: [] }).ends).toEqual([]);
  });
});
