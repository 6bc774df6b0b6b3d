// What the policy check finds, by example: a sentence with the row for each thing that is off, and nothing for the default matrix.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy, ladderRows } from '../../../src/dunning/policy/default-policy';
import { type HintContext, policyHints } from '../../../src/dunning/policy/hints/policy-hints';
import type { LadderName } from '../../../src/dunning/policy/ladders';
import type { PolicyRow } from '../../../src/dunning/policy/policy';
import { type PolicyContext, policyFaults } from '../../../src/dunning/policy/policy-check';
import type { PolicyFinding } from '../../../src/dunning/policy/policy-finding';
import { PURPOSES } from '../../../src/dunning/policy/purposes';
import { SEGMENTS_BY_BEHAVIOUR } from '../../../src/receivables/segment-words';
import { day, ladder } from '../../builders/dunning-facts';

interface Context extends Omit<HintContext, 'customers'>, Omit<PolicyContext, 'customers'> {
  customers: [string, number][];
}

function context(change: Partial<Context> = {}): Context {
  return {
    computed: SEGMENTS_BY_BEHAVIOUR,
    customers: [['New', 3]],
    checkTemplate: () => null,
    languages: ['en'],
    ownLanguage: 'en',
    texts: [],
    asOf: day('2026-11-23'),
    country: 'DE',
    holidaysUntil: day('2028-12-26'),
    isAutomatic: false,
    ladder: 'usual',
    documents: 'files',
    ...change,
  };
}

/** All that the page shows: what the script tells, then what is found in the page. */
function check(policy: readonly PolicyRow[], change: Partial<Context> = {}): PolicyFinding[] {
  const rows = policy.map((stage, at) => ({ stage, row: at + 2 }));
  const all = context(change);
  return [...policyFaults(rows, { ...all, customers: new Map(all.customers) }), ...policyHints(rows, all)];
}

/** `warning days-not-rising 3` for each finding. */
function found(policy: readonly PolicyRow[], change: Partial<Context> = {}): string[] {
  return check(policy, change).map(({ severity, code, row }) => `${severity} ${code} ${row}`);
}

const TASK: Partial<PolicyRow> = { channel: 'task', to: ['owner'], template: 'Task hand-over' };

describe('the policy check', () => {
  it('finds nothing graver than a note in the default matrix', () => {
    const findings = check(defaultPolicy());
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect([...new Set(findings.map(({ code }) => code))]).toEqual(['tone-falls']);
  });

  it('says that nobody is ever reminded where no stage is active', () => {
    expect(found([])).toContain('error no-stages 0');
    expect(found(ladder('New', [[3, 'friendly', { active: false }]]))).toContain('error no-stages 0');
  });

  it('says where documents are asked for and no column has any, or they go as links', () => {
    const steps = ladder('New', [
      [3, 'friendly', { attach: ['documents'] }],
      [9, 'friendly', { attach: ['documents'], active: false }],
      [12, 'friendly', { attach: ['statement'] }],
    ]);
    const told = (documents: HintContext['documents']) =>
      check(steps, { documents }).filter(({ code }) => code.includes('document'));
    expect(told('files')).toEqual([]);
    expect(told('none')).toMatchObject([{ severity: 'warning', code: 'no-document-column', row: 2 }]);
    expect(told('none')[0]?.message).toContain(
      '1 step says documents under Attach, but the invoice sheet has no column',
    );
    expect(told('links')).toMatchObject([{ severity: 'note', code: 'documents-as-links', row: 2 }]);
  });

  it('asks whether a name nobody has is a slip of the pen', () => {
    const [finding] = check([...ladder('New', [[3, 'friendly']]), ...ladder('Tmely', [[3, 'friendly']])]);
    expect(finding).toMatchObject({ severity: 'warning', code: 'segment-unknown', row: 3 });
    expect(finding?.message).toContain('Did you mean "Timely"?');
  });

  it('takes a name that people gave by override as known', () => {
    const customers: [string, number][] = [['Friends', 1]];
    expect(found(ladder('Friends', [[3, 'friendly']]), { customers })).toEqual([]);
  });

  it('says which customers are on the rows of Default, and when there are none', () => {
    const customers: [string, number][] = [['Timely', 2]];
    expect(found(ladder('Default', [[3, 'friendly']]), { customers })).toEqual(['note segment-on-default 0']);
    expect(found(ladder('New', [[3, 'friendly']]), { customers })).toEqual(['error segment-without-rows 0']);
  });

  it('warns of a segment whose only rows are about something else than the due date', () => {
    const statement = ladder('Timely', [[0, 'neutral', { anchor: 'month' }]]);
    expect(found([...ladder('New', [[3, 'friendly']]), ...statement])).toEqual(['warning segment-without-ladder 3']);
    expect(
      found([...ladder('New', [[3, 'friendly']]), ...ladder('Timely', [[3, 'friendly', { active: false }]])]),
    ).toEqual(['note segment-off 3']);
  });

  it('finds a number that is there twice, in one segment and around one day', () => {
    const [first, second] = ladder('New', [
      [3, 'friendly'],
      [9, 'personal'],
    ]) as [PolicyRow, PolicyRow];
    expect(found([first, { ...second, stage: 1 }])).toEqual(['error stage-twice 3']);
    expect(found([first, { ...second, stage: 1, active: false }])).toEqual([]);
    expect(found([first, { ...second, stage: 1, anchor: 'month', days: 0 }])).toEqual([]);
  });

  it('finds days that do not rise with the stages', () => {
    const steps = ladder('New', [
      [12, 'friendly'],
      [5, 'personal'],
    ]);
    expect(found(steps)).toEqual(['warning days-not-rising 3']);
  });

  it('finds a stage before the due date that stands behind one after it', () => {
    const steps = ladder('New', [
      [2, 'friendly'],
      [-3, 'friendly'],
      [9, 'personal'],
    ]);
    expect(found(steps)).toEqual(['warning unreachable 3']);
    expect(found(steps.map((row) => ({ ...row, active: row.days > 0 })))).toEqual([]);
  });

  it('says on which day a stage comes that the gap delays, and which one it skips', () => {
    const [finding] = check(
      ladder('New', [
        [2, 'friendly'],
        [4, 'personal'],
      ]),
    );
    expect(finding).toMatchObject({ code: 'gap-delays', row: 3 });
    expect(finding?.message).toContain('from 4 days after the due date to 7 days after');
    const before = ladder('New', [
      [-4, 'friendly'],
      [-1, 'friendly'],
    ]);
    expect(found(before)).toEqual(['warning gap-skips 3']);
  });

  it('counts no task as a contact the gap is kept from', () => {
    const steps = ladder('New', [
      [2, 'friendly'],
      [8, 'neutral', TASK],
      [9, 'personal'],
    ]);
    expect(found(steps)).toEqual([]);
  });

  it('finds a mail milder than the one before, and notes a milder call', () => {
    expect(
      found(
        ladder('New', [
          [2, 'firm'],
          [9, 'friendly'],
        ]),
      ),
    ).toEqual(['warning tone-falls 3']);
    expect(
      found(
        ladder('New', [
          [2, 'firm'],
          [9, 'personal', { channel: 'call' }],
        ]),
      ),
    ).toEqual(['note tone-falls 3']);
  });

  it('notes different gaps within a segment', () => {
    const steps = ladder('New', [
      [2, 'friendly'],
      [12, 'personal', { minimumGap: 7 }],
    ]);
    expect(found(steps)).toEqual(['note gap-differs 3']);
  });

  it('warns of a senior contact who is addressed before anybody else was', () => {
    const steps = ladder('New', [
      [2, 'friendly', { to: ['senior'] }],
      [9, 'personal'],
    ]);
    expect(found(steps)).toEqual(['warning senior-first 2']);
  });

  it('warns of a final reminder behind which nothing follows', () => {
    const final = ladder('New', [[35, 'final']]);
    expect(found(final)).toEqual(['warning no-hand-over 2']);
    expect(
      found(
        ladder('New', [
          [35, 'final'],
          [50, 'neutral', TASK],
        ]),
      ),
    ).toEqual([]);
  });

  it('finds tasks for the customer and mails to nobody', () => {
    const change = (row: Partial<PolicyRow>) => found(ladder('New', [[3, 'friendly', row]]));
    expect(change({ ...TASK, to: ['billing'] })).toEqual(['warning task-to-customer 2']);
    expect(change({ to: [] })).toEqual(['error email-to-nobody 2']);
    expect(change({ channel: 'call', to: [] })).toEqual(['warning nobody-to-reach 2']);
  });

  it('advises against sending firm mails, and stages that are meant for review, by themselves', () => {
    const auto = (segment: string, stage: number) =>
      defaultPolicy()
        .filter((row) => row.segment === segment)
        .map((row) => (row.stage === stage ? { ...row, sending: 'auto' as const } : row));
    expect(found(auto('Timely', 1), { isAutomatic: true })).not.toContain('warning auto-advised-against 2');
    expect(found(auto('Timely', 3), { isAutomatic: true })).toContain('warning auto-firm 4');
    expect(found(auto('Delinquent large', 2), { isAutomatic: true })).toContain('warning auto-advised-against 3');
    expect(found(auto('Timely', 4), { isAutomatic: true })).toContain('note auto-by-hand 5');
    expect(found(auto('Timely', 1))).toContain('note automatic-off 2');
  });

  it('finds repeats without a limit, without an interval, and faster than the gap', () => {
    const change = (row: Partial<PolicyRow>) => found(ladder('New', [[3, 'friendly', row]]));
    expect(change({ repeatEvery: 7 })).toEqual(['warning repeat-without-limit 2']);
    expect(change({ repeatEvery: 7, times: 30 })).toEqual(['warning repeat-too-often 2']);
    expect(change({ repeatEvery: 2, times: 3 })).toEqual(['warning gap-delays 2']);
    expect(change({ times: 3 })).toEqual(['note times-alone 2']);
    expect(change({ repeatEvery: 7, times: 3 })).toEqual([]);
  });

  it('finds steps around a discount, a month or Any that never come', () => {
    const base = ladder('New', [[3, 'friendly']]);
    const with_ = (segment: string, days: number, anchor: PolicyRow['anchor']) =>
      found([...base, ...ladder(segment, [[days, 'neutral', { anchor }]])]);
    expect(with_('Any', 2, 'discount')).toEqual(['warning unreachable 3']);
    expect(with_('New', 30, 'month')).toEqual(['warning month-days 3']);
    expect(with_('Any', 3, 'due')).toEqual(['warning any-with-due 3']);
  });

  it('names the languages in use in which a text is missing, and a placeholder nobody knows, once for each text', () => {
    const steps = ladder('New', [
      [3, 'friendly', { template: 'Friendly' }],
      [9, 'friendly', { template: 'Friendly' }],
      [15, 'personal', { template: 'Personal' }],
    ]);
    const checkTemplate: PolicyContext['checkTemplate'] = (template, language) => {
      if (template === 'Friendly' && language !== 'en') return { code: 'no-template', message: 'None.' };
      return template === 'Personal' && language === 'en'
        ? { code: 'unknown-placeholder', message: 'Who is "foo"?' }
        : null;
    };
    const findings = check(steps, { checkTemplate, languages: ['en', 'fr', 'it'] });
    expect(findings.map(({ severity, code, row }) => `${severity} ${code} ${row}`)).toEqual([
      'error no-template 2',
      'error unknown-placeholder 4',
    ]);
    expect(findings[0]?.message).toContain('"Friendly" in fr, it');
    expect(found(ladder('New', [[3, 'friendly', { template: '' }]]))).toEqual(['error no-template 2']);
  });

  it('says so where AR Settings names another ladder than the rows are of: typed there, it brings no step along', () => {
    const said = (name: LadderName): string[] =>
      check(ladderRows('gentle'), { ladder: name }).flatMap(({ code, message }) =>
        code === 'other-ladder' ? message : [],
      );
    expect(said('gentle')).toEqual([]);
    expect(said('usual')[0]).toMatch(/those of gentle: .* Press “Bring its steps into AR Policy”/);
  });

  it('notes when the list of holidays ends within 60 days, or counts for no country', () => {
    const base = ladder('New', [[3, 'friendly']]);
    expect(found(base, { holidaysUntil: day('2027-01-21') })).toEqual(['note holidays-end 0']);
    expect(found(base, { holidaysUntil: day('2027-01-22') })).toEqual([]);
    expect(found(base, { holidaysUntil: null })).toEqual(['note holidays-end 0']);
    expect(found(base, { country: '' })).toEqual(['note country-missing 0']);
  });

  it('puts the gravest first, and each finding ends as a sentence, whatever the rows are', () => {
    const row = fc.record<PolicyRow>({
      segment: fc.constantFrom('New', 'Timly', 'Any', 'Default', ''),
      stage: fc.integer({ min: 0, max: 4 }),
      anchor: fc.constantFrom('due', 'promise', 'discount', 'month'),
      days: fc.integer({ min: -10, max: 60 }),
      channel: fc.constantFrom('email', 'call', 'whatsapp', 'task'),
      template: fc.constantFrom('', 'Firm'),
      to: fc.subarray(['billing', 'senior', 'owner']),
      cc: fc.subarray(['billing', 'senior', 'owner']),
      sending: fc.constantFrom('review', 'auto'),
      minimumGap: fc.integer({ min: 0, max: 9 }),
      tone: fc.constantFrom('neutral', 'friendly', 'personal', 'firm', 'final'),
      active: fc.boolean(),
      purpose: fc.constantFrom(...PURPOSES),
      repeatEvery: fc.integer({ min: 0, max: 9 }),
      times: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (policy) => {
        const findings = check(policy);
        const ranks = findings.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
        expect(ranks).toEqual([...ranks].sort());
        for (const { message, row: at } of findings) {
          expect(message).toMatch(/[.?]$/);
          expect(at).toBeLessThan(policy.length + 2);
        }
      }),
    );
  });
});
