// The calls of the page Answers, as a made-up workbook answers them.
import type { AnswersView, AnswerView, ChangeResult } from '../../../src/entry/sidebar-calls';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';

const ANSWER_CALLS = ['getAnswers', 'takeAnswers', 'acceptAnswer', 'rejectAnswer'] as const;

const ACME: AnswerView = {
  ...{ row: 'r1', reference: 'DS-7F3K2', customerKey: 'acme tools', customer: 'Acme Tools', what: 'promise' },
  ...{
    on: '2026-11-20',
    day: '2026-12-24',
    state: 'asked',
    invoices: ['INV-1001', 'INV-1002'],
    pausedTo: '2026-11-24',
  },
  ...{ words: 'After the fair.', address: '', why: 'The day is more than 14 days ahead.', by: '', isLate: false },
};
const ANSWERS: readonly AnswerView[] = [
  ACME,
  {
    ...{ ...ACME, row: 'r2', customer: 'Berg Trading', customerKey: 'berg trading', what: 'dispute', day: '' },
    ...{ words: 'Two boxes were empty.', isLate: true, pausedTo: '', why: 'Accept it as a dispute or reject it.' },
  },
  {
    ...{ ...ACME, row: 'r3', customer: 'Coast Foods', customerKey: 'coast foods', what: 'contact', day: '', words: '' },
    ...{ address: 'eve@coast-foods.example', why: 'Nobody else is written to before you say so.' },
  },
  { ...ACME, row: 'r4', state: 'taken', day: '2026-11-30', why: '', words: '' },
];

/** The calls, with what was decided kept. @param known what is there at first, in place of a few answers */
export function answerCalls(known: Partial<AnswersView> = {}): Pick<SidebarCalls, (typeof ANSWER_CALLS)[number]> {
  const view: AnswersView = {
    ...{ asOf: '2026-11-23', form: '', tabs: [], fresh: 0, reasons: ['Damaged', 'Price'], withoutLink: [] },
    ...{ answers: [...ANSWERS] },
    left: [{ on: '2026-11-20', sheet: 'Form Responses 1', at: 7, why: 'Its reference was never in a mail of ours.' }],
    ...known,
  };
  const decide = (row: string, state: AnswerView['state'], message: string): ChangeResult => {
    view.answers = view.answers.map((one) =>
      one.row === row ? { ...one, state, by: 'ann@example.com', isLate: false } : one,
    );
    return { changed: 1, message };
  };
  return {
    getAnswers: () => structuredClone(view),
    takeAnswers: () => {
      view.fresh = 0;
      return { changed: 1, message: '1 answer taken.' };
    },
    acceptAnswer: (row, edit) => decide(row, 'accepted', `Accepted ${row} ${JSON.stringify(edit)}.`),
    rejectAnswer: (row) => decide(row, 'rejected', `Rejected ${row}.`),
  };
}
