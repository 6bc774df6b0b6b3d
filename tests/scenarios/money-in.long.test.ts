// Weeks with bank lines, and acceptances killed at every call: nobody is written to about money that stands in AR Payments.
import { describe, expect, it } from 'vitest';
import { auditOf } from '../../src/dunning/history/audit/audit';
import type { PaymentsView } from '../../src/entry/sidebar-calls';
import { costlyCalls } from '../../src/local/bench/service-calls';
import type { LogPart } from '../../src/usecases/audit/view';
import { Story, type StoryInvoice, shift } from './story';

const isCostly = (method: string): boolean => Object.keys(costlyCalls({ [method]: 1 })).length > 0;

function found(story: Story): string[] {
  const { gaps, duplicates, contradictions } = auditOf(story.ask<LogPart>('getAudit'));
  return [...gaps, ...duplicates, ...contradictions].map(({ code, seq }) => `${code} ${seq.join()}`);
}

const lines = (story: Story): PaymentsView['lines'] => story.ask<PaymentsView>('getPayments').lines;
const proposed = (story: Story): string[] => lines(story).flatMap(({ id, state }) => (state === 'proposed' ? id : []));

function read(story: Story, day: string, all: { amount: string; payer: string; text: string }[]): void {
  const bank = all.map((line) => ({ date: day, currency: 'EUR', bankId: `${day} ${line.text}`, ...line }));
  story.ask('addBankLines', { name: 'bank.csv', lines: bank, ends: [] });
}

/** Somebody sorts the tab by its days, the latest first. */
function turnedRound(story: Story): void {
  const { cells } = story.tab('AR Payments');
  const rows = [...cells.keys()].filter((row) => row > 0).sort((a, b) => a - b);
  const held = rows.map((row) => cells.get(row));
  rows.forEach((row, at) => {
    const other = held[held.length - 1 - at];
    if (other) cells.set(row, other);
  });
}

const INVOICES: StoryInvoice[] = Array.from({ length: 12 }, (_, at) => ({
  no: `LR-${100 + at}`,
  customer: `Customer ${String.fromCharCode(65 + (at % 6))} Works`,
  due: shift('2026-10-01', at * 2),
  amount: 500 + at * 37,
}));

describe('nobody is written to about money that stands in AR Payments', () => {
  it('over four weeks in which lines come, are accepted late, left alone, sorted, deleted and taken back', async () => {
    const story = new Story('2026-11-02 08:00', INVOICES).goLive();
    let at = 0;
    for (let day = '2026-11-02'; day <= '2026-11-27'; day = shift(day, 1)) {
      if ([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) continue;
      story.at(`${day} 09:00`).paymentsIn();
      story.approveAll();
      const invoice = INVOICES[at % INVOICES.length];
      const amount = at % 3 === 0 ? (invoice?.amount ?? 0) : 111 + at;
      at += 1;
      if (invoice) read(story, day, [{ amount: amount.toFixed(2), payer: invoice.customer, text: invoice.no }]);
      const before = (await story.mails()).length;
      story.at(`${day} 10:00`).hour();
      const sent = (await story.mails()).slice(before);
      expect(sent.filter(({ text }) => text.includes(invoice?.no ?? '-'))).toEqual([]);
      if (at % 2 === 0) story.ask('acceptLines', proposed(story));
      if (at % 5 === 0) story.tab('AR Payments').cells.delete(1);
      if (at % 4 === 0) turnedRound(story);
      if (at % 7 === 0) {
        const [last] = lines(story).filter(({ decision }) => decision !== null);
        if (last) story.ask('undoLines', [last.id]);
      }
      story.at(`${day} 11:00`).hour();
    }
    expect(found(story)).toEqual([]);
    const kept = new Set(story.records('AR Payments').map((row) => row['Bank line']));
    expect(lines(story).every(({ id }) => kept.has(id))).toBe(true);
  });

  it('where accepting is killed at any call: tried again it counts once, and nothing leaves', async () => {
    for (let call = 1; call < 60; call += 1) {
      const story = new Story('2026-11-24 08:00', INVOICES.slice(0, 2)).goLive();
      story.approveAll();
      const [first] = INVOICES;
      if (!first) throw new Error('no invoice');
      read(story, '2026-11-24', [{ amount: first.amount.toFixed(2), payer: first.customer, text: first.no }]);
      const ids = proposed(story);
      let calls = 0;
      const isKilled = story.isKilled(
        (method) => isCostly(method) && ++calls === call,
        () => story.ask('acceptLines', ids),
      );
      if (!isKilled) return;
      story.at('2026-11-24 10:00').hour();
      story.ask('acceptLines', ids);
      story.at('2026-11-24 11:00').hour();
      expect(lines(story).map(({ state }) => state)).toEqual(['applied']);
      expect((await story.mails()).filter(({ text }) => text.includes(first.no))).toEqual([]);
      expect(story.records('AR Log').filter((row) => row['Event'] === 'line-decided')).toHaveLength(1);
      expect(found(story)).toEqual([]);
    }
    throw new Error('accepting takes more calls than are killed');
  });
});
