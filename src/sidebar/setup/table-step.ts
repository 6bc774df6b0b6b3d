// Your table: where it is, its first rows coloured by what each column means, and what has to be asked, one question at a time.
import type { SetupChoice, SetupView } from '../../entry/sidebar-calls';
import { button, field, pill } from '../shell/controls';
import { el } from '../shell/dom';
import { count } from '../shell/format';
import { problemList } from '../shell/problem-list';
import type { Shell } from '../shell/shell';

/** How many unreadable rows are shown beside the match; all of them are in Problems. */
const PROBLEMS_SHOWN = 5;

/** What a column tells of: the colour it is shown in. A field that stands in none of these tells of the invoice otherwise. */
const MEANINGS: readonly (readonly [name: string, fields: readonly string[]])[] = [
  ['who', ['customer', 'customerId', 'email', 'language', 'owner', 'region', 'businessUnit']],
  ['when', ['issued', 'due', 'terms', 'paidOn', 'retainedUntil']],
  ['money', ['amount', 'paid', 'balance', 'currency', 'credited', 'writtenOff', 'withheld', 'retained', 'deposit']],
];

/** What is looked for first: it stands at the left, the others behind it. */
const FIRST = ['customer', 'customerId', 'due', 'balance', 'amount', 'currency', 'invoice'];

/** What the step needs of the page. */
export interface TableContext {
  shell: Shell;
  setup: SetupView;
  /** Told of each choice. */
  changed: () => void;
  /** Reads another sheet, or below another header row. */
  read: (sheet: string, headerRow: number | undefined) => Promise<void>;
  /** What was chosen before: by field, and how dates are read. */
  before: Pick<Partial<SetupChoice>, 'columns' | 'dateOrder'>;
}

/** The step, and what is chosen in it. */
export class TableStep {
  private readonly columns = new Map<string, HTMLSelectElement>();
  private readonly sheet: HTMLSelectElement;
  private readonly headerRow = el('input', { type: 'number', min: 1, step: 1, inputmode: 'numeric' });
  private readonly rows = el('div', {
    class: 'run-table',
    tabindex: 0,
    role: 'region',
    'aria-label': 'The first rows',
  });
  private readonly fold = el('details', { class: 'more' });
  private readonly answered = new Set<string>();
  private dateOrder: SetupChoice['dateOrder'];

  constructor(private readonly context: TableContext) {
    const { setup, before } = context;
    this.sheet = select(
      setup.sheets.map(({ name, rows }) => ({ value: name, label: `${name} (${count(rows, 'row')})` })),
      setup.sheet,
    );
    this.headerRow.value = setup.headerRow > 0 ? String(setup.headerRow) : '';
    this.dateOrder = before.dateOrder;
    for (const entry of setup.fields) this.columns.set(entry.field, this.columnOf(entry));
    if (before.dateOrder) this.answered.add('date-order');
  }

  /** In one line, once it is folded. */
  line(): string {
    const { sheet, rowsRead } = this.context.setup;
    const found = [...this.columns.values()].filter(({ value }) => value !== '').length;
    return sheet === '' ? '' : `${sheet}: ${count(rowsRead, 'row')}, ${count(found, 'column')} understood`;
  }

  body(): HTMLElement[] {
    const { setup } = this.context;
    this.drawRows();
    if (setup.headers.length === 0) return [...this.place(true), this.nothing()];
    return [
      el('p', { class: 'muted' }, this.readInWords()),
      this.rows,
      this.question(),
      this.columnsFold(),
      ...this.problems(),
      el('details', { class: 'more' }, el('summary', {}, 'Another sheet or header row'), ...this.place(false)),
    ];
  }

  private readInWords(): string {
    const { rowsRead, headerRow } = this.context.setup;
    return rowsRead === 0
      ? `No invoice stands below row ${headerRow} yet. They are read once they are there.`
      : `${count(rowsRead, 'row')} read below row ${headerRow}. The first ones:`;
  }

  /** What is chosen. */
  said(): Pick<SetupChoice, 'sheet' | 'headerRow' | 'columns' | 'dateOrder'> {
    const { sheet, headerRow } = this.context.setup;
    const columns = Object.fromEntries([...this.columns].map(([name, { value }]) => [name, value]));
    return { sheet, headerRow, columns, ...(this.dateOrder ? { dateOrder: this.dateOrder } : {}) };
  }

  /** The first rows, each by the field of its column. */
  example(): Record<string, string>[] {
    const { rows, headers, fields } = this.context.setup;
    const said = rows.filter((row) => row.some((text) => text !== ''));
    return said.map((row, at) =>
      Object.fromEntries(
        fields.map(({ field: name, header, sample }) => {
          const chosen = this.columns.get(name)?.value ?? '';
          const text = chosen === '' ? '' : (row[headers.indexOf(chosen)] ?? '');
          // Columns that are one field together stand in no single cell.
          return [name, text === '' && chosen === header && chosen !== '' ? (sample[at] ?? '') : text];
        }),
      ),
    );
  }

  /** What keeps it from being saved, a sentence, and where to mend it; null for nothing. */
  fault(): { message: string; control: HTMLElement } | null {
    const { setup } = this.context;
    if (this.sheet.value !== setup.sheet || this.headerRow.value !== String(setup.headerRow || ''))
      return {
        message: 'The sheet or the header row was changed: press “Read again” first, so that you see its columns.',
        control: this.headerRow,
      };
    const missing = setup.fields.find(({ field: name, required }) => required && this.columns.get(name)?.value === '');
    const control = missing && this.columns.get(missing.field);
    if (!missing || !control) return null;
    this.fold.open = true;
    return {
      message: `Choose the column for “${missing.label}”: reminders cannot be planned without it.`,
      control,
    };
  }

  private nothing(): HTMLElement {
    return el(
      'p',
      { class: 'empty' },
      this.context.setup.sheets.length > 0
        ? 'No table was found here. Choose the sheet with your invoices and the row with the column names.'
        : 'Put your invoices into a sheet, one a row below a row of column names, then read again.',
    );
  }

  /** Where the table is. */
  private place(isFirst: boolean): HTMLElement[] {
    const { setup, shell, read } = this.context;
    const look = async (): Promise<void> => {
      // Another sheet has another header row, which the server finds; a row typed for this sheet is taken as typed.
      const typed =
        this.sheet.value === setup.sheet && this.headerRow.value !== '' ? Number(this.headerRow.value) : undefined;
      if (typed !== undefined && (!Number.isInteger(typed) || typed < 1)) {
        shell.alert('The header row is a row number of the sheet, 1 or more.');
        this.headerRow.focus();
        return;
      }
      await read(this.sheet.value, typed);
    };
    const again = button('Read again', look, { busy: 'Reading…', kind: isFirst ? 'primary' : 'plain' });
    if (setup.sheets.length === 0) return [el('p', {}, 'This workbook has no sheet with data yet.'), again];
    return [
      field('Sheet', this.sheet),
      field('Header row', this.headerRow, 'The row with the column names.'),
      el('div', { class: 'actions' }, again),
    ];
  }

  private columnOf({ field: name, header, required }: SetupView['fields'][number]): HTMLSelectElement {
    const { setup, before, changed } = this.context;
    const options = [
      { value: '', label: 'Not in my sheet' },
      ...setup.headers.filter((written) => written !== '').map((written) => ({ value: written, label: written })),
    ];
    const kept = before.columns?.[name];
    const control = select(options, kept !== undefined && setup.headers.includes(kept) ? kept : header);
    if (kept === '') control.value = '';
    if (required) control.required = true;
    control.addEventListener('change', () => {
      this.drawRows();
      changed();
    });
    return control;
  }

  private columnsFold(): HTMLElement {
    const { fields } = this.context.setup;
    const needed = fields.filter((entry) => entry.required || entry.header !== '');
    const others = fields.filter((entry) => !needed.includes(entry));
    this.fold.replaceChildren(
      el('summary', {}, 'What each column means'),
      ...needed.map((entry) => this.columnField(entry)),
      ...(others.length > 0
        ? [
            el(
              'details',
              { class: 'more' },
              el('summary', {}, `${count(others.length, 'other column')} a sheet may have`),
              ...others.map((entry) => this.columnField(entry)),
            ),
          ]
        : []),
    );
    this.fold.open = fields.some(
      ({ field: name, required }) => required && this.columns.get(name)?.value === '' && !this.isAsked(name),
    );
    return this.fold;
  }

  private columnField({
    field: name,
    label,
    meaning,
    required,
    header,
    sample,
  }: SetupView['fields'][number]): HTMLElement {
    const control = this.columns.get(name) ?? select([], '');
    const shown = sample.filter((text) => text !== '').slice(0, 3);
    const found = header === '' ? '' : shown.length > 0 ? `Such as ${shown.join(' · ')}` : 'This column is empty.';
    const hint = el('span', {});
    // What was found speaks of the column that was found, so it goes when another is chosen.
    const tell = (): void => {
      hint.textContent = control.value === header ? found : 'Chosen by you.';
    };
    control.addEventListener('change', tell);
    tell();
    const told = meaning === '' ? hint : el('span', {}, `${meaning} `, hint);
    return field(required ? `${label} (needed)` : label, control, found || meaning ? told : '');
  }

  private isAsked(name: string): boolean {
    return this.context.setup.questions.some((question) => question.field === name);
  }

  /** The first question that nobody answered, and what the others were answered. */
  private question(): HTMLElement {
    const place = el('div', { class: 'run-questions' });
    const draw = (): void => {
      const { questions } = this.context.setup;
      const keyOf = ({ field: name, kind }: SetupView['questions'][number]): string => kind ?? name;
      const open = questions.filter((question) => !this.answered.has(keyOf(question)));
      const [next] = open;
      const answers = questions
        .filter((question) => this.answered.has(keyOf(question)))
        .map((question) => el('li', {}, pill(`${this.labelOf(question.field)}: ${this.answerOf(question)}`, 'good')));
      place.replaceChildren(
        ...(answers.length > 0 ? [el('ul', { class: 'run-answers', role: 'status' }, ...answers)] : []),
        ...(next ? [this.questionCard(next, questions.length - open.length + 1, questions.length, draw)] : []),
      );
    };
    draw();
    return place;
  }

  private questionCard(
    { field: name, message, candidates, kind }: SetupView['questions'][number],
    at: number,
    all: number,
    draw: () => void,
  ): HTMLElement {
    const isOrder = kind === 'date-order';
    const take = (candidate: string): void => {
      if (isOrder) this.dateOrder = candidate === candidates[0] ? 'day-first' : 'month-first';
      const control = isOrder ? undefined : this.columns.get(name);
      if (control) {
        control.value = candidate;
        control.dispatchEvent(new Event('change'));
      }
      this.answered.add(kind ?? name);
      draw();
      this.context.changed();
    };
    const offered = candidates.filter((candidate) => isOrder || this.context.setup.headers.includes(candidate));
    return el(
      'section',
      { class: 'question', 'aria-label': `Question about ${this.labelOf(name)}` },
      el('h4', {}, all > 1 ? `Question ${at} of ${all}` : 'A question'),
      el('p', {}, message),
      offered.length > 0
        ? el('div', { class: 'actions' }, ...offered.map((candidate) => button(candidate, () => take(candidate))))
        : candidates.length > 0 && el('p', { class: 'muted' }, candidates.join(' · ')),
      offered.length === 0 &&
        el(
          'div',
          { class: 'actions' },
          button('Go on', () => take(this.columns.get(name)?.value ?? '')),
        ),
    );
  }

  private answerOf({ field: name, kind, candidates }: SetupView['questions'][number]): string {
    if (kind === 'date-order') return candidates[this.dateOrder === 'month-first' ? 1 : 0] ?? '';
    return this.columns.get(name)?.value || 'not in my sheet';
  }

  private labelOf(name: string): string {
    return this.context.setup.fields.find((entry) => entry.field === name)?.label ?? name;
  }

  /** The first rows: the columns that mean something, in their colours, and the names of the others. */
  private drawRows(): void {
    const { setup } = this.context;
    const meant = setup.fields.flatMap(({ field: name, label }) => {
      const header = this.columns.get(name)?.value ?? '';
      return header === '' ? [] : [{ name, label, header }];
    });
    const placeOf = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
    meant.sort((a, b) => placeOf(a.name) - placeOf(b.name));
    const used = new Set(meant.map(({ header }) => header));
    const others = setup.headers.filter((header) => header !== '' && !used.has(header));
    const example = this.example();
    const head = meant.map(({ name, label, header }) =>
      el(
        'th',
        { scope: 'col', class: `mean-${meaningOf(name)}` },
        el('span', {}, label),
        el('span', { class: 'small muted', dir: 'auto' }, header),
      ),
    );
    const lines = example.map((row) =>
      el(
        'tr',
        {},
        ...meant.map(({ name }) => el('td', { class: `mean-${meaningOf(name)}`, dir: 'auto' }, row[name] ?? '')),
      ),
    );
    this.rows.replaceChildren(
      el(
        'table',
        {},
        el('caption', { class: 'unseen' }, 'The first rows of your table, and what each column means'),
        el('thead', {}, el('tr', {}, ...head)),
        el('tbody', {}, ...lines),
      ),
      ...(others.length > 0
        ? [el('p', { class: 'hint run-unused', dir: 'auto' }, `Not used: ${others.join(', ')}`)]
        : []),
    );
  }

  private problems(): HTMLElement[] {
    const { setup, shell } = this.context;
    const { problems } = setup;
    if (problems.length === 0) return [];
    return [
      el(
        'details',
        { class: 'more' },
        el('summary', {}, count(problems.length, 'row cannot be read', 'rows cannot be read')),
        el('p', { class: 'muted' }, 'They are left out until they are mended; the others are read.'),
        problemList(problems.slice(0, PROBLEMS_SHOWN), shell),
      ),
    ];
  }
}

function meaningOf(name: string): string {
  return MEANINGS.find(([, fields]) => fields.includes(name))?.[0] ?? 'what';
}

function select(options: { value: string; label: string }[], chosen: string): HTMLSelectElement {
  const element = el('select', {}, ...options.map(({ value, label }) => el('option', { value }, label)));
  element.value = chosen;
  return element;
}
