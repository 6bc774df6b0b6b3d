// A field in several columns, from Set-up to the plan: offered as one choice, stored, and added up.
import { describe, expect, it } from 'vitest';
import { applySetup, showSetup } from '../../../src/usecases/setup/set-up';
import { day, fakeWorld } from '../../builders/fake-workbook';
import { CHOICE, records } from '../../builders/our-firm';

const HEADERS = ['Customer', 'Invoice', 'Due date', 'Amount', 'Payment 1', 'Payment 2', 'Write-off', 'Email'];
const AND = 'Payment 1 + Payment 2';

describe('payments in several columns', () => {
  const made = fakeWorld({
    Invoices: [HEADERS, ['Acme', '1', day('2026-10-01'), 1000, 400, 300, 50, 'ap@acme.example']],
  });
  made.at('2026-11-04 09:00');
  const view = showSetup(made.ports, '', 0);

  it('are offered as one choice beside each of them', () => {
    expect(view.headers).toEqual([...HEADERS, AND]);
    expect(view.fields.find(({ field }) => field === 'paid')).toMatchObject({ header: AND, sample: ['400'] });
    expect(view.fields.find(({ field }) => field === 'writtenOff')?.header).toBe('Write-off');
  });

  it('are stored as they were shown, and what is open is the amount less all of them', () => {
    const columns = Object.fromEntries(view.fields.map(({ field, header }) => [field, header]));
    applySetup(made.ports, { ...CHOICE, columns });
    const stored = records(made, 'AR Settings').find(({ Setting }) => Setting === 'Column: paid');
    expect(stored?.['Value']).toBe(AND);
    expect(showSetup(made.ports, '', 0).fields.find(({ field }) => field === 'paid')?.header).toBe(AND);
    expect(records(made, 'AR Queue').map(({ Customer, Amounts }) => [Customer, Amounts])).toEqual([['Acme', '250.00']]);
  });
});
