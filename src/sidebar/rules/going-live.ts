// The page for going live, in five steps: how firm, how overdue customers begin, who is with a lawyer, who was chased before, what would happen.
import type { LadderName } from '../../dunning/policy/ladders';
import type { GoingLiveChoices, GoingLiveView } from '../../entry/sidebar-calls';
import { ladderCards } from '../ladders/ladder-cards';
import { button, field, pill } from '../shell/controls';
import { barLegend, dayTable } from '../shell/day-bars';
import { el, focusOn } from '../shell/dom';
import { count, dayInWords, grouped } from '../shell/format';
import type { Shell, View } from '../shell/shell';
import { askingButton, mayGoLive } from '../today/ask-to-go-live';
import { ageFields } from './age-fields';
import { unreached } from './forecast';

/** Draws the page with what is proposed. */
export const goingLiveView: View = async (host, shell) => {
  const [view] = await Promise.all([
    shell.load(host, 'Sorting the overdue invoices…', goingLiveView, 'getGoingLive'),
    shell.today ? null : shell.refreshToday(),
  ]);
  if (view) new GoingLive(host, shell).draw(view);
};

/** The page: its fields keep what was chosen while the dry run is made anew. */
class GoingLive {
  private chosen: () => GoingLiveChoices['bands'] = () => ({});
  private readonly lawyer = el('textarea', { rows: 3, spellcheck: 'false' });
  private readonly chasedOn = el('select', {});
  private readonly lastStage = el('select', {});
  private readonly stale = el('p', { class: 'stale', role: 'status' });

  constructor(
    private readonly host: HTMLElement,
    private readonly shell: Shell,
  ) {
    for (const control of [this.lawyer, this.chasedOn, this.lastStage]) {
      control.addEventListener('input', () => this.changed());
    }
  }

  draw(view: GoingLiveView): void {
    this.stale.textContent = '';
    this.host.replaceChildren(
      el(
        'div',
        { class: 'view-head' },
        el('h2', {}, 'Going live'),
        view.live ? pill('Live', 'good') : pill('Preview', 'calm'),
      ),
      el('p', { class: 'hint' }, 'Nothing is saved or sent before you say so, under 5.'),
      ...(this.mayGo() ? [] : obstacles(view, this.shell)),
      step(1, 'How firm?', this.ladders(view)),
      step(2, 'How overdue customers begin', this.ages(view)),
      step(3, 'With a lawyer or an agency', this.lawyers(view)),
      step(4, 'What you chased already', this.columns(view)),
      step(5, 'What would happen', this.outcome(view)),
    );
  }

  private changed(): void {
    this.stale.textContent = 'You changed something above: press “Show what would happen”.';
  }

  private ladders({ ladder }: GoingLiveView): HTMLElement[] {
    const cards = el('div', {});
    let picked: LadderName = ladder;
    const take = button('Use these steps', () => this.saved('How firm', picked), { busy: 'Saving…' });
    take.hidden = true;
    ladderCards(cards, ladder, (name) => {
      picked = name;
      take.hidden = name === ladder;
    });
    return [cards, take];
  }

  private ages({ bands, newCustomersPerDay }: GoingLiveView): HTMLElement[] {
    const ages = ageFields(bands, () => this.changed());
    this.chosen = ages.chosen;
    if (ages.fields.length === 0)
      return [el('p', { class: 'empty' }, 'No invoice is overdue: everybody begins with step 1.')];
    return [
      el('p', { class: 'hint' }, 'By the age of a customer’s oldest overdue invoice.'),
      ...ages.fields,
      this.cap(newCustomersPerDay),
    ];
  }

  private cap(value: string): HTMLElement {
    const input = el('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off' });
    input.value = value;
    const save = async (): Promise<void> => {
      if (!(await this.saved('New customers per day', input.value))) input.focus();
    };
    return el(
      'div',
      { class: 'inline-setting' },
      field('New customers a day, at most', input, 'Empty: any number.'),
      button('Save', save, { busy: 'Saving…', name: 'Save how many new customers a day' }),
    );
  }

  /** Saves a setting and looks anew at what would happen. */
  private async saved(setting: string, value: string): Promise<boolean> {
    const result = await this.shell.ask('saveSetting', setting, value);
    if (!result) return false;
    await this.tryOut();
    this.shell.say(result.message);
    return true;
  }

  private lawyers({ lawyer }: GoingLiveView): HTMLElement[] {
    const hint = 'Customer names, ids or invoice numbers, one a line. All their open invoices are left alone.';
    return [
      field('Leave alone', this.lawyer, hint),
      ...(lawyer.matched.length > 0 ? [foundList('Found', lawyer.matched, 'did')] : []),
      ...(lawyer.unmatched.length > 0 ? [foundList('Not found', lawyer.unmatched, 'wrong')] : []),
    ];
  }

  private columns({ headers, imported, asOf }: GoingLiveView): HTMLElement[] {
    if (headers.length === 0)
      return [el('p', { class: 'empty' }, 'No column of your sheet tells when you last wrote.')];
    fillSelect(this.chasedOn, headers);
    fillSelect(this.lastStage, headers);
    const { invoices, unread, unreadCount, sheet } = imported;
    return [
      el('p', { class: 'hint' }, 'Columns of your sheet that tell it; the next step then counts from that day.'),
      field('Last chased on (dates)', this.chasedOn),
      field('Last step (1, 2, 3)', this.lastStage),
      ...(invoices > 0
        ? [el('p', {}, `${count(invoices, 'open invoice')} taken over, as of ${dayInWords(asOf, '')}.`)]
        : []),
      ...(unreadCount > 0
        ? [
            foundList(
              `${count(unreadCount, 'cell')} of ${sheet} cannot be read`,
              unread.map(({ row, text }) => `Row ${row}: ${text}`),
              'wrong',
            ),
          ]
        : []),
    ];
  }

  private outcome(view: GoingLiveView): HTMLElement[] {
    const { dryRun, asOf, toWrite, live, obstacles: found } = view;
    const { sentence, notes, days, largest, fixes, fixesCount } = dryRun;
    const rows = largest.map(({ customer, day, amounts }) =>
      el(
        'li',
        {},
        el('span', { class: 'strong' }, customer),
        el('span', { class: 'small muted' }, ` ${amounts}, ${dayInWords(day, asOf)}`),
      ),
    );
    const nothing = 'All of this is saved.';
    return [
      el('p', { class: 'verdict-line' }, sentence),
      el('ul', { class: 'hint' }, ...notes.map((note) => el('li', {}, note))),
      this.stale,
      button('Show what would happen', () => this.tryOut(), { busy: 'Looking…' }),
      ...(days.some(({ customers }) => customers > 0)
        ? [barLegend(), dayTable(days, asOf, 'Contacts by day after going live')]
        : []),
      ...(rows.length > 0
        ? [
            el(
              'details',
              { class: 'more' },
              el('summary', {}, 'Who is asked for the most'),
              el('ol', { class: 'largest' }, ...rows),
            ),
          ]
        : []),
      ...unreached(fixes, fixesCount),
      el(
        'div',
        { class: 'actions stacked' },
        button('Save these choices', () => this.apply(), { busy: 'Saving…' }),
        !live && (found.length === 0 || this.mayGo()) && this.goLive(),
      ),
      el('p', { class: 'hint' }, toWrite > 0 ? `Not saved yet for ${count(toWrite, 'customer')}.` : nothing),
    ];
  }

  private choices(): GoingLiveChoices {
    return {
      bands: this.chosen(),
      withLawyer: this.lawyer.value,
      chasedOn: this.chasedOn.value,
      lastStage: this.lastStage.value,
    };
  }

  private async tryOut(): Promise<void> {
    const view = await this.shell.ask('getGoingLive', this.choices());
    if (!view || !this.host.isConnected) return;
    this.draw(view);
    this.shell.say('Worked out anew with the choices above.');
    this.toOutcome();
  }

  private toOutcome(): void {
    const heading = this.host.querySelector<HTMLElement>('[data-step="5"] h3');
    if (heading && this.shell.focusIsLost()) focusOn(heading);
  }

  private async apply(): Promise<boolean> {
    const result = await this.shell.ask('applyGoingLive', this.choices());
    if (!result || !this.host.isConnected) return false;
    const view = await this.shell.ask('getGoingLive', this.choices());
    if (view && this.host.isConnected) this.draw(view);
    this.shell.say(result.message);
    this.toOutcome();
    void this.shell.refreshToday();
    return true;
  }

  private mayGo(): boolean {
    const { today } = this.shell;
    return today !== null && mayGoLive(today);
  }

  /** The choices first: what is not saved would begin with step 1. */
  private goLive(): HTMLElement | null {
    const { shell } = this;
    if (!shell.today) return null;
    return askingButton(shell, shell.today, {
      label: 'Go live…',
      kind: 'primary',
      before: ['The choices above are saved first.'],
      first: () => this.apply(),
      done: (said) => {
        shell.open('today');
        shell.say(said);
      },
    });
  }
}

function step(number: number, title: string, parts: HTMLElement[]): HTMLElement {
  return el(
    'section',
    { class: 'card step', 'data-step': number },
    el('h3', {}, el('span', { class: 'step-number' }, String(number)), ` ${title}`),
    ...parts,
  );
}

function obstacles({ obstacles: found }: GoingLiveView, shell: Shell): HTMLElement[] {
  if (found.length === 0) return [];
  return [
    el(
      'section',
      { class: 'card question' },
      el('h3', {}, 'Before you can go live'),
      el('ul', { class: 'warned' }, ...found.map((sentence) => el('li', {}, sentence))),
      button('To Today', () => shell.open('today')),
    ),
  ];
}

/** The choices of a column; what was chosen stays chosen. */
function fillSelect(select: HTMLSelectElement, headers: readonly string[]): void {
  const chosen = select.value;
  select.replaceChildren(
    el('option', { value: '' }, 'No such column'),
    ...headers.map((header) => el('option', { value: header }, header)),
  );
  select.value = headers.includes(chosen) ? chosen : '';
}

const LISTED = 5;

function foundList(title: string, lines: readonly string[], kind: 'did' | 'wrong'): HTMLElement {
  const rest = lines.slice(LISTED);
  const items = (shown: readonly string[]): HTMLElement =>
    el('ul', { class: kind === 'did' ? 'did' : 'warned' }, ...shown.map((line) => el('li', {}, line)));
  return el(
    'div',
    { class: 'found' },
    el('p', { class: kind === 'wrong' ? 'wrong' : 'muted' }, title),
    items(lines.slice(0, LISTED)),
    rest.length > 0 && el('details', { class: 'more' }, el('summary', {}, `${grouped(rest.length)} more`), items(rest)),
  );
}
