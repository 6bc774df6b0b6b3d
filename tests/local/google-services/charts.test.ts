// Charts of the local services: found again by id, snapshots, and the traps of the live service.
import { describe, expect, it } from 'vitest';
import { run } from './apps-script';

describe('charts', () => {
  it('have an id once they are inserted, keep it, and are removed by it', () => {
    const said = run(`
      const build = (title) => sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(sheet.getRange('A1:B5'))
        .setPosition(2, 4, 0, 0).setOption('title', title).setNumHeaders(1).build();
      const chart = build('One');
      const before = chart.getChartId();
      sheet.insertChart(chart);
      sheet.insertChart(build('Two'));
      const [one, two] = sheet.getCharts();
      sheet.updateChart(one.modify().setOption('title', 'Changed').build());
      const changed = sheet.getCharts()[0];
      sheet.removeChart(two);
      sheet.insertChart(build('Three'));
      const [, three] = sheet.getCharts();
      const at = one.getContainerInfo();
      return [before, one.getChartId() === changed.getChartId(), changed.getOptions().get('title'), three.getChartId() !== two.getChartId(),
        sheet.getCharts().length, changed.getRanges().map((range) => range.getA1Notation()).join(), at.getAnchorRow(), at.getAnchorColumn()];
    `);
    expect(said).toEqual([null, true, 'Changed', true, 2, 'A1:B5', 2, 4]);
  });

  it('move with rows that are inserted above, and survive a sheet that is cleared', () => {
    const said = run(`
      sheet.insertChart(sheet.newChart().addRange(sheet.getRange('A3:B5')).setPosition(4, 4, 0, 0).build());
      sheet.insertRowsBefore(1, 2);
      sheet.clear();
      const [chart] = sheet.getCharts();
      return [chart.getRanges()[0].getA1Notation(), chart.getContainerInfo().getAnchorRow()];
    `);
    expect(said).toEqual(['A5:B7', 6]);
  });

  it('refuse what the live service refuses', () => {
    const said = run(`
      const of = (act) => failure(act);
      const builder = () => sheet.newChart().addRange(sheet.getRange('A1:B5'));
      const show = Charts.ChartHiddenDimensionStrategy.SHOW_BOTH;
      const gone = builder().build();
      sheet.insertChart(gone);
      const [chart] = sheet.getCharts();
      sheet.removeChart(chart);
      return [
        of(() => builder().asPieChart().setHiddenDimensionStrategy(show)),
        of(() => builder().asColumnChart().setHiddenDimensionStrategy(show)),
        of(() => builder().asLineChart().setXAxisRange(0, 1)).slice(0, 9),
        of(() => builder().asScatterChart().setXAxisRange(0, 1)),
        of(() => sheet.insertChart(sheet.newChart().build())),
        of(() => sheet.updateChart(chart)),
        of(() => sheet.removeChart(chart)),
      ];
    `);
    expect(said).toEqual([
      'Exception: Unexpected error',
      'nothing thrown',
      'TypeError',
      'nothing thrown',
      'Exception: Charts must have at least one range.',
      'Exception: Chart not found.',
      'Exception: Chart not found.',
    ]);
  });
});
