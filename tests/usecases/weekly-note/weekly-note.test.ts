// The weekly note: on Mondays once, to our own people alone, counted, and never in the way of anything else.
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { sendWeeklyNoteToMe, showWeeklyNote } from '../../../src/usecases/weekly-note/show-note';
import { setLive } from '../../../src/usecases/workbook-mode/workbook-mode';
import { MailRefused } from '../../../src/workbook/ports';
import type { FakeWorld } from '../../builders/fake-workbook';
import { factsIn, type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1', customer: 'Acme Tools', due: '2026-11-20', amount: 600 },
  { no: '2', customer: 'Berg', due: '2026-11-10', amount: 50, paid: 50, paidOn: '2026-11-26' },
];
const TO = 'owner@ourfirm.example, lead@ourfirm.example';

/** Live on a Friday, the note wanted by some. */
function wanted(to = TO): FakeWorld {
  const world = liveAt('2026-11-27 09:00', LINES);
  if (to !== '') saveSetting(world.ports, 'Weekly note to', to);
  return world;
}

const notes = async (world: FakeWorld): Promise<{ to: string[]; text: string; html: string }[]> => {
  const mails = await Promise.all(world.mails.map(({ raw }) => PostalMime.parse(Buffer.from(raw, 'base64url'))));
  return mails
    .filter(({ subject }) => subject?.includes('Receivables, week'))
    .map(({ to, text, html }) => ({
      to: (to ?? []).map(({ address }) => address ?? ''),
      text: text ?? '',
      html: html ?? '',
    }));
};

function hours(world: FakeWorld, ...moments: string[]): string[] {
  return moments.map((moment) => {
    world.at(moment);
    return runHour(world.ports).message;
  });
}

describe('the weekly note', () => {
  it('leaves with the first run after Send from on a Monday, once, as text and HTML', async () => {
    const world = wanted();
    const said = hours(world, '2026-11-30 00:10', '2026-11-30 07:10');
    expect(await notes(world)).toEqual([]);
    said.push(...hours(world, '2026-11-30 08:10', '2026-11-30 09:10', '2026-12-01 08:10'));
    const [note, ...more] = await notes(world);
    expect(more).toEqual([]);
    expect(note?.to).toEqual(['owner@ourfirm.example', 'lead@ourfirm.example']);
    expect(note?.text).toContain('600.00 EUR of 600.00 EUR open is overdue');
    expect(note?.text).toContain('What came in\n- 50.00 EUR');
    expect(note?.html).toContain('What needs a person');
    expect(said.filter((words) => words.includes('The weekly note left.'))).toHaveLength(1);
    hours(world, '2026-12-07 08:10');
    expect(await notes(world)).toHaveLength(2);
  });

  it.each([
    ['nobody is named', (): FakeWorld => wanted('')],
    [
      'the workbook is in Preview',
      () => {
        const world = wanted();
        setLive(world.ports, false);
        return world;
      },
    ],
    [
      'another person runs the hour',
      () => {
        const world = wanted();
        world.user('bob@ourfirm.example');
        return world;
      },
    ],
  ])('stays away where %s', async (_, make) => {
    const world = make();
    hours(world, '2026-11-30 08:10');
    expect(await notes(world)).toEqual([]);
  });

  it('goes to addresses of our own alone, and says of the others why not', async () => {
    const world = wanted('boss@elsewhere.example, lead@eu.ourfirm.example');
    const view = showWeeklyNote(world.ports);
    expect(view.to).toEqual(['lead@eu.ourfirm.example']);
    expect(view.refused).toEqual(['boss@elsewhere.example gets no note: it is not at your own domain.']);
    hours(world, '2026-11-30 08:10');
    expect((await notes(world)).map(({ to }) => to)).toEqual([['lead@eu.ourfirm.example']]);
  });

  it('refuses what is no address', () => {
    expect(() => wanted('the lead')).toThrow(/Weekly note to was not saved/);
  });

  it('counts its recipients, and waits where the day’s recipients are used up', async () => {
    const world = wanted();
    saveSetting(world.ports, 'Recipients per 24 hours', '1');
    hours(world, '2026-11-30 08:10');
    expect(await notes(world)).toEqual([]);
    saveSetting(world.ports, 'Recipients per 24 hours', '2');
    hours(world, '2026-11-30 09:10');
    expect(await notes(world)).toHaveLength(1);
    const [event, ...more] = records(world, 'AR Log').filter((row) => row['Event'] === 'weekly-note');
    expect(more).toEqual([]);
    expect(factsIn(event).recipients).toBe(2);
  });

  it('that Gmail refuses is not tried again that week, and stops nothing', async () => {
    const world = wanted();
    world.refuse = new MailRefused('refused', 'Gmail did not take it.');
    const [said] = hours(world, '2026-11-30 08:10');
    expect(said).toContain('The weekly note could not be sent: Gmail did not take it.');
    world.refuse = null;
    hours(world, '2026-11-30 09:10');
    expect(await notes(world)).toEqual([]);
  });

  it('goes to oneself on request, in Preview too, and the week’s own leaves all the same', async () => {
    const world = wanted();
    setLive(world.ports, false);
    expect(sendWeeklyNoteToMe(world.ports).message).toBe('The note went to ann@ourfirm.example, and to nobody else.');
    setLive(world.ports, true);
    hours(world, '2026-11-30 08:10');
    expect((await notes(world)).map(({ to }) => to.length)).toEqual([1, 2]);
  });

  it('is written in the language of the company', async () => {
    const world = wanted();
    saveSetting(world.ports, 'Default language', 'de');
    expect(showWeeklyNote(world.ports).text).toContain('Was zu tun ist');
  });
});
