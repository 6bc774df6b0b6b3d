// How promises stand: what they cover, what is written down of them, and when they count as kept.
import { describe, expect, it } from 'vitest';
import { endedPromises } from '../../../src/dunning/decision/promise-endings';
import { notePromises, promiseStandings } from '../../../src/dunning/decision/promises';
import { rowOfEvent } from '../../../src/workbook/tabs/log-rows';
import {
  customer,
  Desk,
  day,
  type FactsChange,
  factsOn,
  type InvoiceText,
  promise,
  said,
} from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-10-26', open: 1000 };
const MADE: Partial<ReturnType<typeof promise>> = { recorded: day('2026-11-02') };

describe('a promise', () => {
  it('of a customer with thousands of invoices is noted in parts that fit a cell, and covers them all', () => {
    const name = 'A firm with a rather long name GmbH & Co. KG';
    const lines = Array.from({ length: 2_000 }, (_, index) => ({ ...ONE, no: `INV-2026-${index}`, customer: name }));
    const change: FactsChange = { promises: [promise('2026-11-20', { ...MADE, customerKey: name.toLowerCase() })] };
    const desk = new Desk();
    desk.plan('2026-11-02', lines, change);
    const sizes = desk.events.map((event) => String(rowOfEvent(event)['Facts (JSON)']).length);
    expect(Math.max(...sizes)).toBeLessThan(50_000);
    const [standing] = promiseStandings(desk.facts('2026-11-03', lines, change));
    expect(standing?.covered).toHaveLength(2_000);
    expect(standing?.received).toEqual({});
    expect(notePromises(desk.facts('2026-11-03', lines, change), 'ann@ourfirm.example')).toEqual([]);
  });

  it('whose invoices are not in the sheet for a moment is not written off as kept before its day', () => {
    const change: FactsChange = { promises: [promise('2026-11-13', MADE)] };
    const desk = new Desk();
    desk.plan('2026-11-02', [ONE], change);
    const stateOn = (date: string, lines: InvoiceText[]): string | undefined =>
      promiseStandings(desk.facts(date, lines, change))[0]?.state;
    expect(stateOn('2026-11-04', [])).toBe('open');
    expect(stateOn('2026-11-04', [ONE])).toBe('open');
    expect(stateOn('2026-11-18', [])).toBe('kept');
  });

  it('under the name of a customer who has no such invoice protects the invoice of that number', () => {
    const promises = [promise('2026-11-20', { ...MADE, customerKey: 'beta', invoice: '1' })];
    expect(said(factsOn('2026-11-09', [ONE], { promises, customers: [customer('Beta')] }))).toBe('blocked promised');
  });

  it('under the name of a customer who has an invoice of that number leaves the other customer alone', () => {
    const promises = [promise('2026-11-20', { ...MADE, customerKey: 'beta', invoice: '1' })];
    const theirs: InvoiceText = { ...ONE, no: 'theirs', invoice: '1', customer: 'Beta' };
    const [standing] = promiseStandings(factsOn('2026-11-09', [ONE, theirs], { promises }));
    expect(standing?.covered.map(({ key }) => key)).toEqual(['beta|theirs']);
  });

  it('that says the same as one that was kept protects anew, and is kept by what comes in from then on', () => {
    const one = promise('2026-11-27', { ...MADE, amount: 300, currency: 'EUR' });
    const desk = new Desk();
    desk.plan('2026-11-02', [ONE], { promises: [one] });
    const on = (open: number): InvoiceText[] => [{ ...ONE, open }];
    const ended = endedPromises(desk.facts('2026-11-10', on(700), { promises: [one] }), 'schedule');
    desk.append(
      '2026-11-10',
      ended.map(({ event }) => event),
    );
    const promises = [
      { ...one, state: 'kept' as const },
      { ...one, row: 6, recorded: day('2026-11-11') },
    ];
    desk.plan('2026-11-11', on(700), { promises });
    expect(said(desk.facts('2026-11-12', on(700), { promises }))).toBe('blocked promised');
    const states = promiseStandings(desk.facts('2026-11-12', on(400), { promises })).map(({ state }) => state);
    expect(states).toEqual(['kept', 'kept']);
  });

  it('that names nobody stops everybody until its row is completed, and is not written off as broken meanwhile', () => {
    const promises = [promise('2026-03-01', { ...MADE, customerKey: '', invoice: '' })];
    const facts = factsOn('2026-11-09', [ONE], { promises });
    expect(said(facts)).toBe('blocked unreadable-block');
    expect(endedPromises(facts, 'schedule')).toEqual([]);
  });
});
