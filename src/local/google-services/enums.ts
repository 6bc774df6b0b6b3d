// Enums as the services give them: objects with name(), ordinal(), compareTo() and toString(), compared by identity.
import { markEnum } from './call';
import { defineHidden } from './hidden';

/** One value of an enum. */
export interface EnumValue {
  name(): string;
  ordinal(): number;
  compareTo(other: EnumValue): number;
  toString(): string;
  toJSON(): string;
}

/**
 * Makes an enum; its values are properties of the result, and of each other, as on Google.
 * @example makeEnum('CLIP', 'WRAP').WRAP.ordinal() // 1
 */
export function makeEnum<N extends string>(...names: N[]): Record<N, EnumValue> {
  const values = {} as Record<N, EnumValue>;
  names.forEach((name, ordinal) => {
    const value: EnumValue = {
      name: () => name,
      ordinal: () => ordinal,
      compareTo: (other) => ordinal - other.ordinal(),
      toString: () => name,
      toJSON: () => name,
    };
    markEnum(value);
    values[name] = value;
  });
  for (const name of names) {
    for (const other of names) {
      Object.defineProperty(values[name], other, { value: values[other], enumerable: false });
    }
  }
  // On Google the enum itself is its first value: SpreadsheetApp.WrapStrategy.name() is 'WRAP'.
  const [first] = Object.values<EnumValue>(values);
  if (first) defineHidden(values, Object.fromEntries(Object.entries(first)));
  return values;
}

/** The value of an enum with a name, if it has one. */
export function enumNamed(values: Record<string, EnumValue>, name: string): EnumValue | null {
  return Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}

export const WrapStrategy = makeEnum('WRAP', 'OVERFLOW', 'CLIP');
export const Dimension = makeEnum('COLUMNS', 'ROWS');
export const Direction = makeEnum('UP', 'DOWN', 'PREVIOUS', 'NEXT');
export const ProtectionType = makeEnum('RANGE', 'SHEET');
export const ValueType = makeEnum('IMAGE');
export const BorderStyle = makeEnum('DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE');
export const RecalculationInterval = makeEnum('ON_CHANGE', 'MINUTE', 'HOUR');
export const SheetType = makeEnum('GRID', 'OBJECT', 'DATASOURCE');
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
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
);
export const BooleanCriteria = makeEnum(
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'DATE_NOT_EQUAL_TO',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
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
  'TEXT_NOT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'CUSTOM_FORMULA',
);
export const AuthMode = makeEnum('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
export const AuthorizationStatus = makeEnum('NOT_REQUIRED', 'REQUIRED');
export const EventType = makeEnum('CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED');
export const TriggerSource = makeEnum('SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR');
export const Weekday = makeEnum('SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY');
export const Month = makeEnum(
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
);
export const Button = makeEnum('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
export const ButtonSet = makeEnum('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');
export const DigestAlgorithm = makeEnum('MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512');
export const MacAlgorithm = makeEnum('HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512');
export const Charset = makeEnum('US_ASCII', 'UTF_8');
export const SandboxMode = makeEnum('EMULATED', 'IFRAME', 'NATIVE');
export const XFrameOptionsMode = makeEnum('ALLOWALL', 'DEFAULT');
