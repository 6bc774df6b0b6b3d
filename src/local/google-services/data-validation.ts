// Data validation: the rule, its builder, and how rules are kept with cells.
import { type MethodTable, named, serve, signatureException } from './call';
import { DataValidationCriteria, type EnumValue, enumNamed } from './enums';
import { fail } from './exception';
import type { Host } from './host';
import { isDate } from './instant';
import { isRule, type StoredRule } from './validation-rules';

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

/** What a rule and its builder both answer. */
class RuleReader {
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

/** A built rule. */
export class DataValidation extends RuleReader {}

/** The builder of a rule. */
export class DataValidationBuilder extends RuleReader {
  constructor(rule: Rule = { criteria: null, values: [], allowInvalid: true, help: null }) {
    super(rule);
  }
  #set(criteria: EnumValue, values: unknown[]): this {
    Object.assign(ruleOf(this), { criteria, values });
    return this;
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
  requireCheckbox(...marks: unknown[]): this {
    return this.#set(DataValidationCriteria.CHECKBOX, marks);
  }
  requireDate(): this {
    return this.#set(DataValidationCriteria.DATE_IS_VALID_DATE, []);
  }
  requireDateAfter(date: Date): this {
    return this.#set(DataValidationCriteria.DATE_AFTER, [date]);
  }
  requireValueInList(values: unknown[], showDropdown = true): this {
    return this.#set(DataValidationCriteria.VALUE_IN_LIST, [values.map((value) => String(value ?? '')), showDropdown]);
  }
  withCriteria(criteria: EnumValue, values: unknown[]): this {
    return this.#set(criteria, [...values]);
  }
}

/** The plain form a rule is kept in with a cell. @throws Exception when the object is no rule */
export function storedRule(object: unknown, method: string): StoredRule {
  const rule = typeof object === 'object' && object !== null ? rules.get(object) : undefined;
  if (!rule || !(object instanceof DataValidation)) throw signatureException([object], method);
  const values = rule.values.map((value) => (isDate(value) ? { date: value.getTime() } : value));
  return { criteria: rule.criteria?.name() ?? '', values, allowInvalid: rule.allowInvalid, help: rule.help };
}

/** The rule object of a kept rule, `null` for a cell without one. */
export function ruleObject(stored: unknown): DataValidation | null {
  if (!isRule(stored)) return null;
  const values = stored.values.map((value) => {
    if (Array.isArray(value)) return [...value];
    return typeof value === 'object' && value !== null && 'date' in value ? new Date(Number(value.date)) : value;
  });
  const criteria = enumNamed(DataValidationCriteria, stored.criteria);
  return new DataValidation({ criteria, values, allowInvalid: stored.allowInvalid, help: stored.help });
}

const COMMON: MethodTable = {
  getAllowInvalid: '- ',
  getCriteriaType: '- ',
  getCriteriaValues: '- ',
  getHelpText: '- ',
  copy: '- ',
};
const BUILDER: MethodTable = {
  build: '- ',
  setAllowInvalid: '- b',
  setHelpText: '- s',
  requireCheckbox: '- |a|a,a',
  requireDate: '- ',
  requireDateAfter: '- d',
  requireValueInList: '- A|A,b',
  withCriteria: '- e,A',
};

/** Puts the calling rules around rule and builder. */
export function serveDataValidation(host: Host): void {
  for (const [target, name, table] of [
    [DataValidation.prototype, 'DataValidation', COMMON],
    [DataValidationBuilder.prototype, 'DataValidationBuilder', { ...COMMON, ...BUILDER }],
  ] as const) {
    serve(host, target, `SpreadsheetApp.${name}`, name, table);
    named(target, name);
  }
}
