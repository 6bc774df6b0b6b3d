// The rules of AR Segments: what holds for whom, the first of several, those never reached, what each would catch.
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../src/dunning/policy/default-policy';
import { catches, checkRules } from '../../../src/dunning/segments/rule-check';
import { ruleInWords, ruleOf, type SegmentRule, type Subject } from '../../../src/dunning/segments/segment-rule';
import {
  type RuleFacts,
  segmentsOfDays,
  toldRules,
  untoldRules,
} from '../../../src/dunning/segments/segments-by-rules';
import { bookAsOf } from '../../../src/receivables/book';
import { DEFAULT_SEGMENT_SETTINGS } from '../../../src/receivables/segment-settings';
import type { Cell } from '../../../src/sheet/grid';
import { SEGMENTS_TAB } from '../../../src/workbook/tab-specs';
import { readTab } from '../../../src/workbook/tabs/records';
import { readSegmentRules } from '../../../src/workbook/tabs/segment-rules';
import { invoiceRow, on } from '../../receivables/invoice-rows';

type Line = [order: Cell, segment: string, field: string, is: string, value: Cell, active?: string];

function rules(...lines: Line[]): SegmentRule[] {
  const header = SEGMENTS_TAB.columns.map(({ header: name }) => name);
  const values: Cell[][] = [header, ...lines.map(([a, b, c, d, e, active = 'yes']) => [a, b, c, d, e, active, ''])];
  return readSegmentRules(readTab(SEGMENTS_TAB, { sheet: 'AR Segments', firstRow: 1, values, display: null }), [
    'Sales_Region',
    'Tier',
  ]);
}

const SUBJECT: Subject = {
  key: 'acme',
  balance: new Map([
    ['EUR', 12_000],
    ['GBP', 400],
  ]),
  overdue: new Map([['EUR', 3000]]),
  daysBeyondTerms: 12.5,
  share: 0.08,
  oldest: 45,
  brokenPromises: 1,
  limitUsed: 0.85,
  kind: 'business',
  country: 'DE',
  computedSegment: 'Delinquent SMB',
  size: 'SMB',
  cellsOf: (column) => (column === 'Tier' ? [2] : ['North', 'Süd']),
};
const named = (...lines: Line[]): string => ruleOf(rules(...lines), SUBJECT)?.segment ?? '';
const isNamed = (field: string, is: string, value: Cell): boolean => named([1, 'Key', field, is, value]) === 'Key';
const codes = (...lines: Line[]): string[] => checkRules(rules(...lines), defaultPolicy()).map(({ code }) => code);

describe('the segments of a day of the past', () => {
  const settings = DEFAULT_SEGMENT_SETTINGS;
  const ruled = rules(
    [1, 'Key', 'Tier', 'at least', 2],
    [1, 'Key', 'balance', 'at least', '1,000'],
    [2, 'Abroad', 'country', 'is not', 'DE'],
    [3, 'Off', 'balance', 'at least', '0', 'no'],
  );
  const customers = new Map([
    ['acme', { kind: 'business' as const, country: 'DE' }],
    ['beta', { kind: 'business' as const, country: 'FR' }],
  ]);
  const looksAt = { rules: ruled, customers, cellsOf: () => [2], limitOf: () => null };
  const book = bookAsOf(
    [
      invoiceRow({ invoice: '1', customer: 'Acme', issued: on('2026-01-05'), amount: 150_000 }),
      invoiceRow({ invoice: '2', customer: 'Beta', issued: on('2026-01-05'), amount: 10 }),
    ],
    on('2026-02-01'),
  );

  it('are those of its rules by the figures of that day, in the page too', () => {
    const named = (facts: RuleFacts | null): string[] =>
      [...segmentsOfDays(settings, facts)(book, on('2026-02-01'))].map(([key, { segment }]) => `${key} ${segment}`);
    expect(named(looksAt)).toEqual(['acme Key', 'beta Abroad']);
    const told = JSON.parse(JSON.stringify(toldRules(looksAt)));
    expect(told.rules).toHaveLength(2);
    const kinds = new Map([...customers].map(([key]) => [key, { kind: 'business' as const, country: '' }]));
    expect(named(untoldRules(told, kinds))).toEqual(['acme Key', 'beta Abroad']);
    expect(toldRules({ ...looksAt, rules: ruled.slice(2) })).toBeNull();
    expect(named(null)).toEqual(['acme New', 'beta New']);
  });
});

describe('a line', () => {
  it.each<[string, string, Cell, boolean]>([
    ['balance', 'at least', '10,000', true],
    ['balance', 'at least', '12000 EUR', true],
    ['balance', 'at least', '500 GBP', false],
    ['balance', 'at least', 'USD 1', false],
    ['Balance', 'at most', '11,999.99', false],
    ['balance', 'at most', '400 GBP', true],
    ['balance', 'between', '300 and 500', true],
    ['overdue', 'at most', '0 GBP', true],
    ['days beyond terms', 'between', '10-30', true],
    ['days beyond terms', 'at least', '12.6 days', false],
    ['share of portfolio', 'at least', '8%', true],
    ['share of portfolio', 'at least', '8', true],
    ['share of portfolio', 'at least', 0.081, false],
    ['oldest', 'is', '45', true],
    ['oldest', 'is not', '45', false],
    ['broken promises', 'at least', 1, true],
    ['limit used', 'at least', '80 %', true],
    ['limit used', 'at least', '90', false],
    ['limit used', 'at most', 1.2, true],
    ['kind', 'is', 'business; sole trader', true],
    ['kind', 'is not', 'consumer', true],
    ['country', 'is', 'Germany', true],
    ['country', 'is', 'AT;CH', false],
    ['computed segment', 'contains', 'delinquent', true],
    ['size', 'is', 'small', true],
    ['sales_region', 'is', 'SUD', true],
    ['Sales_Region', 'is not', 'North', false],
    ['Sales_Region', 'contains', 'ort', true],
    ['Tier', 'at least', '2', true],
    ['Tier', 'is', '3', false],
  ])('%s %s %s', (field, is, value, expected) => {
    expect(checkRules(rules([1, 'Timely', field, is, value]), defaultPolicy())).toEqual([]);
    expect(isNamed(field, is, value)).toBe(expected);
  });

  it('about a figure that is not known never holds', () => {
    const unknown = { ...SUBJECT, daysBeyondTerms: null, limitUsed: null };
    for (const field of ['days beyond terms', 'limit used'])
      for (const is of ['at least', 'at most'])
        expect(ruleOf(rules([1, 'Key', field, is, is === 'at least' ? 0 : 9]), unknown)).toBeUndefined();
  });
});

describe('rules', () => {
  it('hold where all lines of their Order hold, and the lowest Order names the segment, wherever it stands', () => {
    const broad: Line = [5, 'Broad', 'balance', 'at least', 1];
    expect(named(broad, [2, 'Key', 'balance', 'at least', 1], [2, 'Key', 'country', 'is', 'DE'])).toBe('Key');
    expect(named(broad, [2, 'Key', 'balance', 'at least', 1], [2, 'Key', 'country', 'is', 'FR'])).toBe('Broad');
    expect(named([2, 'Key', 'country', 'is', 'DE', 'no'], broad)).toBe('Broad');
    expect(named([2, 'Key', 'country', 'is', 'DE', ''], broad)).toBe('Broad');
  });

  it('tell themselves in words', () => {
    const [rule] = rules([2, 'Key', 'balance', 'at least', '10,000'], [2, '', 'Tier', 'is', '']);
    expect(rule && ruleInWords(rule)).toBe('rule 2 (balance at least 10,000.00; Tier is empty)');
  });

  it.each<[string, Line[]]>([
    ['rule-order', [['first', 'Timely', 'oldest', 'at least', 1]]],
    ['rule-field', [[1, 'Timely', 'oldst', 'at least', 1]]],
    ['rule-field', [[1, 'Timely', '', 'at least', 1]]],
    ['rule-is', [[1, 'Timely', 'oldest', 'over', 1]]],
    ['rule-value', [[1, 'Timely', 'oldest', 'at least', 'old']]],
    ['rule-value', [[1, 'Timely', 'oldest', 'at least', '']]],
    ['rule-value', [[1, 'Timely', 'balance', 'at least', '10.000']]],
    ['rule-value', [[1, 'Timely', 'oldest', 'between', 10]]],
    ['rule-value', [[1, 'Timely', 'oldest', 'between', '30 and 10']]],
    ['rule-value', [[1, 'Timely', 'oldest', 'contains', 1]]],
    ['rule-value', [[1, 'Timely', 'kind', 'at least', 1]]],
    ['rule-value', [[1, 'Timely', 'kind', 'is', 'bussiness']]],
    ['rule-value', [[1, 'Timely', 'country', 'is', 'Atlantis']]],
    ['rule-active', [[1, 'Timely', 'oldest', 'at least', 1, 'maybe']]],
    ['rule-without-segment', [[1, '', 'oldest', 'at least', 1]]],
    [
      'rule-contradicts',
      [
        [1, 'Timely', 'oldest', 'at least', 1],
        [1, 'New', 'oldest', 'at most', 9],
      ],
    ],
    [
      'rule-half-active',
      [
        [1, 'Timely', 'oldest', 'at least', 1],
        [1, 'Timely', 'oldest', 'at most', 9, 'no'],
      ],
    ],
  ])('with a fault are told (%s) and never count', (code, lines) => {
    const findings = checkRules(rules(...lines), defaultPolicy());
    expect(findings.map((one) => [one.code, one.severity])).toContainEqual([code, 'error']);
    expect(findings[0]?.message).toMatch(/^AR Segments, row 2: \S.*\.$/);
    expect(named(...lines)).toBe('');
  });

  it('name the field that was probably meant', () => {
    const [finding] = checkRules(rules([1, 'Timely', 'oldst', 'at least', 1]), defaultPolicy());
    expect(finding?.message).toContain('Did you mean "oldest"?');
  });

  it.each<[string, Line[]]>([
    [
      'a wider interval before',
      [
        [1, 'New', 'oldest', 'at least', 10],
        [2, 'Timely', 'oldest', 'at least', 30],
      ],
    ],
    [
      'the same before',
      [
        [1, 'New', 'kind', 'is', 'consumer'],
        [2, 'Timely', 'kind', 'is', 'consumer'],
      ],
    ],
    [
      'one of more words before',
      [
        [1, 'New', 'country', 'is', 'DE; AT'],
        [2, 'Timely', 'country', 'is', 'at'],
      ],
    ],
    [
      'a part of the word before',
      [
        [1, 'New', 'Tier', 'contains', 'go'],
        [2, 'Timely', 'Tier', 'is', 'gold'],
      ],
    ],
  ])('that are never reached are told: %s', (_, lines) => {
    expect(codes(...lines)).toEqual(['rule-unreachable']);
    // An inactive rule takes nobody, and more lines are narrower.
    const [first, ...rest] = lines as [Line, ...Line[]];
    const [order, segment, field, is, value] = first;
    expect(codes([order, segment, field, is, value, 'no'], ...rest)).toEqual([]);
    expect(codes(first, [1, first[1], 'broken promises', 'at least', 1], ...rest)).toEqual([]);
  });

  it('that can hold for nobody are told', () => {
    expect(codes([1, 'New', 'oldest', 'at least', 30], [1, 'New', 'oldest', 'at most', 10])).toEqual([
      'rule-impossible',
    ]);
    expect(codes([1, 'New', 'kind', 'is', 'consumer'], [1, 'New', 'kind', 'is not', 'consumer'])).toEqual([
      'rule-impossible',
    ]);
    // Of several currencies one may be above and another below.
    expect(codes([1, 'New', 'balance', 'at least', 30], [1, 'New', 'balance', 'at most', 10])).toEqual([]);
  });

  it('that name a segment without steps are told, with the name that was probably meant', () => {
    const [finding] = checkRules(rules([1, 'Timly', 'oldest', 'at least', 1]), defaultPolicy());
    expect(finding).toMatchObject({ code: 'rule-without-ladder', severity: 'warning', row: 2 });
    expect(finding?.message).toContain('a person approves each mail');
    expect(finding?.message).toContain('Did you mean "Timely"?');
  });

  it('say whom each would catch, and whom earlier ones that are on leave to it', () => {
    const other = { ...SUBJECT, key: 'bolt', country: 'FR' };
    const lines: Line[] = [
      [1, 'Key', 'country', 'is', 'DE'],
      [2, 'Old', 'oldest', 'at least', 30, 'no'],
      [3, 'Any', 'oldest', 'at least', 0],
    ];
    const found = catches(rules(...lines), [SUBJECT, other]);
    expect(found.map(({ holds }) => holds.length)).toEqual([1, 2, 2]);
    expect(found.map(({ takes }) => takes)).toEqual([['acme'], ['bolt'], ['bolt']]);
  });
});
