// Conditional format rules: built, kept with the sheet, and read back. They are not painted here.
import type { Book, Rect } from './book';
import { type MethodTable, named, serve } from './call';
import { type Color, colorObject, hexOfColor } from './color-objects';
import { colorOf } from './colors';
import { CONDITION_METHODS, type Condition, ConditionBuilder, criteriaType, criteriaValues } from './conditions';
import type { EnumValue } from './enums';
import { fail } from './exception';
import type { Host } from './host';

interface Rule extends Condition {
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
    return criteriaType(ruleOf(this));
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(ruleOf(this));
  }
  getBackground(): string | null {
    return ruleOf(this).background;
  }
  getFontColor(): string | null {
    return ruleOf(this).fontColor;
  }
  getBackgroundObject(): Color | null {
    return colorObject(ruleOf(this).background);
  }
  getFontColorObject(): Color | null {
    return colorObject(ruleOf(this).fontColor);
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
export class ConditionalFormatRuleBuilder extends ConditionBuilder {
  readonly #book: Book;
  constructor(book: Book, rule: Rule = EMPTY) {
    super();
    this.#book = book;
    rules.set(this, structuredRule(rule));
  }
  protected override take(condition: Condition): void {
    this.#set(condition);
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
  setBackgroundObject(color: unknown): this {
    return this.#set({ background: hexOfColor(color) });
  }
  setFontColorObject(color: unknown): this {
    return this.#set({ fontColor: hexOfColor(color) });
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
  getBackgroundObject: '- ',
  getFontColorObject: '- ',
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
  setBackgroundObject: '- e?',
  setFontColor: '- S?',
  setFontColorObject: '- e?',
  setBold: '- b?',
  setItalic: '- b?',
  setUnderline: '- b?',
  setStrikethrough: '- b?',
  ...CONDITION_METHODS,
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
  named(BooleanCondition.prototype, 'ConditionalFormatBooleanCondition');
  named(ConditionalFormatRuleBuilder.prototype, 'ConditionalFormatRuleBuilder');
}
