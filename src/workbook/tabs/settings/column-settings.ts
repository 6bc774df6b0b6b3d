// The settings that say which column of the invoice sheet means what: confirmed in Set-up, one a field.
import { FIELD_EFFECTS, FIELD_LABELS } from '../../../sheet/field-labels';
import { FIELDS, type Field, type Mapping } from '../../../sheet/fields';
import { textOf } from '../../../sheet/read/typed-cells';
import { type Family, type Setting, text } from './setting';

const PREFIX = 'Column: ';

function columnOf(field: Field): Setting<string> {
  return text({
    name: `${PREFIX}${field}`,
    label: FIELD_LABELS[field],
    group: 'Columns of the sheet',
    initial: ({ mapping }) => mapping[field] ?? '',
    meaning:
      `${FIELD_LABELS[field]}: the header of its column; empty when there is none. ${FIELD_EFFECTS[field] ?? ''}`.trim(),
    moves: 'columns',
  });
}

/** The confirmed mapping. An empty cell says that there is no such column; a row that is missing (an older workbook's) says nothing. */
export const COLUMN_SETTINGS: Family<Mapping> = {
  prefix: PREFIX,
  initial: () => FIELDS,
  offered: [],
  one: (rest) => {
    const field = fieldNamed(rest);
    return field ? columnOf(field) : null;
  },
  all: (told) => {
    const mapping: Mapping = {};
    for (const { rest, cell } of told) {
      const field = fieldNamed(rest);
      if (field) mapping[field] = textOf(cell);
    }
    return mapping;
  },
};

function fieldNamed(written: string): Field | undefined {
  return FIELDS.find((field) => field.toLowerCase() === written.toLowerCase());
}
