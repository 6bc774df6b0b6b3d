// The pages about rules through the built bundle: policy, forecast, settings and quiet days, in a zone where midnight differs.
import { describe, expect, it } from 'vitest';
import type { ForecastView } from '../../src/usecases/outlook/view';
import type { PolicyView } from '../../src/usecases/policy-page/view';
import type { SettingsView } from '../../src/usecases/settings/view';
import type { ChangeResult } from '../../src/usecases/waiting/change-result';
import { Story } from './story';

const BOOK = [
  { no: '1', customer: 'Acme', due: '2026-12-01', amount: 900 },
  { no: '2', customer: 'Beta', due: '2026-11-20', amount: 12_000, currency: 'GBP' },
];
const OPTIONS = { sheetZone: 'Pacific/Auckland', scriptZone: 'America/Los_Angeles' };

describe('the pages about rules', () => {
  it('cross to the sidebar whole', () => {
    const story = new Story('2026-12-02 09:00', BOOK, OPTIONS).goLive();
    const policy = story.ask<PolicyView>('getPolicy');
    expect(policy.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(policy.segments.map(({ segment }) => segment)).toContain('Doubtful large');
    const forecast = story.ask<ForecastView>('getForecast', 30);
    expect(forecast.asOf).toBe('2026-12-02');
    expect(forecast.totals.customers).toBe(2);
    const settings = story.ask<SettingsView>('getSettings');
    expect(settings.groups.flatMap((group) => group.settings).filter(({ fault }) => fault !== '')).toEqual([]);
  });

  it('are where the tab of the texts says a text is read filled in', () => {
    const story = new Story('2026-12-02 09:00', BOOK, OPTIONS).goLive();
    const note = story.tab('AR Templates').cells.get(0)?.get(0)?.note;
    expect(note).toMatch(
      /^To read these texts as your customers do.*More > Texts\.\nWhat stands between {{ and }} is filled in/,
    );
  });

  it('keep everybody alone in a quiet period that was added there, and forecast it', () => {
    const story = new Story('2026-12-02 09:00', BOOK, OPTIONS).goLive();
    const { message } = story.ask<ChangeResult>('addQuietPeriod', '2026-12-03', '2026-12-13', 'Stocktaking');
    expect(message).toContain('from Thu 3 Dec to Sun 13 Dec (Stocktaking)');
    const { days } = story.ask<ForecastView>('getForecast', 30);
    expect(days.slice(0, 2).map(({ day }) => day)).toEqual(['2026-12-02', '2026-12-14']);
    story.at('2026-12-03 09:00').hour();
    story.paymentsIn();
    story.approveAll();
    expect(story.send().sent).toBe(0);
  });

  it('save a setting that the next run reads', () => {
    const story = new Story('2026-12-02 09:00', BOOK, OPTIONS).setUp();
    expect(story.records('AR Queue').map((row) => row['Customer'])).toContain('Beta');
    story.ask('saveSetting', 'Minimum: GBP', '20000');
    expect(story.records('AR Queue').map((row) => row['Customer'])).not.toContain('Beta');
    expect(story.answer('saveSetting', 'Send from', 'noon')).toMatchObject({ ok: false, code: 'setting-unreadable' });
  });
});
