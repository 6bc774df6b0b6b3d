// Data validation: the rule, its builder, and how rules are kept with cells.
import { a1Notation, parseReference } from './a1';
import type { Book } from './book';
import { type MethodTable, named, serve, signatureException } from './call';
import { DataValidationCriteria, type EnumValue, enumNamed } from './enums';
import { fail } from './exception';
import type { Host } from './host';
import type { StoredRule } from './validation-rules';

interface Rule {
  criteria: EnumValue | null;
  values: unknown[];
  allowInvalid: boolean;
  help: string | null;
}

const rules = new WeakMap<object, Rule>();

function ruleOf(object: object): Rule {
  return rules.get(object) ?? fail('Invalid data validation');
}

/** A built rule. */
export class DataValidation {
  constructor(rule: Rule) {
    rules.set(this, { ...rule, values: [...rule.values] });
  }
  getAllowInvalid(): boolean {
    return ruleOf(this).allowInvalid;
  }
  getCriteriaType(): EnumValue | null {
    return ruleOf(this).criteria;
  }
  getCriteriaValues(): unknown[] {
    return [...ruleOf(this).values];
  }
  getHelpText(): string | null {
    return ruleOf(this).help;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(ruleOf(this));
  }
}

type Criteria = typeof DataValidationCriteria;

/** The builder of a rule. */
export class DataValidationBuilder {
  constructor(rule: Rule = { criteria: null, values: [], allowInvalid: true, help: null }) {
    rules.set(this, { ...rule, values: [...rule.values] });
  }
  #set(criteria: keyof Criteria, ...values: unknown[]): this {
    Object.assign(ruleOf(this), { criteria: DataValidationCriteria[criteria], values });
    return this;
  }
  getAllowInvalid(): boolean {
    return ruleOf(this).allowInvalid;
  }
  getCriteriaType(): EnumValue | null {
    return ruleOf(this).criteria;
  }
  getCriteriaValues(): unknown[] {
    return [...ruleOf(this).values];
  }
  getHelpText(): string | null {
    return ruleOf(this).help;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(ruleOf(this));
  }
  build(): DataValidation {
    return new DataValidation(ruleOf(this));
  }
  setAllowInvalid(allow: boolean): this {
    ruleOf(this).allowInvalid = allow;
    return this;
  }
  setHelpText(text: string | null): this {
    ruleOf(this).help = text;
    return this;
  }
  requireCheckbox(checked: unknown = undefined, unchecked: unknown = undefined): this {
    return this.#set('CHECKBOX', ...[checked, unchecked].filter((value) => value !== undefined));
  }
  requireDate(): this {
    return this.#set('DATE_IS_VALID_DATE');
  }
  requireDateAfter(date: Date): this {
    return this.#set('DATE_AFTER', date);
  }
  requireDateBefore(date: Date): this {
    return this.#set('DATE_BEFORE', date);
  }
  requireDateBetween(start: Date, end: Date): this {
    return this.#set('DATE_BETWEEN', start, end);
  }
  requireDateEqualTo(date: Date): this {
    return this.#set('DATE_EQUAL_TO', date);
  }
  requireDateNotBetween(start: Date, end: Date): this {
    return this.#set('DATE_NOT_BETWEEN', start, end);
  }
  requireDateOnOrAfter(date: Date): this {
    return this.#set('DATE_ON_OR_AFTER', date);
  }
  requireDateOnOrBefore(date: Date): this {
    return this.#set('DATE_ON_OR_BEFORE', date);
  }
  requireFormulaSatisfied(formula: string): this {
    return this.#set('CUSTOM_FORMULA', formula);
  }
  requireNumberBetween(start: number, end: number): this {
    return this.#set('NUMBER_BETWEEN', start, end);
  }
  requireNumberEqualTo(number: number): this {
    return this.#set('NUMBER_EQUAL_TO', number);
  }
  requireNumberGreaterThan(number: number): this {
    return this.#set('NUMBER_GREATER_THAN', number);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.#set('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  requireNumberLessThan(number: number): this {
    return this.#set('NUMBER_LESS_THAN', number);
  }
  requireNumberLessThanOrEqualTo(number: number): this {
    return this.#set('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return this.#set('NUMBER_NOT_BETWEEN', start, end);
  }
  requireNumberNotEqualTo(number: number): this {
    return this.#set('NUMBER_NOT_EQUAL_TO', number);
  }
  requireTextContains(text: string): this {
    return this.#set('TEXT_CONTAINS', text);
  }
  requireTextDoesNotContain(text: string): this {
    return this.#set('TEXT_DOES_NOT_CONTAIN', text);
  }
  requireTextEqualTo(text: string): this {
    return this.#set('TEXT_EQUAL_TO', text);
  }
  requireTextIsEmail(): this {
    return this.#set('TEXT_IS_VALID_EMAIL');
  }
  requireTextIsUrl(): this {
    return this.#set('TEXT_IS_VALID_URL');
  }
  requireValueInList(values: unknown[], showDropdown = true): this {
    return this.#set('VALUE_IN_LIST', values.map(listText), showDropdown);
  }
  requireValueInRange(range: unknown, showDropdown = true): this {
    return this.#set('VALUE_IN_RANGE', range, showDropdown);
  }
  withCriteria(criteria: EnumValue, values: unknown[]): this {
    Object.assign(ruleOf(this), { criteria, values: [...values] });
    return this;
  }
}

function listText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** The plain form a rule is kept in with a cell. @throws Exception when the object is no rule */
export function storedRule(book: Book, object: unknown, method: string): StoredRule {
  const rule = typeof object === 'object' && object !== null ? rules.get(object) : undefined;
  if (!rule || !(object instanceof DataValidation)) throw signatureException([object], method);
  const values = rule.values.map((value) => {
    if (Object.prototype.toString.call(value) === '[object Date]') return { date: (value as Date).getTime() };
    const rect = book.rectOf(value);
    if (!rect) return value;
    const sheet = book.facts(rect.sheetId).name.replace(/'/g, "''");
    return { range: `'${sheet}'!${a1Notation(rect.row, rect.column, rect.rows, rect.columns)}` };
  });
  return { criteria: rule.criteria?.name() ?? '', values, allowInvalid: rule.allowInvalid, help: rule.help };
}

/** The rule object of a kept rule, `null` for a cell without one. */
export function ruleObject(book: Book, stored: unknown): DataValidation | null {
  if (typeof stored !== 'object' || stored === null || !('criteria' in stored)) return null;
  const rule = stored as StoredRule;
  const values = rule.values.map((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return Array.isArray(value) ? [...value] : value;
    if ('date' in value) return new Date(Number(value.date));
    return 'range' in value ? rangeOf(book, String(value.range)) : value;
  });
  const criteria = enumNamed(DataValidationCriteria, rule.criteria);
  return new DataValidation({ criteria, values, allowInvalid: rule.allowInvalid, help: rule.help });
}

function rangeOf(book: Book, text: string): unknown {
  const ref = parseReference(text);
  const { draft } = book.host;
  const sheetId = draft.sheetIds().find((id) => draft.sheet(id)?.name === ref?.sheet);
  if (
    !ref ||
    sheetId === undefined ||
    ref.top === null ||
    ref.left === null ||
    ref.bottom === null ||
    ref.right === null
  )
    return text;
  return book.range({
    sheetId,
    row: ref.top,
    column: ref.left,
    rows: ref.bottom - ref.top + 1,
    columns: ref.right - ref.left + 1,
  });
}

const COMMON: MethodTable = {
  getAllowInvalid: '- ',
  getCriteriaType: '- ',
  getCriteriaValues: '- ',
  getHelpText: '- ',
  copy: '- ',
};
const BUILDER: MethodTable = {
  ...COMMON,
  build: '- ',
  setAllowInvalid: '- b',
  setHelpText: '- s',
  requireCheckbox: '- |a|a,a',
  requireDate: '- ',
  requireDateAfter: '- d',
  requireDateBefore: '- d',
  requireDateBetween: '- d,d',
  requireDateEqualTo: '- d',
  requireDateNotBetween: '- d,d',
  requireDateOnOrAfter: '- d',
  requireDateOnOrBefore: '- d',
  requireFormulaSatisfied: '- S',
  requireNumberBetween: '- n,n',
  requireNumberEqualTo: '- n',
  requireNumberGreaterThan: '- n',
  requireNumberGreaterThanOrEqualTo: '- n',
  requireNumberLessThan: '- n',
  requireNumberLessThanOrEqualTo: '- n',
  requireNumberNotBetween: '- n,n',
  requireNumberNotEqualTo: '- n',
  requireTextContains: '- S',
  requireTextDoesNotContain: '- S',
  requireTextEqualTo: '- S',
  requireTextIsEmail: '- ',
  requireTextIsUrl: '- ',
  requireValueInList: '- A|A,b',
  requireValueInRange: '- e|e,b',
  withCriteria: '- e,A',
};

/** Puts the calling rules around rule and builder. */
export function serveDataValidation(host: Host): void {
  serve(host, DataValidation.prototype, 'SpreadsheetApp.DataValidation', 'DataValidation', COMMON);
  serve(
    host,
    DataValidationBuilder.prototype,
    'SpreadsheetApp.DataValidationBuilder',
    'DataValidationBuilder',
    BUILDER,
  );
  named(DataValidation.prototype, 'DataValidation');
  named(DataValidationBuilder.prototype, 'DataValidationBuilder');
}
