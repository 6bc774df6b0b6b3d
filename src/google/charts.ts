// Charts by Google's services: put beside their blocks, found again by their id, and none of them stops anything else.
import type { Charts as ChartPort, ChartSpec, SheetInfo } from '../workbook/ports';
import { cosmetic } from './typed-columns';
import { activeSpreadsheet } from './workbook';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type FontWeight = GoogleAppsScript.Spreadsheet.FontWeight;

/** Pixels; a block of nineteen rows is a little higher. */
const SIZE = { width: 620, height: 360 };

const TITLE_GROUND = '#e8eaed';

/** The port over the active spreadsheet. */
export function googleCharts(): ChartPort {
  const sheetOf = ({ id, name }: SheetInfo): Sheet => {
    const sheet = activeSpreadsheet()
      .getSheets()
      .find((one) => one.getSheetId() === id);
    if (!sheet) throw new Error(`The tab "${name}" is gone.`);
    return sheet;
  };
  return {
    all: (info) =>
      sheetOf(info)
        .getCharts()
        .flatMap((chart) => {
          const id = chart.getChartId();
          return id === null ? [] : [{ id, title: titleOf(chart) }];
        }),
    insert: (info, charts) => {
      const sheet = sheetOf(info);
      return charts
        .filter((spec) => !isDone(() => sheet.insertChart(builtFrom(sheet, spec))))
        .map(({ title }) => title);
    },
    remove: (info, ids) => {
      if (ids.length === 0) return;
      const sheet = sheetOf(info);
      for (const chart of sheet.getCharts()) {
        const id = chart.getChartId();
        if (id !== null && ids.includes(id)) cosmetic(() => sheet.removeChart(chart));
      }
    },
    lookLike: (info, formats, headings) => {
      const sheet = sheetOf(info);
      const [first = []] = formats;
      cosmetic(() =>
        sheet.getRange(1, 1, formats.length, first.length).setNumberFormats(formats.map((row) => [...row])),
      );
      const block = sheet.getRange(1, 1, formats.length, first.length);
      const looks = (heading: string | null): (string | null)[][] =>
        formats.map((row, at) => row.map(() => (headings.includes(at + 1) ? heading : null)));
      cosmetic(() => block.setFontWeights(looks('bold') as FontWeight[][]));
      cosmetic(() => block.setBackgrounds(looks(TITLE_GROUND) as string[][]));
    },
  };
}

/** What the options say of the title; what people typed in their place counts as well. */
function titleOf(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): string {
  try {
    return String(chart.getOptions().get('title') ?? '');
  } catch {
    return '';
  }
}

function isDone(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch (error) {
    console.warn(error);
    return false;
  }
}

function builtFrom(
  sheet: Sheet,
  { title, kind, lines, block, at }: ChartSpec,
): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  const { COLUMN, BAR, COMBO, LINE } = Charts.ChartType;
  const isMixed = lines > 0 && kind !== 'lines';
  const bars = block.columns - 1 - lines;
  const type = isMixed ? COMBO : kind === 'lines' ? LINE : kind === 'bars' || kind === 'percent' ? BAR : COLUMN;
  const stacked = { bars: true, stacked: true, percent: 'percent', columns: false, lines: false }[kind];
  const builder = sheet.newChart();
  if (isMixed) {
    builder.setOption('seriesType', 'bars');
    const asLines = Array.from({ length: lines }, (_, line) => [bars + line, { type: 'line' }]);
    builder.setOption('series', Object.fromEntries(asLines));
  }
  return (
    builder
      .setChartType(type)
      .addRange(sheet.getRange(block.row, block.column, block.rows, block.columns))
      .setNumHeaders(1)
      // Rows that somebody hides or filters stay in the picture.
      .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
      .setPosition(at.row, at.column, 0, 0)
      .setOption('title', title)
      .setOption('isStacked', stacked)
      .setOption('legend.position', block.columns > 2 ? 'bottom' : 'none')
      .setOption('width', SIZE.width)
      .setOption('height', SIZE.height)
      .build()
  );
}
