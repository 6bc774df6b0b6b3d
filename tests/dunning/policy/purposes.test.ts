// What a row of AR Policy is for: said in its column, else by the exact name of a text of ours, and by nothing like it.
import { describe, expect, it } from 'vitest';
import { isHandedOver } from '../../../src/dunning/decision/owed';
import { foldHistory } from '../../../src/dunning/history/history';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import { ladderRows } from '../../../src/dunning/policy/default-policy';
import { policyHints } from '../../../src/dunning/policy/hints/policy-hints';
import type { PolicyRow } from '../../../src/dunning/policy/policy';
import {
  isHandOverText,
  namesText,
  OWN_TEXTS,
  PURPOSES,
  type Purpose,
  purposeOfText,
  purposeTexts,
} from '../../../src/dunning/policy/purposes';
import { day, factsOn, ladder } from '../../builders/dunning-facts';

const row = (template: string, purpose: Purpose, active = true): PolicyRow => {
  const [stage] = ladder('New', [[20, 'neutral', { template, purpose, active }]]);
  if (!stage) throw new Error('a ladder of one step has a stage');
  return stage;
};

describe('a stage without a purpose', () => {
  it.each([
    ['Task hand-over', 'hand-over'],
    [' task HAND-OVER ', 'hand-over'],
    ['Hold notice', 'hold notice'],
    ['Handover', 'reminder'],
    ['Task hand-over (old)', 'reminder'],
    ['Friendly', 'reminder'],
    ['constructor', 'reminder'],
    ['', 'reminder'],
  ])('is what our own text of that exact name is for: "%s" is %s', (template, purpose) => {
    expect(purposeOfText(template)).toBe(purpose);
  });

  it('is told by texts that our ladders use', () => {
    const used = new Map(ladderRows('strict').map(({ template, purpose }) => [template, purpose]));
    expect([...used].filter(([, purpose]) => purpose !== 'reminder')).toEqual([
      ['Task hand-over', 'hand-over'],
      ['Hold notice', 'hold notice'],
    ]);
  });
});

describe('a text that is no stage', () => {
  it('is our own unless a row names another', () => {
    expect(purposeTexts([])).toEqual(OWN_TEXTS);
    const names = new Set(defaultTemplates().map(({ template }) => template));
    expect(Object.values(OWN_TEXTS).every((name) => names.has(name))).toBe(true);
  });

  it('is that of the first active row for its purpose', () => {
    const rows = [row('Off', 'heads-up', false), row('To the owner', 'heads-up'), row('Second', 'heads-up')];
    expect(purposeTexts(rows)).toEqual({ ...OWN_TEXTS, 'heads-up': 'To the owner' });
  });

  it('exists for two purposes; all others are stages', () => {
    expect(PURPOSES.filter(namesText)).toEqual(['old balance', 'order number', 'heads-up']);
  });
});

describe('a hand-over', () => {
  const AGENCY = 'Übergabe an Inkasso';
  const policy = [row(AGENCY, 'hand-over'), row('Task hand-over', 'reminder')];
  const done = (template: string, purpose?: 'hand-over') => {
    const facts = factsOn('2026-11-20', [{ no: '1', due: '2026-10-01', open: 100 }], { policy });
    const [invoice] = facts.invoices;
    if (!invoice) throw new Error('the story has an invoice');
    const history = foldHistory([]);
    const stage = {
      segment: 'New',
      stage: 1,
      days: 20,
      on: day('2026-11-01'),
      template,
      ...(purpose ? { purpose } : {}),
    };
    history.completed.set(invoice.key, [stage]);
    return isHandedOver({ ...facts, history }, invoice);
  };

  it('is a stage whose row says so, whatever its text is called', () => {
    expect(isHandOverText(policy, 'ÜBERGABE an Inkasso ')).toBe(true);
    expect(done(AGENCY)).toBe(true);
  });

  it('stays one after its row was renamed: the log says what it was', () => {
    expect(done('A name of last year', 'hand-over')).toBe(true);
    expect(done('A name of last year')).toBe(false);
  });

  it('is none where the row of our own text says it is a reminder', () => {
    expect(done('Task hand-over')).toBe(false);
  });

  it('needs a name: an invoice that was only listed is not handed over', () => {
    expect(done('')).toBe(false);
  });

  it('is what the check misses behind a final reminder, not a word in a name', () => {
    const steps = ladder('Default', [
      [5, 'final'],
      [20, 'firm', { template: 'Hand-over in words alone' }],
    ]);
    const codes = (policyRows: typeof steps): string[] =>
      policyHints(
        policyRows.map((stage, at) => ({ stage, row: at + 2 })),
        {
          computed: ['New'],
          customers: [],
          asOf: day('2026-11-23'),
          country: 'DE',
          holidaysUntil: day('2028-12-26'),
          isAutomatic: false,
          documents: 'files',
          ladder: 'usual',
        },
      ).map(({ code }) => code);
    expect(codes(steps)).toContain('no-hand-over');
    expect(
      codes(steps.map((one) => ({ ...one, purpose: one.tone === 'firm' ? 'hand-over' : one.purpose }))),
    ).not.toContain('no-hand-over');
  });
});
