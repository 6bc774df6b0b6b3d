// What Today says of insolvencies and insurers: claims and reports that are late, and stops that a cell no longer tells of.

import { askedOfAssignment } from '../../dunning/decision/debtor/assignment';
import { claimDay } from '../../dunning/decision/debtor/claims';
import { reportDay } from '../../dunning/decision/debtor/credit-tasks';
import { askedOfInsolvency } from '../../dunning/decision/debtor/insolvency';
import type { Facts } from '../../dunning/decision/facts';
import type { ReminderFacts } from '../../dunning/history/events';
import type { Alert } from './view';

/** @param proposals what the decision of the day proposes: a claim that is filed is none any more */
export function insolvencyAlerts({ customers, asOf }: Facts, proposals: readonly ReminderFacts[]): Alert[] {
  return [
    ...proposals.flatMap((proposal): Alert[] => {
      const by = claimDay(proposal) ?? reportDay(proposal);
      if (by === null || by >= asOf) return [];
      const [code, what] = proposal.anchor === 'claim' ? ['claim-late', 'File it'] : ['report-late', 'Report it'];
      const message = `${proposal.customer}: that day has passed. ${proposal.reasons[0]} ${what} and do the task in Review.`;
      return [{ tone: 'bad', code, message, actions: [] }];
    }),
    ...[...customers.values()].flatMap((one): Alert[] => [
      ...asked('insolvency-emptied', askedOfInsolvency(one, asOf), 'answerInsolvency', one.key, 'Still insolvent'),
      ...asked('assignment-emptied', askedOfAssignment(one), 'answerAssignment', one.key, 'Still assigned'),
    ]),
  ];
}

/** A question about a stop whose cell was emptied, with its two answers; none where nothing is asked. */
function asked(
  code: string,
  message: string,
  call: 'answerInsolvency' | 'answerAssignment',
  key: string,
  label: string,
): Alert[] {
  const actions: Alert['actions'] = [
    { label, call, key, on: true },
    { label: 'As it says now', call, key, on: false },
  ];
  return message === '' ? [] : [{ tone: 'warn', code, message, actions }];
}
