// What Today says of insolvencies: claims that were not filed by their day, and stops that a cell no longer tells of.
import { claimDay } from '../../dunning/decision/debtor/claims';
import { askedOfInsolvency } from '../../dunning/decision/debtor/insolvency';
import type { Facts } from '../../dunning/decision/facts';
import type { ReminderFacts } from '../../dunning/history/events';
import type { Alert } from './view';

/** @param proposals what the decision of the day proposes: a claim that is filed is none any more */
export function insolvencyAlerts({ customers, asOf }: Facts, proposals: readonly ReminderFacts[]): Alert[] {
  return [
    ...proposals.flatMap((proposal): Alert[] => {
      const by = claimDay(proposal);
      if (by === null || by >= asOf) return [];
      const message = `${proposal.customer}: that day has passed. ${proposal.reasons[0]} File it and do the task in Review.`;
      return [{ tone: 'bad', code: 'claim-late', message, actions: [] }];
    }),
    ...[...customers.values()].flatMap((one): Alert[] => {
      const message = askedOfInsolvency(one, asOf);
      if (message === '') return [];
      const { key } = one;
      const call = 'answerInsolvency';
      const actions: Alert['actions'] = [
        { label: 'Still insolvent', call, key, on: true },
        { label: 'As it says now', call, key, on: false },
      ];
      return [{ tone: 'warn', code: 'insolvency-emptied', message, actions }];
    }),
  ];
}
