// The enums of SpreadsheetApp that the services themselves ask little or nothing of.
import { makeEnum } from './enums';

export const AutoFillSeries = makeEnum('DEFAULT_SERIES', 'ALTERNATE_SERIES');
export const BandingTheme = makeEnum(
  'LIGHT_GREY',
  'CYAN',
  'GREEN',
  'YELLOW',
  'ORANGE',
  'BLUE',
  'TEAL',
  'GREY',
  'BROWN',
  'LIGHT_GREEN',
  'INDIGO',
  'PINK',
);
export const ColorType = makeEnum('UNSUPPORTED', 'RGB', 'THEME');
export const CopyPasteType = makeEnum(
  'PASTE_NORMAL',
  'PASTE_NO_BORDERS',
  'PASTE_FORMAT',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_VALUES',
  'PASTE_CONDITIONAL_FORMATTING',
  'PASTE_COLUMN_WIDTHS',
);
export const DeveloperMetadataLocationType = makeEnum('SPREADSHEET', 'SHEET', 'ROW', 'COLUMN');
export const DeveloperMetadataVisibility = makeEnum('DOCUMENT', 'PROJECT');
export const GroupControlTogglePosition = makeEnum('BEFORE', 'AFTER');
export const InterpolationType = makeEnum('NUMBER', 'PERCENT', 'PERCENTILE', 'MIN', 'MAX');
export const RelativeDate = makeEnum('TODAY', 'TOMORROW', 'YESTERDAY', 'PAST_WEEK', 'PAST_MONTH', 'PAST_YEAR');
export const SortOrder = makeEnum('ASCENDING', 'DESCENDING');
export const TextDirection = makeEnum('LEFT_TO_RIGHT', 'RIGHT_TO_LEFT');
export const TextToColumnsDelimiter = makeEnum('COMMA', 'SEMICOLON', 'PERIOD', 'SPACE');
export const ThemeColorType = makeEnum(
  'UNSUPPORTED',
  'TEXT',
  'BACKGROUND',
  'ACCENT1',
  'ACCENT2',
  'ACCENT3',
  'ACCENT4',
  'ACCENT5',
  'ACCENT6',
  'HYPERLINK',
);
