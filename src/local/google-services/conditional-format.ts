// Conditional format rules: built, kept with the sheet, and read back. They are not painted here.
import type { Book, Rect } from './book';
import { type MethodTable, named, serve } from './call';
import { colorOf } from './colors';
import { BooleanCriteria, type EnumValue, enumNamed } from './enums';
import { fail } from './exception';
import type { Host } from './host';

interface Rule {
  criteria: string | null;
  values: unknown[];
  background: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: boolean | null;
  strikethrough: boolean | null;
  ranges: Rect[];
}

const EMPTY: Rule = {
  criteria: null,
  values: [],
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  ranges: [],
};
const rules = new WeakMap<object, Rule>();

function ruleOf(object: object): Rule {
  return rules.get(object) ?? fail('Invalid conditional format rule');
}

/** The condition of a rule. */
export class BooleanCondition {
  constructor(rule: Rule) {
    rules.set(this, rule);
  }
  getCriteriaType(): EnumValue | null {
    return enumNamed(BooleanCriteria, ruleOf(this).criteria ?? '');
  }
  getCriteriaValues(): unknown[] {
    return ruleOf(this).values.map((value) =>
      typeof value === 'object' && value !== null && 'date' in value ? new Date(Number(value.date)) : value,
    );
  }
  getBackground(): string | null {
    return ruleOf(this).background;
  }
  getFontColor(): string | null {
    return ruleOf(this).fontColor;
  }
  getBold(): boolean | null {
    return ruleOf(this).bold;
  }
  getItalic(): boolean | null {
    return ruleOf(this).italic;
  }
  getUnderline(): boolean | null {
    return ruleOf(this).underline;
  }
  getStrikethrough(): boolean | null {
    return ruleOf(this).strikethrough;
  }
}

/** A built rule. */
export class ConditionalFormatRule {
  readonly #book: Book;
  constructor(book: Book, rule: Rule) {
    this.#book = book;
    rules.set(this, structuredRule(rule));
  }
  getBooleanCondition(): BooleanCondition | null {
    return ruleOf(this).criteria === null ? null : new BooleanCondition(ruleOf(this));
  }
  getGradientCondition(): null {
    return null;
  }
  getRanges(): object[] {
    return ruleOf(this).ranges.map((rect) => this.#book.range(rect));
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#book, ruleOf(this));
  }
}

function structuredRule(rule: Rule): Rule {
  return { ...rule, values: [...rule.values], ranges: rule.ranges.map((rect) => ({ ...rect })) };
}

/** The builder of a rule. */
export class ConditionalFormatRuleBuilder {
  readonly #book: Book;
  constructor(book: Book, rule: Rule = EMPTY) {
    this.#book = book;
    rules.set(this, structuredRule(rule));
  }
  #when(criteria: string, ...values: unknown[]): this {
    const kept = values.map((value) =>
      Object.prototype.toString.call(value) === '[object Date]' ? { date: (value as Date).getTime() } : value,
    );
    Object.assign(ruleOf(this), { criteria, values: kept });
    return this;
  }
  #set(change: Partial<Rule>): this {
    Object.assign(ruleOf(this), change);
    return this;
  }
  build(): ConditionalFormatRule {
    const rule = ruleOf(this);
    if (rule.ranges.length === 0) fail('Conditional format rule must have at least one range.');
    if (rule.criteria === null) fail('Conditional format rule must have a condition.');
    return new ConditionalFormatRule(this.#book, rule);
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#book, ruleOf(this));
  }
  getBooleanCondition(): BooleanCondition | null {
    return ruleOf(this).criteria === null ? null : new BooleanCondition(ruleOf(this));
  }
  getRanges(): object[] {
    return ruleOf(this).ranges.map((rect) => this.#book.range(rect));
  }
  setRanges(ranges: unknown[]): this {
    return this.#set({ ranges: ranges.map((range) => this.#book.rectOf(range) ?? fail('Invalid range')) });
  }
  setBackground(color: string | null): this {
    return this.#set({ background: color === null ? null : (colorOf(color) ?? ruleOf(this).background) });
  }
  setFontColor(color: string | null): this {
    return this.#set({ fontColor: color === null ? null : (colorOf(color) ?? ruleOf(this).fontColor) });
  }
  setBold(bold: boolean | null): this {
    return this.#set({ bold });
  }
  setItalic(italic: boolean | null): this {
    return this.#set({ italic });
  }
  setUnderline(underline: boolean | null): this {
    return this.#set({ underline });
  }
  setStrikethrough(strikethrough: boolean | null): this {
    return this.#set({ strikethrough });
  }
  whenCellEmpty(): this {
    return this.#when('CELL_EMPTY');
  }
  whenCellNotEmpty(): this {
    return this.#when('CELL_NOT_EMPTY');
  }
  whenDateAfter(date: unknown): this {
    return this.#when('DATE_AFTER', date);
  }
  whenDateBefore(date: unknown): this {
    return this.#when('DATE_BEFORE', date);
  }
  whenDateEqualTo(date: unknown): this {
    return this.#when('DATE_EQUAL_TO', date);
  }
  whenFormulaSatisfied(formula: string): this {
    return this.#when('CUSTOM_FORMULA', formula);
  }
  whenNumberBetween(start: number, end: number): this {
    return this.#when('NUMBER_BETWEEN', start, end);
  }
  whenNumberEqualTo(number: number): this {
    return this.#when('NUMBER_EQUAL_TO', number);
  }
  whenNumberGreaterThan(number: number): this {
    return this.#when('NUMBER_GREATER_THAN', number);
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.#when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  whenNumberLessThan(number: number): this {
    return this.#when('NUMBER_LESS_THAN', number);
  }
  whenNumberLessThanOrEqualTo(number: number): this {
    return this.#when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  whenNumberNotBetween(start: number, end: number): this {
    return this.#when('NUMBER_NOT_BETWEEN', start, end);
  }
  whenNumberNotEqualTo(number: number): this {
    return this.#when('NUMBER_NOT_EQUAL_TO', number);
  }
  whenTextContains(text: string): this {
    return this.#when('TEXT_CONTAINS', text);
  }
  whenTextDoesNotContain(text: string): this {
    return this.#when('TEXT_DOES_NOT_CONTAIN', text);
  }
  whenTextEqualTo(text: string): this {
    return this.#when('TEXT_EQUAL_TO', text);
  }
  whenTextStartsWith(text: string): this {
    return this.#when('TEXT_STARTS_WITH', text);
  }
  whenTextEndsWith(text: string): this {
    return this.#when('TEXT_ENDS_WITH', text);
  }
  withCriteria(criteria: EnumValue, values: unknown[]): this {
    return this.#when(criteria.name(), ...values);
  }
}

/** The rules of a sheet. */
export function sheetRules(book: Book, sheetId: number): ConditionalFormatRule[] {
  const kept = book.facts(sheetId).extras['conditionalRules'];
  return (Array.isArray(kept) ? (kept as Rule[]) : []).map((rule) => new ConditionalFormatRule(book, rule));
}

/** Replaces the rules of a sheet. */
export function setSheetRules(book: Book, sheetId: number, list: unknown[]): void {
  const conditionalRules = list.map((rule) => {
    if (!(rule instanceof ConditionalFormatRule)) fail('Invalid conditional format rule');
    return ruleOf(rule);
  });
  book.host.draft.setSheet(sheetId, { extras: { ...book.facts(sheetId).extras, conditionalRules } });
}

const RULE: MethodTable = { getBooleanCondition: '- ', getGradientCondition: '- ', getRanges: '- ', copy: '- ' };
const CONDITION: MethodTable = {
  getCriteriaType: '- ',
  getCriteriaValues: '- ',
  getBackground: '- ',
  getFontColor: '- ',
  getBold: '- ',
  getItalic: '- ',
  getUnderline: '- ',
  getStrikethrough: '- ',
};
const BUILDER: MethodTable = {
  build: '- ',
  copy: '- ',
  getBooleanCondition: '- ',
  getRanges: '- ',
  setRanges: '- A',
  setBackground: '- S?',
  setFontColor: '- S?',
  setBold: '- b?',
  setItalic: '- b?',
  setUnderline: '- b?',
  setStrikethrough: '- b?',
  whenCellEmpty: '- ',
  whenCellNotEmpty: '- ',
  whenDateAfter: '- d|e',
  whenDateBefore: '- d|e',
  whenDateEqualTo: '- d|e',
  whenFormulaSatisfied: '- S',
  whenNumberBetween: '- n,n',
  whenNumberEqualTo: '- n',
  whenNumberGreaterThan: '- n',
  whenNumberGreaterThanOrEqualTo: '- n',
  whenNumberLessThan: '- n',
  whenNumberLessThanOrEqualTo: '- n',
  whenNumberNotBetween: '- n,n',
  whenNumberNotEqualTo: '- n',
  whenTextContains: '- S',
  whenTextDoesNotContain: '- S',
  whenTextEqualTo: '- S',
  whenTextStartsWith: '- S',
  whenTextEndsWith: '- S',
  withCriteria: '- e,A',
};

/** Puts the calling rules around rule, condition and builder. */
export function serveConditionalFormat(host: Host): void {
  serve(host, ConditionalFormatRule.prototype, 'SpreadsheetApp.ConditionalFormatRule', 'ConditionalFormatRule', RULE);
  serve(host, BooleanCondition.prototype, 'SpreadsheetApp.BooleanCondition', 'BooleanCondition', CONDITION);
  serve(
    host,
    ConditionalFormatRuleBuilder.prototype,
    'SpreadsheetApp.ConditionalFormatRuleBuilder',
    'ConditionalFormatRuleBuilder',
    BUILDER,
  );
  named(ConditionalFormatRule.prototype, 'ConditionalFormatRule');
  named(BooleanCondition.prototype, 'BooleanCondition');
  named(ConditionalFormatRuleBuilder.prototype, 'ConditionalFormatRuleBuilder');
}
