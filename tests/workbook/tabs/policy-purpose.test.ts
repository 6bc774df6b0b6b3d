// The column Purpose of AR Policy as it is read: by its words, empty, not there at all, and not to be understood.
import { describe, expect, it } from 'vitest';
import { POLICY_TAB } from '../../../src/workbook/tab-specs';
import { readPolicy } from '../../../src/workbook/tabs/policy';
import { readTab } from '../../../src/workbook/tabs/records';

const EARLIER = POLICY_TAB.columns
  .map(({ header }) => header)
  .filter((header) => header !== 'Purpose' && header !== 'Attach');
const TASK = ['New', 1, 'due', 50, 'task', 'Task hand-over', 'owner', '', 'review', 5, 'neutral', 'yes', '', ''];
const MAIL = ['New', 2, 'due', 60, 'email', 'Ask kindly', 'billing', '', 'review', 5, 'friendly', 'yes', '', ''];

const read = (values: (string | number)[][]) =>
  readPolicy(readTab(POLICY_TAB, { sheet: 'AR Policy', firstRow: 1, values, display: null }));

describe('what comes along with the mails of a row', () => {
  const attached = (word: string) => {
    const row = ['New', 1, 'due', 2, 'email', 'Friendly', 'billing', '', 'review', 3, 'friendly', 'yes', '', '', word];
    return read([[...EARLIER, 'Attach'], row]);
  };

  it('is statement, documents or both where Attach says so, nothing where it is empty, and a row with any other word is not used', () => {
    expect(attached('Statement').policy[0]?.attach).toEqual(['statement']);
    expect(attached('documents').policy[0]?.attach).toEqual(['documents']);
    for (const both of ['statement, documents', 'Documents; statement', 'documents statement'])
      expect(attached(both).policy[0]?.attach).toEqual(['statement', 'documents']);
    expect(attached('').policy[0]?.attach).toBeUndefined();
    expect(attached('invoice').policy).toEqual([]);
    expect(attached('invoice').problems[0]?.message).toContain(
      'Attach must be "statement" or "documents" or "statement, documents", or empty',
    );
  });
});

describe('the purpose of a row', () => {
  it('is that of our own text in a workbook that has no such column, and nothing is missing', () => {
    const { policy, problems } = read([EARLIER, TASK, MAIL]);
    expect(policy.map(({ purpose }) => purpose)).toEqual(['hand-over', 'reminder']);
    expect(problems).toEqual([]);
  });

  it('is that of our own text where the cell is empty', () => {
    expect(
      read([
        [...EARLIER, 'Purpose'],
        [...TASK, ''],
      ]).policy[0]?.purpose,
    ).toBe('hand-over');
  });

  it('is the word in the cell, wherever the column stands', () => {
    const { policy } = read([
      ['Purpose', ...EARLIER],
      ['Hand-Over', ...MAIL],
      ['reminder', ...TASK],
    ]);
    expect(policy.map(({ purpose }) => purpose)).toEqual(['hand-over', 'reminder']);
  });

  it('keeps a row that only names a text out of the stages', () => {
    const { policy, rows, texts } = read([
      [...EARLIER, 'Purpose'],
      [...MAIL, 'old balance'],
      [...TASK, ''],
    ]);
    expect({ stages: policy.length, rows }).toEqual({ stages: 1, rows: [3] });
    expect(texts).toMatchObject([{ row: 2, stage: { template: 'Ask kindly', purpose: 'old balance' } }]);
  });

  it('that is no purpose is told with what may stand there, and the row is not used', () => {
    const { policy, problems } = read([
      [...EARLIER, 'Purpose'],
      [...MAIL, 'inkasso'],
    ]);
    expect(policy).toEqual([]);
    expect(problems[0]?.message).toBe(
      'AR Policy, row 2: Purpose must be one of reminder, hand-over, hold notice, old balance, order number, heads-up, or empty. The row is not used until it is mended.',
    );
  });
});
