// The settings page: what it shows, what it saves, what it refuses, and quiet periods.
import { describe, expect, it } from 'vitest';
import { LETTER_TAGS, LETTER_TAGS_IN_WORDS } from '../../../src/dunning/letter/letter-languages';
import { addQuietPeriod, saveSetting } from '../../../src/usecases/settings/save-setting';
import { showSettings } from '../../../src/usecases/settings/show-settings';
import type { SettingView } from '../../../src/usecases/settings/view';
import type { Start } from '../../../src/workbook/tabs/settings/setting';
import { settingsFor } from '../../../src/workbook/tabs/settings/settings';
import type { FakeWorld } from '../../builders/fake-workbook';
import { liveAt, records, setUpAt } from '../../builders/our-firm';

const BOOK = [
  { no: '1', customer: 'Acme', due: '2026-10-20', amount: 900 },
  { no: '2', customer: 'Beta', due: '2026-10-20', amount: 30, currency: 'GBP' },
];

/** What the settings of that book are made of, as far as names go. */
const START: Start = {
  ...{ sheet: '', headerRow: 1, mapping: {}, company: '', senderName: '', replyTo: '' },
  currencies: ['EUR', 'GBP'],
};

function setting(world: FakeWorld, name: string): SettingView {
  const found = showSettings(world.ports)
    .groups.flatMap(({ settings }) => settings)
    .find((one) => one.name === name);
  if (!found) throw new Error(`no setting ${name}`);
  return found;
}

function stored(world: FakeWorld, name: string): unknown {
  return records(world, 'AR Settings').find((row) => row['Setting'] === name)?.['Value'];
}

const changes = (world: FakeWorld): unknown[] =>
  records(world, 'AR Log')
    .filter((row) => row['Event'] === 'setting-changed')
    .map((row) => row['Note']);

describe('the settings page', () => {
  it('shows every setting once, in groups, with what it means', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const { groups } = showSettings(world.ports);
    expect(groups.map(({ title }) => title)).toEqual([
      'Company and mails',
      'Payments',
      'Sending',
      'Calendar',
      'Amounts and tolerance',
      'Languages',
      'Segmentation',
      'Columns of the sheet',
    ]);
    const all = groups.flatMap(({ settings }) => settings);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.filter(({ meaning }) => meaning === '')).toEqual([]);
    const missing = records(world, 'AR Settings').filter((row) => !all.some(({ name }) => name === row['Setting']));
    expect(missing.map((row) => row['Setting'])).toEqual(['AS_OF']);
  });

  it('leaves none out, with its group, kind and meaning, whether it has a row or not', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const shown = showSettings(world.ports).groups.flatMap(({ title, settings }) =>
      settings.map(({ name, kind, meaning }) => [name, title, kind, meaning]),
    );
    const said = settingsFor(START, 'offered').map(({ name, group, kind, meaning }) => [name, group, kind, meaning]);
    expect([...shown].sort()).toEqual([...said].sort());
  });

  it('offers the languages that letters can be written in, and names them', () => {
    const { choices, meaning } = setting(setUpAt('2026-11-02 09:00', BOOK), 'Default language');
    expect(choices.map(({ value }) => value)).toEqual(LETTER_TAGS);
    const offered = choices.map(({ value, label }) => `${value} ${label}`);
    expect(offered.slice(0, 4)).toEqual(['en English', 'de German', 'fr French', 'es Spanish']);
    expect(meaning).toContain(` tells one: ${LETTER_TAGS_IN_WORDS}.`);
  });

  it('says what cannot be read beside the setting', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const row = world.cells('AR Settings').find(([name]) => name === 'Tolerance');
    if (row) row[1] = 'five';
    expect(setting(world, 'Tolerance')).toMatchObject({
      value: 'five',
      fault: expect.stringContaining('"five" is not an amount'),
    });
  });

  it('offers payment instructions for a currency that came later, and adds their row on saving', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    world.cells('Invoices').push([...(world.cells('Invoices')[1] ?? [])]);
    const added = world.cells('Invoices')[3];
    if (added) Object.assign(added, { 1: '3', 7: 'USD' });
    expect(setting(world, 'Payment instructions: USD')).toMatchObject({ row: 0, kind: 'long text' });
    saveSetting(world.ports, 'Payment instructions: USD', 'Bank of Somewhere\r\n123 456');
    expect(stored(world, 'Payment instructions: USD')).toBe('Bank of Somewhere\n123 456');
    expect(setting(world, 'Payment instructions: USD').row).toBeGreaterThan(0);
  });

  it('saves numbers as numbers, notes old and new, and plans anew where it matters', () => {
    const world = liveAt('2026-11-02 09:00', BOOK);
    expect(records(world, 'AR Queue').filter((row) => row['Customer'] === 'Beta')).toHaveLength(1);
    const { message } = saveSetting(world.ports, 'Tolerance', '50');
    expect(message).toBe('Tolerance is "50" now. Plan: 1 cancelled.');
    expect(stored(world, 'Tolerance')).toBe(50);
    expect(changes(world)).toEqual(['Tolerance: "0.05" to "50".']);
    expect(saveSetting(world.ports, 'Tolerance', '50').changed).toBe(0);
  });

  it.each([
    ['Tolerance', 'five', '"five" is not an amount'],
    ['Tolerance', '-1', 'below 0'],
    ['Country', 'Atlantis', 'no country that Duesheet knows'],
    ['Send from', '25 o’clock', 'is not a time'],
    ['Send from', '19:00', 'earlier than Send until'],
    ['Reply-to', 'nobody', '@ is missing'],
    ['Blind copy', 'boss@ourfirm.example, nobody', '@ is missing'],
    ['New customers per day', '2.5', 'not a whole number'],
    ['Promise grace', '', 'a number is needed'],
    ['Deputy', 'Deb', 'Deb'],
    ['Send as', 'accounts', 'accounts'],
    ['Default currency', 'Euro', 'three-letter code'],
    ['Default language', 'klingon', 'no language'],
    ['Minimum: EUR', 'many', 'is not an amount'],
    ['Segment: old_share', '25', 'between 0 and 1'],
    ['Segment: mode', 'magic', 'must be one of'],
  ])('refuses %s = %s with a sentence and writes nothing', (name, value, words) => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const before = JSON.stringify(world.cells('AR Settings'));
    expect(() => saveSetting(world.ports, name, value)).toThrow(words);
    expect(JSON.stringify(world.cells('AR Settings'))).toBe(before);
    expect(changes(world)).toEqual([]);
  });

  it('takes what can be read: a country by name, no cap, a share', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    saveSetting(world.ports, 'Country', 'Germany');
    saveSetting(world.ports, 'New customers per day', '');
    saveSetting(world.ports, 'Segment: old_share', '0.5');
    expect(setting(world, 'Country')).toMatchObject({ value: 'Germany', fault: '' });
    expect(setting(world, 'New customers per day')).toMatchObject({ value: '', fault: '' });
    expect(setting(world, 'Segment: old_share')).toMatchObject({ value: '0.5', fault: '' });
    expect(showSettings(world.ports).calendar.coming.some(({ name }) => /Christmas|Weihnacht/i.test(name))).toBe(true);
  });

  /** Something else that may be typed into a setting. */
  const TYPED: Record<string, string> = {
    'Target: DSO': '45',
    'Target: CEI': '80 %',
    'Benchmark: DSO': '52; Allianz Trade; 2025',
    'Benchmark: CEI': '75; Atradius; 2025',
    'Month end: allowance rates': '1; 2; 5; 20; 50',
    'Month end: years until time-barred': '3',
    'Blind copy': 'boss@ourfirm.example',
    'Weekly note to': 'lead@ourfirm.example',
    'Reply-to': 'ap@ourfirm.example',
    'Answer form': 'https://docs.google.com/forms/d/e/1FAIpQL/viewform?usp=pp_url&entry.11=TOKEN',
    Deputy: 'deb@ourfirm.example',
    'Send as': 'accounts@ourfirm.example',
    Country: 'FR',
    'Default currency': 'USD',
    'Send until': '17:00',
    'Segment: mode': 'balance',
    'Payments are in up to': '2026-11-02',
    'Late charges: rates': '2026-07-01 10.15 %',
    'Colour of mails': '#0a7d4f',
    Logo: 'data:image/png;base64,iVBORw0KGgoAAAA=',
    ...Object.fromEntries(
      ['EUR', 'GBP'].flatMap((code) => [
        [`IBAN: ${code}`, 'DE89 3704 0044 0532 0130 00'],
        [`BIC: ${code}`, 'COBADEFFXXX'],
      ]),
    ),
  };
  const other = ({ name, kind, choices, value }: SettingView): string => {
    const typed: Record<SettingView['kind'], string> = {
      ...{ text: 'Something else', 'long text': 'One\nTwo', number: '1', date: '2026-11-02', time: '09:00' },
      choice: choices.find((one) => one.value !== value)?.value ?? '',
    };
    return TYPED[name] ?? typed[kind];
  };

  it.each(settingsFor(START, 'offered').map(({ name, moves }) => [name, moves]))(
    'moves what is said of it: %s, %s',
    (name, moves) => {
      const world = setUpAt('2026-11-02 09:00', BOOK);
      const save = () => saveSetting(world.ports, name, other(setting(world, name)));
      if (moves === 'columns') {
        expect(save).toThrow('is changed under Set-up');
        return;
      }
      const planned: Record<string, RegExp> = { plan: /Plan: /, payments: /./, 'next mail': / now\.$/ };
      const before = stored(world, name);
      expect(save().message).toMatch(planned[moves] ?? /^$/);
      expect(stored(world, name)).not.toEqual(before);
      expect(setting(world, name).fault).toBe('');
    },
  );

  it('leaves the columns to Set-up and knows no setting of any other name', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    expect(() => saveSetting(world.ports, 'Column: due', 'Other')).toThrow('under Set-up');
    expect(() => saveSetting(world.ports, 'AS_OF', '2026-01-01')).toThrow('no setting');
  });

  it('keeps a text that looks like a formula a text', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    saveSetting(world.ports, 'Signature', '=HYPERLINK("x")');
    expect(stored(world, 'Signature')).toBe('=HYPERLINK("x")');
  });

  it('adds a quiet period in which nothing is planned to go, and shows it among the days to come', () => {
    const world = liveAt('2026-11-02 09:00', BOOK);
    const { message } = addQuietPeriod(world.ports, '2026-12-23', '2027-01-04', 'Christmas');
    expect(message).toContain('Nothing is sent from Wed 23 Dec to Mon 4 Jan 2027 (Christmas).');
    expect(showSettings(world.ports).calendar.coming).toContainEqual(
      expect.objectContaining({ from: '2026-12-23', until: '2027-01-04', name: 'Christmas', kind: 'quiet' }),
    );
    expect(changes(world)).toHaveLength(1);
  });

  it.each([
    ['', '2026-12-24', 'is not a date'],
    ['2026-12-24', '2026-12-23', 'lies before the first'],
    ['2026-10-01', '2026-10-02', 'Choose days to come'],
    ['2026-12-01', '2027-12-01', 'at most 120 days'],
  ])('refuses a quiet period from "%s" to "%s"', (from, until, words) => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const before = world.cells('AR Holidays').length;
    expect(() => addQuietPeriod(world.ports, from, until, '')).toThrow(words);
    expect(world.cells('AR Holidays')).toHaveLength(before);
  });
});
