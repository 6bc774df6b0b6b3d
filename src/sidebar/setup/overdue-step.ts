// What is overdue now: the picture by age, how long it takes at the number a day, and how old balances begin.
import type { GoingLiveView } from '../../entry/sidebar-calls';
import { ageFields } from '../rules/age-fields';
import { goingLiveView } from '../rules/going-live';
import { button } from '../shell/controls';
import { type Child, el } from '../shell/dom';
import { count } from '../shell/format';
import { moneySection } from '../shell/money';
import type { Shell, WayBack } from '../shell/shell';

/** What the step needs of the page. */
export interface OverdueContext {
  shell: Shell;
  view: GoingLiveView;
  /** Leads back to this step. */
  back: WayBack;
  /** Pages for lists of one's own, by what their buttons say. */
  lists: readonly (readonly [label: string, open: () => void])[];
  /** It is saved: on to the next step. */
  done: (said: string) => Promise<void>;
}

/** The parts of the step. */
export function overdueParts({ shell, view, back, lists, done }: OverdueContext): Child[] {
  const { dryRun, bands } = view;
  const ages = ageFields(bands, () => undefined);
  const hasOld = bands.some(({ choice, customers }) => choice === 'ask-first' && customers > 0);
  const begin = async (): Promise<void> => {
    const choices = { bands: ages.chosen(), withLawyer: '', chasedOn: '', lastStage: '' };
    const result = await shell.ask('applyGoingLive', choices);
    if (result) await done(result.message);
  };
  return [
    ...(shell.today ? moneySection(shell.today) : []),
    el('p', { class: 'verdict-line' }, dryRun.sentence),
    el('ul', { class: 'hint' }, ...dryRun.notes.map((note) => el('li', {}, note))),
    ...(ages.fields.length > 0
      ? [
          el('h4', {}, 'How they begin'),
          el('p', { class: 'hint' }, hasOld ? OLD_FIRST : 'By the age of a customer’s oldest overdue invoice.'),
          el('div', { class: 'run-ages' }, ...ages.fields),
        ]
      : [el('p', { class: 'empty' }, 'No invoice is overdue: everybody begins with step 1.')]),
    el('h4', {}, 'Lists of your own'),
    el('p', { class: 'hint' }, 'Pasted from a spreadsheet, or a CSV file.'),
    el('div', { class: 'actions run-lists' }, ...lists.map(([label, open]) => button(label, open))),
    el(
      'div',
      { class: 'actions stacked' },
      button('Begin like this', begin, { kind: 'primary', busy: 'Saving…' }),
      button('With a lawyer, columns of the sheet, day by day…', () => shell.openPage(goingLiveView, back), {
        kind: 'quiet',
      }),
    ),
  ];
}

const OLD_FIRST =
  'Over 90 days a mail first asks whether the balance is right; firm words come after an answer, or none.';

/** In one line, once it is folded. */
export function overdueLine(view: GoingLiveView | null): string {
  if (view === null) return '';
  const customers = view.bands.reduce((sum, band) => sum + band.customers, 0);
  if (customers === 0) return 'nothing is overdue';
  const told = view.toWrite > 0 ? `not chosen yet for ${view.toWrite}` : 'where each begins is saved';
  return `${count(customers, 'customer')} overdue, ${told}`;
}
