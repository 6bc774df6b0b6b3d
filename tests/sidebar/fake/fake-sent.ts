// The Sent list and the search of the sidebar's fake server.
import type { SearchView, SentLine, SentRequest, SentView } from '../../../src/entry/sidebar-calls';

/** What a test may change of what was sent. */
export interface SentScenario {
  /** Lines of the Sent list, the latest first. */
  sent?: SentLine[];
  /** What the search finds beside customers. */
  found?: Pick<SearchView, 'hits' | 'totals'>;
}

/** So many lines make a page. */
const PAGE = 100;

/** A line of the Sent list. @param at how many days ago, and what tells lines apart */
export function sentLine(at: number, change: Partial<SentLine> = {}): SentLine {
  const day = new Date(Date.UTC(2026, 10, 23) - at * 86_400_000).toISOString().slice(0, 10);
  return {
    id: `DS-${String(at).padStart(5, '0')}`,
    customerKey: at % 2 === 0 ? 'alder' : 'elbe',
    customer: at % 2 === 0 ? 'Alder & Finch Bakery' : 'Elbe Maschinenbau GmbH',
    owner: at % 2 === 0 ? 'you@firm.example' : 'bob@firm.example',
    at: `${day} 08:02:00`,
    by: ['you@firm.example'],
    channel: 'email',
    stage: at % 3 === 0 ? 'Pays on time: step 3 of 9, firm' : 'Pays on time: step 1 of 9, friendly',
    amounts: '1,200.00 EUR',
    invoices: 'INV-2026-0001',
    to: at % 2 === 0 ? 'accounts@alder-finch.example' : 'accounts@elbe.example',
    subject: 'Overdue: invoice INV-2026-0001, 1,200.00 EUR',
    outcome: '',
    ...change,
  };
}

/** The part of the Sent list that was asked for. */
export function sentOf({ sent = [] }: SentScenario, asked: SentRequest): SentView {
  const { search = '', key, owner, stage, since = '', until = '9', from = 0, lines = PAGE } = asked;
  const found = sent.filter(
    (one) =>
      JSON.stringify(one).toLowerCase().includes(search.toLowerCase()) &&
      one.customerKey === (key ?? one.customerKey) &&
      one.owner === (owner ?? one.owner) &&
      one.stage === (stage ?? one.stage) &&
      one.at >= since &&
      one.at.slice(0, 10) <= until,
  );
  return {
    total: found.length,
    owners: [...new Set(sent.map((one) => one.owner))].sort(),
    stages: [...new Set(sent.map((one) => one.stage))].sort(),
    lines: found.slice(from, from + lines),
  };
}

/** What the search finds beside customers. */
export function searchOf({ found, sent = [] }: SentScenario, text: string): Pick<SearchView, 'hits' | 'totals'> {
  if (found) return found;
  const total = sentOf({ sent }, { search: text }).total;
  const hits = sentOf({ sent }, { search: text, lines: 8 }).lines.map(({ id, customer, at, amounts }) => ({
    ...{ kind: 'sent' as const, key: id, title: customer, line: `${at.slice(0, 10)} · ${amounts}` },
  }));
  return { totals: total > 0 ? { sent: total } : {}, hits };
}
