// The Set-up view: which sheet, which header row, which column means what, and who writes; the person corrects and saves.
import type { SetupChoice, SetupView } from '../../entry/sidebar-calls';
import { button, field, pill, textInput } from '../shell/controls';
import { el, focusOn, markUnsaved } from '../shell/dom';
import { count } from '../shell/format';
import { problemList } from '../shell/problem-list';
import type { Shell } from '../shell/shell';
import { howToPayCard } from './how-to-pay';

/** How many unreadable rows are shown beside the match; all of them are in Problems. */
const PROBLEMS_SHOWN = 5;

/** Draws Set-up as the server found things. */
export async function setupView(host: HTMLElement, shell: Shell): Promise<void> {
  const setup = await shell.load(host, 'Looking for your invoice table…', setupView, 'getSetup');
  if (setup) drawSetup(host, shell, setup);
}

function drawSetup(host: HTMLElement, shell: Shell, setup: SetupView): void {
  const heading = el('h2', {}, 'Set-up');
  const intro = setup.alreadySetUp
    ? 'Duesheet is set up. Saving again keeps everything you edited in the AR tabs.'
    : 'Check what was found, correct it, save. Your invoice sheet is only read, never changed.';
  const table = tableCard(host, shell, setup);
  host.replaceChildren(el('div', { class: 'view-head' }, heading), el('p', { class: 'muted' }, intro), table.card);
  if (setup.headers.length === 0) {
    host.append(
      el(
        'p',
        { class: 'empty' },
        setup.sheets.length > 0
          ? 'No table was found here. Choose the sheet with your invoices and the row with the column names.'
          : 'Put your invoices into a sheet, one a row below a row of column names, then read again.',
      ),
    );
    return;
  }
  host.append(new SetupForm(host, shell, setup, table.unread).element());
}

/** The card that says where the table is, and whether something was chosen there that was not read yet. */
interface TableCard {
  card: HTMLElement;
  unread: () => boolean;
}

function tableCard(host: HTMLElement, shell: Shell, setup: SetupView): TableCard {
  const sheet = select(
    setup.sheets.map(({ name, rows }) => ({ value: name, label: `${name} (${count(rows, 'row')})` })),
    setup.sheet,
  );
  const headerRow = el('input', { type: 'number', min: 1, step: 1, inputmode: 'numeric' });
  headerRow.value = setup.headerRow > 0 ? String(setup.headerRow) : '';
  const look = async (): Promise<void> => {
    // Another sheet has another header row, which the server finds; a row typed for this sheet is taken as typed.
    const typed = sheet.value === setup.sheet && headerRow.value !== '' ? Number(headerRow.value) : undefined;
    if (typed !== undefined && (!Number.isInteger(typed) || typed < 1)) {
      shell.alert('The header row is a row number of the sheet, 1 or more.');
      headerRow.focus();
      return;
    }
    const found = await (typed === undefined
      ? shell.ask('getSetup', sheet.value)
      : shell.ask('getSetup', sheet.value, typed));
    if (!found || !host.isConnected) return;
    // Who writes is the same, whichever sheet is read.
    const { company, senderName, replyTo } = setup;
    drawSetup(host, shell, { ...found, company, senderName, replyTo });
    shell.say(`Read ${count(found.rowsRead, 'row')} of “${found.sheet}”.`);
    const title = host.querySelector('h2');
    if (title) focusOn(title);
  };
  const shownRow = headerRow.value;
  const unread = (): boolean => sheet.value !== setup.sheet || headerRow.value !== shownRow;
  const card = el(
    'section',
    { class: 'card' },
    el('h2', {}, 'Invoice table'),
    setup.sheets.length > 0 ? field('Sheet', sheet) : el('p', {}, 'This workbook has no sheet with data yet.'),
    setup.sheets.length > 0 && field('Header row', headerRow, 'The row with the column names.'),
    button('Read again', look, { busy: 'Reading…', kind: setup.headers.length === 0 ? 'primary' : 'plain' }),
  );
  return { card, unread };
}

function select(options: { value: string; label: string }[], chosen: string): HTMLSelectElement {
  const element = el('select', {}, ...options.map(({ value, label }) => el('option', { value }, label)));
  element.value = chosen;
  return element;
}

/** The part of the form that is saved: columns and who writes. */
class SetupForm {
  private readonly columns = new Map<string, HTMLSelectElement>();
  private readonly company: HTMLInputElement;
  private readonly senderName: HTMLInputElement;
  private readonly replyTo: HTMLInputElement;
  private readonly pay: ReturnType<typeof howToPayCard>;
  private dateOrder: SetupChoice['dateOrder'];

  constructor(
    private readonly host: HTMLElement,
    private readonly shell: Shell,
    private readonly setup: SetupView,
    private readonly unread: () => boolean,
  ) {
    this.company = textInput(setup.company, { autocomplete: 'organization' });
    this.senderName = textInput(setup.senderName, { autocomplete: 'name' });
    this.replyTo = textInput(setup.replyTo, { inputmode: 'email', spellcheck: 'false' });
    this.pay = howToPayCard(setup);
  }

  element(): HTMLElement {
    const { setup } = this;
    const needed = setup.fields.filter((entry) => entry.required || entry.header !== '');
    const others = setup.fields.filter((entry) => !needed.includes(entry));
    const columns = needed.map((entry) => this.column(entry));
    const more = others.map((entry) => this.column(entry));
    const form = el(
      'div',
      {},
      ...this.questions(),
      this.whoWrites(),
      this.pay.card,
      el(
        'section',
        { class: 'card' },
        el('h2', {}, 'Columns'),
        el('p', { class: 'muted' }, `${count(setup.rowsRead, 'row')} read below row ${setup.headerRow}.`),
        ...columns,
        more.length > 0 &&
          el(
            'details',
            { class: 'more' },
            el('summary', {}, `${count(more.length, 'other column')} a sheet may have`),
            ...more,
          ),
      ),
      ...this.problems(),
      el(
        'div',
        { class: 'action-bar' },
        button('Save set-up', () => this.save(), { kind: 'primary', busy: 'Saving…' }),
      ),
    );
    form.addEventListener('input', () => {
      const { company, senderName, replyTo } = this;
      Object.assign(setup, { company: company.value, senderName: senderName.value, replyTo: replyTo.value });
      markUnsaved(form, true);
    });
    return form;
  }

  /** Company and sender, and how they sign a mail. */
  private whoWrites(): HTMLElement {
    const signs = el('p', { class: 'signature', 'aria-live': 'polite' });
    const sign = (): void => {
      const lines = [this.senderName.value.trim() || '(sender name)', this.company.value.trim() || '(company)'];
      signs.replaceChildren('Kind regards', ...lines.flatMap((line) => [el('br'), line]));
    };
    for (const control of [this.company, this.senderName]) control.addEventListener('input', sign);
    sign();
    return el(
      'section',
      { class: 'card' },
      el('h2', {}, 'Who writes'),
      field('Company (needed)', this.company),
      field('Sender name (needed)', this.senderName),
      field('Reply to', this.replyTo, 'Empty: answers go to the sender’s mailbox.'),
      el('p', { class: 'muted small' }, 'Your mails end:'),
      signs,
    );
  }

  private column(entry: SetupView['fields'][number]): HTMLElement {
    const { field: name, label, meaning, required, header, sample } = entry;
    const headers = this.setup.headers.filter((written) => written !== '');
    const options = [
      { value: '', label: 'Not in my sheet' },
      ...headers.map((written) => ({ value: written, label: written })),
    ];
    const control = select(options, header);
    if (required) control.required = true;
    this.columns.set(name, control);
    const shown = sample.filter((text) => text !== '').slice(0, 3);
    const found = header === '' ? '' : shown.length > 0 ? `Such as ${shown.join(' · ')}` : 'This column is empty.';
    // What was found speaks of the column that was found, so it goes when another is chosen.
    const hint = el('span', {}, found);
    control.addEventListener('change', () => {
      hint.textContent = control.value === header ? found : 'Chosen by you.';
    });
    const told = meaning === '' ? hint : el('span', {}, `${meaning} `, hint);
    return field(required ? `${label} (needed)` : label, control, found || meaning ? told : '');
  }

  private questions(): HTMLElement[] {
    return this.setup.questions.map(({ field: name, message, candidates, kind }) => {
      const answered = el('span', { role: 'status' });
      const choose = (candidate: string): void => {
        const control = this.columns.get(name);
        if (!control) return;
        control.value = candidate;
        control.dispatchEvent(new Event('change'));
        const taken = control.value === candidate;
        answered.replaceChildren(
          taken ? pill(`Taken: ${candidate}`, 'good') : `Choose it below, at “${this.labelOf(name)}”.`,
        );
      };
      const read = (candidate: string): void => {
        this.dateOrder = candidate === candidates[0] ? 'day-first' : 'month-first';
        answered.replaceChildren(pill(`Taken: ${candidate}`, 'good'));
      };
      const pick = kind === 'date-order' ? read : choose;
      const offered = candidates.filter((candidate) => kind === 'date-order' || this.setup.headers.includes(candidate));
      return el(
        'section',
        { class: 'card question', 'aria-label': `Question about ${this.labelOf(name)}` },
        el('h2', {}, 'A question'),
        el('p', {}, message),
        offered.length > 0
          ? el('div', { class: 'actions' }, ...offered.map((candidate) => button(candidate, () => pick(candidate))))
          : candidates.length > 0 && el('p', { class: 'muted' }, candidates.join(' · ')),
        answered,
      );
    });
  }

  private labelOf(name: string): string {
    return this.setup.fields.find((entry) => entry.field === name)?.label ?? name;
  }

  private problems(): HTMLElement[] {
    const { problems } = this.setup;
    if (problems.length === 0) return [];
    return [
      el(
        'section',
        { class: 'card' },
        el('h2', {}, count(problems.length, 'row cannot be read', 'rows cannot be read')),
        el('p', { class: 'muted' }, 'They are left out until they are mended; the others are read.'),
        problemList(problems.slice(0, PROBLEMS_SHOWN), this.shell),
      ),
    ];
  }

  private async save(): Promise<void> {
    if (this.unread()) {
      this.shell.alert(
        'The sheet or the header row was changed: press “Read again” first, so that you see its columns.',
      );
      return;
    }
    const missing = this.setup.fields.find(
      ({ field: name, required }) => required && this.columns.get(name)?.value === '',
    );
    if (missing) {
      this.shell.alert(`Choose the column for “${missing.label}”: reminders cannot be planned without it.`);
      this.columns.get(missing.field)?.focus();
      return;
    }
    for (const [control, what] of [
      [this.company, 'your company’s name'],
      [this.senderName, 'the name of who writes'],
    ] as const) {
      if (control.value.trim() !== '') continue;
      this.shell.alert(`Type ${what}: every mail is signed with it.`);
      control.focus();
      return;
    }
    const columns: Record<string, string> = {};
    for (const [name, control] of this.columns) columns[name] = control.value;
    const choice: SetupChoice = {
      sheet: this.setup.sheet,
      headerRow: this.setup.headerRow,
      columns,
      ...(this.dateOrder ? { dateOrder: this.dateOrder } : {}),
      company: this.company.value.trim(),
      senderName: this.senderName.value.trim(),
      replyTo: this.replyTo.value.trim(),
      ...this.pay.said(),
    };
    const result = await this.shell.ask('applySetup', choice);
    if (!result || !this.host.isConnected) return;
    this.shell.open('today');
    const unread = result.problems.filter(({ row }) => row > 0).length;
    const left = unread > 0 ? ` ${count(unread, 'row')} could not be read: see Problems.` : '';
    this.shell.say(`Set-up is saved. ${result.did[result.did.length - 1] ?? ''}${left}`);
  }
}
