// The plan of a file that was never set up: answers to questions, and what waits for an answer.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { previewPlan } from '../../../src/usecases/planning/preview-plan';
import { day, fakeWorld } from '../../builders/fake-workbook';

function plan(rows: Cell[][], columns?: Record<string, string>) {
  const world = fakeWorld({ Sheet1: rows });
  return previewPlan(world.ports, { asOf: '2026-11-04', ...(columns ? { columns } : {}) });
}

describe('a plan of a file', () => {
  const header = ['Customer', 'Invoice', 'Due date', 'Amount', 'Email'];
  const row: Cell[] = ['Acme', '1', day('2026-11-01'), 100, 'ap@acme.example'];

  it('says who would be reminded', () => {
    expect(plan([header, row]).reminders).toMatchObject([
      { customer: 'Acme', to: 'ap@acme.example', amounts: { XXX: 100 } },
    ]);
  });

  it('names nobody while two columns may be the payment date, and does once one is named', () => {
    const rows: Cell[][] = [
      [...header, 'Payment date', 'Date paid'],
      [...row, '', ''],
      ['Beta', '2', day('2026-10-01'), 50, 'ap@beta.example', day('2026-10-20'), day('2026-10-21')],
    ];
    const asked = plan(rows);
    expect(asked.questions.map(({ field }) => field)).toEqual(['paidOn']);
    expect(asked.reminders).toEqual([]);
    expect(plan(rows, { paidOn: 'Payment date' }).reminders).toHaveLength(1);
  });

  it('refuses a field or sheet that does not exist with a sentence', () => {
    expect(() => plan([header, row], { colour: 'Email' })).toThrow('There is no field "colour"');
    expect(() => previewPlan(fakeWorld({ Sheet1: [header, row] }).ports, { sheet: 'Other' })).toThrow(
      'There is no sheet "Other"',
    );
  });
});
