// Enums as the services give them: objects with name(), ordinal(), compareTo() and toString(), compared by identity.
import { markEnum } from './call';

/** One value of an enum. */
export interface EnumValue {
  name(): string;
  ordinal(): number;
  compareTo(other: EnumValue): number;
  toString(): string;
  toJSON(): string;
}

const places = new WeakMap<object, { name: string; ordinal: number }>();

function placeOf(value: object): { name: string; ordinal: number } {
  return places.get(value) ?? { name: '', ordinal: -1 };
}

const shared: EnumValue = {
  name() {
    return placeOf(this).name;
  },
  ordinal() {
    return placeOf(this).ordinal;
  },
  compareTo(other) {
    return placeOf(this).ordinal - placeOf(other).ordinal;
  },
  toString() {
    return placeOf(this).name;
  },
  toJSON() {
    return placeOf(this).name;
  },
};

/**
 * Makes an enum; its values are properties of the result, and of each other, as on Google.
 * @example makeEnum('NONE', 'FULL').FULL.ordinal() // 1
 */
function makeEnum<N extends string>(...names: N[]): Record<N, EnumValue> {
  const values = Object.create(shared) as Record<N, EnumValue>;
  // Each value inherits from the enum: that gives it the methods, and its siblings as properties.
  names.forEach((name, ordinal) => {
    const value = Object.create(values) as EnumValue;
    places.set(value, { name, ordinal });
    markEnum(value);
    values[name] = value;
  });
  // On Google the enum itself is its first value: ScriptApp.AuthMode.name() is 'NONE'.
  places.set(values, { name: names[0] ?? '', ordinal: 0 });
  return values;
}

/** The value of an enum with a name, if it has one. */
export function enumNamed(values: Record<string, EnumValue>, name: string): EnumValue | null {
  return Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}

export const DataValidationCriteria = makeEnum(
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
);
export const ChartType = makeEnum(
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'RADAR',
  'LINE',
  'ORG',
  'PIE',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
);
export const ChartHiddenDimensionStrategy = makeEnum('IGNORE_BOTH', 'IGNORE_ROWS', 'IGNORE_COLUMNS', 'SHOW_BOTH');
export const ChartMergeStrategy = makeEnum('MERGE_COLUMNS', 'MERGE_ROWS');
export const AuthMode = makeEnum('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
export const AuthorizationStatus = makeEnum('NOT_REQUIRED', 'REQUIRED');
export const EventType = makeEnum('CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED');
export const TriggerSource = makeEnum('SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR');
export const Button = makeEnum('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
export const ButtonSet = makeEnum('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');
export const DigestAlgorithm = makeEnum('MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512');
export const Charset = makeEnum('US_ASCII', 'UTF_8');
