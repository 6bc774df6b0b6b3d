// The Set-up view: the first run in five steps, each folded to one line once it is done and opened again by a click.
import type { GoingLiveView, SetupChoice, SetupView } from '../../entry/sidebar-calls';
import { chasedView } from '../imports/chased';
import { contactsView } from '../imports/contacts';
import { ladderCards } from '../ladders/ladder-cards';
import { button } from '../shell/controls';
import { type Child, el, focusOn } from '../shell/dom';
import { count } from '../shell/format';
import { moneySection } from '../shell/money';
import { openDeskButton } from '../shell/open-desk';
import type { Shell, View, WayBack } from '../shell/shell';
import { firstMail, firstMailParts } from './first-mail-step';
import { overdueLine, overdueParts } from './overdue-step';
import { draftOf, dropDraft, keepDraft, type RunDraft } from './run-draft';
import { type RunStep, RunSteps } from './run-steps';
import { SignStep } from './sign-step';
import { TableStep } from './table-step';

const [TABLE, SIGN, FIRM, OVERDUE, FIRST] = [0, 1, 2, 3, 4] as const;

/** The step that is opened when somebody comes back from a page behind it. */
let resume: number | null = null;

/** Draws Set-up as the server found things, with what was typed and not saved. */
export async function setupView(host: HTMLElement, shell: Shell): Promise<void> {
  const found = await shell.load(host, 'Looking for your invoice table…', setupView, 'getSetup');
  if (!found) return;
  const draft = draftOf(found.workbook);
  const { sheet = found.sheet, headerRow = found.headerRow } = draft;
  const isOther = sheet !== found.sheet || headerRow !== found.headerRow;
  const isThere = found.sheets.some(({ name }) => name === sheet);
  const setup = isOther && isThere ? await shell.ask('getSetup', sheet, headerRow) : found;
  if (host.isConnected) new FirstRun(host, shell, setup ?? found, draft).draw();
}

/** The page. */
class FirstRun {
  private readonly table: TableStep;
  private readonly sign: SignStep;
  private readonly steps: RunSteps;
  private readonly save = el('div', { class: 'action-bar' });
  private ladder: SetupView['ladder'];
  private going: GoingLiveView | null = null;
  private told = '';
  /** Whether the step that is open was opened by the page itself. */
  private isGuided = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly shell: Shell,
    private readonly setup: SetupView,
    private readonly draft: RunDraft,
  ) {
    this.ladder = draft.ladder ?? setup.ladder;
    this.table = new TableStep({
      shell,
      setup,
      before: draft,
      changed: () => this.changed(),
      read: (sheet, headerRow) => this.read(sheet, headerRow),
    });
    this.sign = new SignStep(setup, draft, () => this.table.example());
    this.steps = new RunSteps(this.stepList(), () => this.drawn());
  }

  draw(): void {
    const { setup, shell } = this;
    const intro = setup.alreadySetUp
      ? 'Open a step to change it. What you edited in the AR tabs is kept.'
      : 'Your invoice sheet is only read, never changed. What you type here is kept.';
    this.host.replaceChildren(
      el('div', { class: 'view-head' }, el('h2', {}, 'Set-up'), !shell.isWide && openDeskButton(shell)),
      el('p', { class: 'muted' }, intro),
      this.steps.bar,
      this.steps.list,
      this.save,
    );
    this.host.closest('.view')?.classList.add('run');
    this.steps.list.addEventListener('input', () => this.changed());
    this.steps.list.addEventListener('change', () => this.changed());
    const at = resume;
    resume = null;
    if (this.isEmpty()) this.steps.open([TABLE], []);
    else if (!setup.alreadySetUp) this.steps.open([TABLE, SIGN, FIRM], []);
    else if (at !== null) this.steps.open([at], [TABLE, SIGN, FIRM]);
    else if (Object.keys(this.draft).length > 0) this.steps.open([TABLE, SIGN], [TABLE, SIGN, FIRM]);
    else {
      this.isGuided = shell.today?.everLive === false;
      this.steps.open(this.isGuided ? [OVERDUE] : [], [TABLE, SIGN, FIRM]);
    }
  }

  private stepList(): RunStep[] {
    const needsTable = (): string => (this.isEmpty() ? 'Once your table is found.' : '');
    const needsSaving = (): string => (this.setup.alreadySetUp ? '' : 'Once this is saved.');
    return [
      {
        short: 'Table',
        title: 'Your table',
        chosen: () => this.table.line(),
        body: () => this.table.body(),
        waits: () => '',
      },
      {
        short: 'Sign',
        title: 'How you sign, how to be paid',
        chosen: () => this.sign.line(),
        body: () => this.sign.body(),
        waits: needsTable,
      },
      {
        short: 'Firm',
        title: 'How firm',
        chosen: () => FIRMNESS[this.ladder],
        body: () => this.firm(),
        waits: needsTable,
      },
      {
        short: 'Overdue',
        title: 'What is overdue now',
        chosen: () => overdueLine(this.going),
        body: () => [this.overdue()],
        waits: needsSaving,
      },
      {
        short: 'First',
        title: 'The first one, and going live',
        chosen: () => this.told,
        body: () => [this.firstOne()],
        waits: needsSaving,
      },
    ];
  }

  private isEmpty(): boolean {
    return this.setup.headers.length === 0;
  }

  /** What is typed is kept, and the mail beside it follows. */
  private changed(): void {
    this.sign.changed();
    const { setup, ladder } = this;
    keepDraft(setup.workbook, { ...this.table.said(), ...this.sign.said(), ladder });
  }

  /** The button that saves stands where something is open that it saves. */
  private drawn(): void {
    const isShown = !this.isEmpty() && (this.steps.isOpen(TABLE) || this.steps.isOpen(SIGN));
    this.save.hidden = !isShown;
    if (isShown && this.save.childElementCount === 0)
      this.save.append(
        button(this.setup.alreadySetUp ? 'Save set-up' : 'Save and see what is overdue', () => this.apply(), {
          kind: 'primary',
          busy: this.setup.alreadySetUp ? 'Saving…' : `Saving, and reading ${count(this.setup.rowsRead, 'row')}…`,
        }),
      );
  }

  private async read(sheet: string, headerRow: number | undefined): Promise<void> {
    const { shell, host, setup } = this;
    const found = await (headerRow === undefined
      ? shell.ask('getSetup', sheet)
      : shell.ask('getSetup', sheet, headerRow));
    if (!found || !host.isConnected) return;
    // Who writes is the same, whichever sheet is read; the columns of this one are not those of the other.
    const draft: RunDraft = {
      ...this.sign.said(),
      ladder: this.ladder,
      sheet: found.sheet,
      headerRow: found.headerRow,
    };
    keepDraft(setup.workbook, draft);
    new FirstRun(host, shell, found, draft).draw();
    shell.say(`Read ${count(found.rowsRead, 'row')} of “${found.sheet}”.`);
    const title = host.querySelector('h2');
    if (title) focusOn(title);
  }

  private async apply(): Promise<void> {
    const { shell, setup, ladder } = this;
    for (const [at, fault] of [
      [TABLE, this.table.fault()],
      [SIGN, this.sign.fault()],
    ] as const) {
      if (fault === null) continue;
      shell.alert(fault.message);
      if (!this.steps.isOpen(at)) this.steps.goTo(at);
      fault.control.focus();
      return;
    }
    const choice: SetupChoice = {
      ...this.table.said(),
      ...this.sign.said(),
      ...(setup.alreadySetUp ? {} : { ladder }),
    };
    const result = await shell.ask('applySetup', choice);
    if (!result || !this.host.isConnected) return;
    const wasSetUp = setup.alreadySetUp;
    setup.alreadySetUp = true;
    dropDraft(setup.workbook);
    await shell.refreshToday();
    if (!this.host.isConnected) return;
    this.save.replaceChildren();
    this.steps.redraw(FIRM);
    this.steps.open(wasSetUp ? [] : [OVERDUE], [TABLE, SIGN, FIRM]);
    if (!wasSetUp) this.steps.goTo(OVERDUE);
    const unread = result.problems.filter(({ row }) => row > 0).length;
    const left = unread > 0 ? ` ${count(unread, 'row')} could not be read: see Problems.` : '';
    shell.say(`Set-up is saved. ${result.did[result.did.length - 1] ?? ''}${left}`);
  }

  private firm(): Child[] {
    const { shell, setup } = this;
    const cards = el('div', {});
    const take = async (): Promise<void> => {
      const result = await shell.ask('saveSetting', 'How firm', this.ladder);
      if (!result) return;
      setup.ladder = this.ladder;
      shell.say(result.message);
      this.steps.open([], [TABLE, SIGN, FIRM]);
    };
    const save = button('Use these steps', take, { busy: 'Saving…' });
    save.hidden = true;
    ladderCards(cards, this.ladder, (name) => {
      this.ladder = name;
      save.hidden = !setup.alreadySetUp || name === setup.ladder;
    });
    return [cards, save];
  }

  /** Leads back to a step from a page behind it. */
  private backTo(step: number): WayBack {
    const { shell } = this;
    const press = (): void => {
      resume = step;
      if (shell.isWide) shell.open('Set-up');
      else shell.openPage(setupView);
    };
    return { tab: 'more', label: 'Set-up', press };
  }

  private overdue(): HTMLElement {
    const { shell } = this;
    const back = this.backTo(OVERDUE);
    const list = (label: string, view: View): [string, () => void] => [label, () => shell.openPage(view, back)];
    const place = el('div', {}, ...(shell.today ? moneySection(shell.today) : []));
    place.append(el('p', { class: 'loading' }, 'Working out whom you would write to, and when…'));
    const done = async (said: string): Promise<void> => {
      if (this.going) this.going = { ...this.going, toWrite: 0 };
      this.steps.redraw(FIRST);
      this.steps.open([FIRST], [TABLE, SIGN, FIRM, OVERDUE]);
      this.steps.goTo(FIRST);
      shell.say(said);
    };
    void shell.ask('getGoingLive').then((view) => {
      if (!place.isConnected) return;
      this.going = view ?? null;
      if (this.isGuided && view?.toWrite === 0) {
        this.isGuided = false;
        this.steps.open([FIRST], [TABLE, SIGN, FIRM, OVERDUE]);
      }
      const lists = [list('Who was chased when', chasedView), list('Contacts, kinds, who pays', contactsView)];
      if (view) place.replaceChildren(el('div', {}, ...overdueParts({ shell, view, back, lists, done })));
      else place.querySelector('.loading')?.remove();
    });
    return place;
  }

  private firstOne(): HTMLElement {
    const { shell } = this;
    const place = el('div', {}, el('p', { class: 'loading' }, 'Looking for the first one…'));
    void firstMail(shell).then((reminder) => {
      if (!place.isConnected || reminder === undefined) return;
      const said = (message: string): void => {
        this.told = message;
        shell.say(message);
      };
      place.replaceChildren(el('div', {}, ...firstMailParts({ shell, reminder, said })));
      place.closest('.run-step')?.scrollIntoView({ block: 'start' });
    });
    return place;
  }
}

const FIRMNESS: Record<SetupView['ladder'], string> = {
  gentle: 'Gentle: fewer and later words',
  usual: 'Usual: a friendly word first, firm ones weeks later',
  strict: 'Strict: sooner and oftener',
};
