// The alarms of a day in one line, and the list behind it: what is out of the ordinary, each with the page it leads to.

import { creditTasks, HOLDS_AT_ONCE } from '../../dunning/decision/debtor/credit-tasks';
import type { Facts } from '../../dunning/decision/facts';
import { nameOf } from '../../dunning/decision/owed';
import { unusualVolume, writtenTwice } from '../../dunning/outlook/alarms';
import { type Day, isBusinessDay, isoOf, shortDay } from '../../receivables/day';
import type { ProblemView } from '../../workbook/problems';
import type { WorkbookSession } from '../../workbook/session';
import { textsWithoutLink } from '../answers-page/texts-without-link';
import { RULE_TABS } from '../planning/rules-changed';
import { LISTED } from './show-changes';
import type { AlarmItem, AlarmsView } from './view';

/** The alarms. @param problems of reading, texts that are missing among them @param unchased how many customers are on no ladder */
export function alarmsOf(
  ws: WorkbookSession,
  facts: Facts,
  problems: readonly ProblemView[],
  unchased: number,
): AlarmsView {
  const { asOf, history } = facts;
  const holidays = ws.holidays().own;
  const credit = creditTasks(facts);
  const volume = unusualVolume(history, asOf, holidays);
  const groups: [said: (count: number) => string, items: AlarmItem[]][] = [
    [() => volume.replace(/;.*/, ''), volume ? [item('Unusually many mails', volume, 'review')] : []],
    [
      (count) => `${many(count, 'address', 'addresses')} written to twice in 7 days`,
      writtenTwice(ws.log.events, asOf).map(({ address, said, customer, customerKey }) =>
        item('Written to twice in 7 days', `${address}: ${said}.`, 'customer', customer, customerKey),
      ),
    ],
    [
      (count) => `mail of ${many(count, 'customer')} comes back`,
      [...history.bounced]
        .filter(([, { addresses }]) => addresses.length > 0)
        .map(([key, { on, addresses }]) =>
          item(
            'Mail comes back',
            `From ${[...new Set(addresses)].join(', ')}, since ${shortDay(on, asOf)}.`,
            'customer',
            nameOf(facts, key),
            key,
          ),
        ),
    ],
    [
      () => `${many(credit.later.length, 'more credit hold')} to decide on`,
      credit.later.length === 0 ? [] : [item('Over the limit', holdsInWords(credit.later.length), 'risk')],
    ],
    [(count) => `${many(count, 'text')} missing`, textsMissing(problems)],
    [
      (count) => `${many(count, 'text')} without the answer form`,
      textsWithoutLink(ws, facts.policy).map(({ name, language }) =>
        item('Without the answer form', `“${name}” (${language}) does not offer it. See the page Answers.`, 'answers'),
      ),
    ],
    [(count) => `${count === 1 ? 'policy or texts' : 'policy and texts'} changed`, changed(ws, asOf, holidays)],
  ];
  const said = groups.filter(([, items]) => items.length > 0).map(([words, items]) => words(items.length));
  if (unchased > 0) said.push(`${many(unchased, 'customer')} chased by nobody`);
  return {
    summary: said.length === 0 ? '' : `To look at: ${said.join(' · ')}`,
    items: groups.flatMap(([, items]) => items).slice(0, LISTED),
  };
}

function holdsInWords(later: number): string {
  return `The ${HOLDS_AT_ONCE} customers with most open wait as tasks in Review; ${later} more follow as those are decided or put off. All of them stand under Risk and credit.`;
}

function textsMissing(problems: readonly ProblemView[]): AlarmItem[] {
  return problems
    .filter(({ code }) => code === 'no-template')
    .map(({ message }) => item('Texts missing', message, 'policy'));
}

/** What plans found changed in AR Policy and AR Templates since the last business day. */
function changed(ws: WorkbookSession, asOf: Day, holidays: ReadonlySet<Day>): AlarmItem[] {
  let from = asOf - 1;
  while (!isBusinessDay(from, holidays)) from -= 1;
  const names: readonly string[] = RULE_TABS.map(({ name }) => name);
  return ws.log.events
    .filter(({ kind, at, facts }) => {
      const [tab = ''] = facts.keys ?? [];
      return kind === 'setting-changed' && names.includes(tab) && at >= isoOf(from);
    })
    .map(({ at, note }) => ({ ...item('Changed', note, 'policy'), at: at.slice(0, 16) }));
}

function item(what: string, why: string, page: AlarmItem['page'], customer = '', key = ''): AlarmItem {
  return { at: '', what, customer, why, page, key };
}

function many(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
