// The list of calls on paper: a line each, by owner, with room for what was said.
import type { CallLine } from '../../entry/sidebar-calls';
import { el } from '../shell/dom';
import { count, dateInWords, dayInWords, lineLateness } from '../shell/format';
import { printPage } from '../shell/print-page';

const LOOKS = `
  body, p, table { font: 10pt/1.35 Arial, sans-serif; color: #000; }
  h1 { font: bold 14pt Arial, sans-serif; }
  table { width: 100%; border-collapse: collapse; }
  th, td { border-bottom: 1px solid #888; padding: 5px 6px 5px 0; text-align: start; vertical-align: top; }
  tr { break-inside: avoid; }
  .owner { font-weight: bold; padding-top: 14px; }
  .phone { white-space: nowrap; }
  .said { width: 32%; border-left: 1px solid #888; padding-left: 6px; }
  .call td:not(.said) { border-bottom: 0; padding-bottom: 0; break-after: avoid; }
  ul { margin: 0; padding: 0 0 0 14px; font-size: 9pt; }
`;

/** Opens the print dialog over the list. @param calls in the order in which they are made, with their invoices */
export function printCalls(calls: readonly CallLine[], asOf: string): void {
  printPage(listPage(calls, asOf), '');
}

/** The list as a page of its own. */
function listPage(calls: readonly CallLine[], asOf: string): string {
  const owners = [...new Set(calls.map(({ owner }) => owner))].sort((a, b) =>
    a === '' ? 1 : a < b || b === '' ? -1 : 1,
  );
  const heads = ['Customer', 'Asked for', 'Why', 'What came of it'];
  const rows = owners.flatMap((owner) => {
    const own = calls.filter((call) => call.owner === owner);
    const head = `${owner || 'Without an owner'}: ${count(own.length, 'call')}`;
    return [
      ...(owners.length > 1 ? [el('tr', {}, el('td', { colspan: heads.length, class: 'owner' }, head))] : []),
      ...own.flatMap((call) => [rowOf(call), invoicesOf(call, heads.length - 1, asOf)]),
    ];
  });
  const day = dayInWords(asOf, asOf);
  const page = el(
    'div',
    {},
    el('h1', {}, `Calls of ${day}`),
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', {}, head)))),
      el('tbody', {}, ...rows),
    ),
  );
  return `<!doctype html><html><head><title>Calls of ${day}</title><style>${LOOKS}</style></head><body>${page.innerHTML}</body></html>`;
}

function rowOf({ customer, contact, phone, amounts, why }: CallLine): HTMLElement {
  return el(
    'tr',
    { class: 'call' },
    el(
      'td',
      {},
      el('b', { dir: 'auto' }, customer),
      contact !== '' && el('div', { dir: 'auto' }, contact),
      el('div', { class: 'phone' }, phone || 'no number'),
    ),
    // A currency stays with its amount.
    el('td', {}, amounts.replace(/ (?=[A-Z]{3}\b)/g, '\u00a0')),
    el('td', {}, why),
    // Room to write beside the invoices too.
    el('td', { class: 'said', rowspan: '2' }),
  );
}

/** Its invoices below a call, each with what the chosen columns say. */
function invoicesOf({ invoices = [] }: CallLine, columns: number, asOf: string): HTMLElement {
  const lines = invoices.map((line) => {
    const { invoice, due, balance, note, more } = line;
    const when = [due === '' ? '' : `due ${dateInWords(due, asOf)}`, lineLateness(line)].filter(Boolean).join(', ');
    const parts = [`${invoice}: ${balance}`, when, note, ...more.map(({ label, value }) => `${label}: ${value}`)];
    return el('li', { dir: 'auto' }, parts.filter((part) => part !== '').join(' · '));
  });
  return el('tr', {}, el('td', { colspan: columns }, el('ul', {}, ...lines)));
}
