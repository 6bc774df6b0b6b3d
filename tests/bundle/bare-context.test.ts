// The bundle where there is nothing but the language: loading touches no service, and plain numbers need none.
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bareContext, trappedServices } from './dist';

/** Runs an expression and brings its value over as JSON. */
function value(expression: string, context = bareContext()): unknown {
  return JSON.parse(String(vm.runInContext(`JSON.stringify(${expression})`, context)));
}

describe('loading', () => {
  it('needs nothing but the language', () => {
    expect(() => bareContext()).not.toThrow();
  });

  it('touches no service', () => {
    const touched: string[] = [];
    const services = trappedServices(touched);
    bareContext(services);
    expect(touched).toEqual([]);
    expect(() => vm.runInContext('SpreadsheetApp.getActive()', vm.createContext(services))).toThrow('was touched');
    expect(touched).toEqual(['get SpreadsheetApp.getActive']);
  });

  it('leaves one name beside the functions behind', () => {
    expect(value('Object.keys(globalThis).filter((name) => typeof globalThis[name] !== "function")')).toEqual([
      '__duesheet',
    ]);
  });

  it('needs no time zone data: Intl is looked for at use', () => {
    const context = vm.createContext({});
    vm.runInContext('delete globalThis.Intl', context);
    expect(() => bareContext({ Intl: undefined })).not.toThrow();
  });
});

describe('formulas over plain numbers, without any service', () => {
  // Serials as sheets count them: 46,143 is 2026-05-01 and 46,174 is 2026-06-01, 31 days later.
  it('names buckets for one invoice and for a column', () => {
    expect(value('AGING_BUCKET(46143, 46174, 120)')).toBe('31-60 days');
    expect(value('AGING_BUCKET([[46143], [46144], [46174], [46084], [46083]], 46174)')).toEqual([
      ['31-60 days'],
      ['1-30 days'],
      ['Current'],
      ['61-90 days'],
      ['90+ days'],
    ]);
    expect(value('AGING_BUCKET([[46143], [""]], 46174, [[0], [5]])')).toEqual([['Paid'], ['No due date']]);
  });

  it('counts days past due', () => {
    expect(value('DAYS_PAST_DUE([[46143], [46174], [46175], [""]], 46174)')).toEqual([[31], [0], [-1], ['']]);
  });

  it('computes days sales outstanding', () => {
    expect(value('DSO(15000, 10000, 30)')).toBe(45);
    expect(value('DSO([[10000], [5000]], [[4000], [6000]])')).toBe(547.5);
    expect(value('DSO([[15000], [5000]], 10000, [[30], [60]])')).toEqual([[45], [30]]);
  });

  it('refuses what is no number in a sentence', () => {
    const run = (formula: string) => () => vm.runInContext(formula, bareContext());
    expect(run('DSO([["soon"]], 1000)')).toThrow(/receivables/);
    expect(value('AGING_BUCKET("soon", 46174)')).toMatch(/^⚠ due_date/);
  });

  it('touches no service for them where services are there', () => {
    const touched: string[] = [];
    const context = bareContext(trappedServices(touched));
    value('[AGING_BUCKET(46143, 46174, 120), DAYS_PAST_DUE(46143, 46174), DSO(1, 2)]', context);
    expect(touched).toEqual([]);
  });
});
