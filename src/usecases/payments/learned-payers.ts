// Beside the lines of the bank: figures of money in, the payers that were learned, and forgetting one.
import { customerEvent } from '../../dunning/history/events';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import type { ChangeResult } from '../waiting/change-result';
import { nameOf } from './line-decisions';
import { learned } from './matching';
import { changeMoney } from './money-change';
import type { MoneyFiguresView } from './view';

/** Figures are of so many days. */
const DAYS = 365;

/** What was decided in a year, and who pays under which name. @throws Refusal with the stop that forbids showing it */
export function showMoneyFigures(ports: Ports): MoneyFiguresView {
  const { facts } = openForShowing(ports).gathered;
  const { payments } = facts.history;
  return {
    lines: [...payments.lines.values()].filter(({ on }) => on + DAYS >= facts.asOf),
    payers: learned(payments).map(({ name, customerKey }) => [name, customerKey, nameOf(facts, customerKey)]),
  };
}

/** Forgets that a payer is a customer: lines of that name are asked about until one is accepted again. */
export function forgetPayer(ports: Ports, payer: string, customerKey: string): ChangeResult {
  return changeMoney(ports, ({ facts, user }) => {
    const name = nameOf(facts, customerKey);
    const keys = [...facts.history.payments.lines.values()].flatMap(({ id, payer: of, decision }) =>
      of === payer && decision?.parts.some((part) => part.customerKey === customerKey) ? id : [],
    );
    const event = customerEvent('payer-forgotten', { key: customerKey, name }, user, '');
    const message = `${payer}: forgotten.`;
    return { events: [{ ...event, facts: { ...event.facts, keys } }], message };
  });
}
