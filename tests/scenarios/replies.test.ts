// Replies and bounces noticed, told by day through a build that has the capability: what they stop, once, and what takes them back.
import { describe, expect, it } from 'vitest';
import { costlyCalls } from '../../src/local/bench/service-calls';
import type { IncomingKind } from '../../src/local/serve/incoming';
import { receive } from '../../src/local/serve/incoming';
import type { CustomerView } from '../../src/usecases/customers/view';
import type { CapabilityView } from '../../src/usecases/installation/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ChangeResult } from '../../src/usecases/waiting/change-result';
import { flavour } from '../builders/flavour';
import { killedEverywhere } from './killed';
import { Story } from './story';

const PROJECT = flavour('replies');
const SCOPE = 'https://www.googleapis.com/auth/gmail.metadata';
const LINES = [
  { no: 'A-1', customer: 'Acme Tools', due: '2026-10-30', amount: 500, email: 'ap@acme.example' },
  { no: 'B-1', customer: 'Berg Trading', due: '2026-10-29', amount: 700, email: 'ap@berg.example' },
];

let known: Story | null = null;

/** A friendly mail went to each customer on Wednesday, and the run of the next hour found nothing new. */
function mailed(): Story {
  known ??= mailedOnce();
  return known.twin();
}

function mailedOnce(): Story {
  const story = new Story('2026-11-04 08:05', LINES, { project: PROJECT }).goLive();
  // Whoever never heard from us hears nothing on the day of going live.
  story.at('2026-11-05 09:05').morning();
  expect(story.world.mails).toHaveLength(2);
  return story.at('2026-11-05 10:30').hour().at('2026-11-05 11:30').hour().at('2026-11-05 12:30').hour();
}

const toAcme = (story: Story) => {
  const mail = story.world.mails.find(({ raw }) => raw.includes('ap@acme.example'));
  if (!mail) throw new Error('nothing went to Acme');
  return mail;
};

const comes = (story: Story, kind: IncomingKind) => receive(story.world, toAcme(story), kind, story.moment());

const acme = (story: Story): CustomerView =>
  story.ask<CustomerView>(
    'getCustomer',
    story.ask<{ customers: { key: string }[] }>('findCustomers', 'Acme').customers[0]?.key,
  );

const stops = (story: Story): string[] => acme(story).running.map(({ kind, text }) => `${kind}: ${text}`);

const told = (story: Story): string[] =>
  story
    .records('AR Log')
    .filter(({ Actor }) => Actor === 'mailbox')
    .map(({ Event, Note }) => `${Event}: ${Note}`)
    .filter((line) => !line.startsWith('mail-id'));

const alerts = (story: Story): string[] =>
  story
    .ask<TodayView>('getToday')
    .alerts.filter(({ code }) => code === 'replies-unseen')
    .map(({ message }) => message);

describe('the build with replies', () => {
  it('asks for the metadata of mails beside the five scopes, and for nothing else', () => {
    expect(PROJECT.manifest.oauthScopes?.slice(5)).toEqual([SCOPE]);
    expect(new Set(PROJECT.manifest.oauthScopes).size).toBe(6);
  });
});

describe('a message in the thread of a mail', () => {
  it('that is a reply stops the next mail, says by which header, and is noted once', () => {
    const story = mailed();
    comes(story.at('2026-11-05 13:10'), 'reply');
    story.at('2026-11-05 13:30').hour().at('2026-11-05 14:30').hour();
    expect(told(story)).toEqual(['replied: They replied. From: ap@acme.example']);
    expect(stops(story)).toEqual([expect.stringContaining('replied: They replied on')]);
  });

  it('that came minutes ago keeps an approved mail from leaving in the very run that would send it', () => {
    const story = mailed();
    story.at('2026-11-12 08:30').paymentsIn();
    story.hour();
    const [line] = story.approveAll();
    expect(line).toBeDefined();
    const before = story.world.mails.length;
    comes(story.at('2026-11-12 09:25'), 'reply');
    story.ask('setAutomatic', true);
    story.at('2026-11-12 09:30').hour();
    const since = story.world.mails.slice(before).map(({ raw }) => /^To: (.*)$/m.exec(raw)?.[1]?.trim());
    expect(since).toEqual(['ap@berg.example']);
  });

  it('that came minutes ago keeps back what somebody sends by a click', () => {
    const story = mailed();
    story.at('2026-11-12 08:30').paymentsIn();
    story.hour();
    expect(story.approveAll().length).toBeGreaterThan(1);
    const before = story.world.mails.length;
    comes(story.at('2026-11-12 09:05'), 'reply');
    story.send();
    const since = story.world.mails.slice(before).map(({ raw }) => /^To: (.*)$/m.exec(raw)?.[1]?.trim());
    expect(since).toEqual(['ap@berg.example']);
    expect(told(story)).toEqual(['replied: They replied. From: ap@acme.example']);
  });

  it.each<[IncomingKind, string[], string[]]>([
    ['other', ['replied: Somebody else replied. From: Bookkeeping <office@bookkeeper.example>'], ['replied']],
    [
      'away',
      [
        'hold-added: Reminders paused up to and including Thu 12 Nov. Away, back Thu 12 Nov. Subject: Out of office until 2026-11-12',
      ],
      ['hold'],
    ],
    ['bounce', ['bounced: Mail to ap@acme.example came back. X-Failed-Recipients: ap@acme.example'], ['bounced']],
    [
      'delay',
      ['noticed: Delivery is delayed; the mail system tries on. Subject: Delivery Status Notification (Delay)'],
      [],
    ],
  ])('that is %s does what the mark by hand does', (kind, events, kinds) => {
    const story = mailed();
    comes(story.at('2026-11-05 13:10'), kind);
    story.at('2026-11-05 13:30').hour();
    expect(told(story)).toEqual(events.map((one) => expect.stringContaining(one)));
    expect(acme(story).running.map((block) => block.kind)).toEqual(kinds);
  });

  it.each<IncomingKind>(['reply', 'away', 'bounce'])(
    'that is %s can be taken back, from Today and on the card, and comes no second time',
    (kind) => {
      const story = mailed();
      const { id } = comes(story.at('2026-11-05 13:10'), kind);
      story.at('2026-11-05 13:30').hour();
      const { changes } = story.ask<TodayView>('getToday');
      expect(changes.items.map(({ message = '' }) => message).filter((one) => one !== '')).toEqual([id]);
      expect(acme(story).history.find(({ message }) => message === id)).toBeDefined();
      expect(story.ask<ChangeResult>('undoNoticed', id).message).toContain('Taken back for Acme Tools');
      expect(stops(story)).toEqual([]);
      expect(acme(story).history.some(({ message }) => message !== '')).toBe(false);
      expect(story.answer('undoNoticed', id)).toMatchObject({ ok: false, code: 'nothing-to-lift' });
      const { length } = told(story);
      story.at('2026-11-05 14:30').hour();
      expect(told(story)).toHaveLength(length);
    },
  );

  it('is left alone where it is ours, a draft, or stands in another thread', () => {
    const story = mailed();
    story.at('2026-11-05 13:10');
    comes(story, 'reply').labels = ['DRAFT'];
    comes(story, 'reply').labels = ['SENT'];
    comes(story, 'bounce').threadId = 'another';
    comes(story, 'reply').headers = 'From: ann@ourfirm.example\r\nSubject: a copy by our list';
    story.at('2026-11-05 13:30').hour();
    expect(told(story)).toEqual([]);
    expect(stops(story)).toEqual([]);
  });

  it('that took back an earlier reply leaves the reply before it standing', () => {
    const story = mailed();
    story.at('2026-11-05 13:00').ask('markReplied', acme(story).key, 'They called.');
    const { id } = comes(story.at('2026-11-06 08:10'), 'reply');
    story.at('2026-11-06 08:30').hour();
    story.ask('undoNoticed', id);
    expect(stops(story)).toEqual([expect.stringContaining('They replied on Thu 5 Nov')]);
  });
});

describe('an hour in which nothing came', () => {
  it('costs one question to Gmail more than without the capability', () => {
    const story = mailed();
    story.world.calls = {};
    story.at('2026-11-05 13:30').hour();
    const asked = Object.entries(costlyCalls(story.world.calls)).filter(([name]) => name.startsWith('Gmail'));
    expect(asked).toEqual([['Gmail.Users.History.list', 1]]);
    expect(JSON.parse(story.world.documentProperties['duesheet'] ?? '{}').heartbeat.did).toBe('Nothing changed.');
  });

  it('stays one when mails came that are nobody’s answer', () => {
    const story = mailed();
    comes(story.at('2026-11-05 13:10'), 'reply').threadId = 'somebody else';
    story.world.calls = {};
    story.at('2026-11-05 13:30').hour();
    expect(costlyCalls(story.world.calls)).not.toHaveProperty('SpreadsheetApp.flush');
    expect(story.world.calls).not.toHaveProperty('Gmail.Users.Messages.get');
  });
});

describe('a mailbox that does not answer', () => {
  it('that has forgotten the place is searched through in our threads, and nothing is noted twice', () => {
    const story = mailed();
    comes(story.at('2026-11-05 13:10'), 'bounce');
    story.at('2026-11-05 13:30').hour();
    comes(story.at('2026-11-06 08:10'), 'reply');
    story.world.forgottenPlaces = story.world.mailPlaces ?? 0;
    story.at('2026-11-06 08:30').hour().at('2026-11-06 09:30').hour();
    expect(told(story).map((line) => line.split(':')[0])).toEqual(['bounced', 'replied']);
  });

  it('because of its limit is a sentence under Today, the run goes on, and the next hour finds what came', () => {
    const story = mailed();
    comes(story.at('2026-11-05 13:10'), 'reply');
    story.world.gmailAnswers = 1;
    story.at('2026-11-05 13:30').hour();
    expect(told(story)).toEqual([]);
    expect(alerts(story)).toEqual([expect.stringContaining('Gmail answers no more questions for now')]);
    expect(story.ask<TodayView>('getToday').heartbeat).toMatchObject({ at: '2026-11-05 13:30:00', wrong: '' });
    delete story.world.gmailAnswers;
    story.at('2026-11-05 14:30').hour();
    expect(told(story)).toHaveLength(1);
    expect(alerts(story)).toEqual([]);
  });

  it('because the permission was taken back is a sentence with the way to it; sending goes on', () => {
    const story = mailed();
    story.world.missingScopes = { [story.user]: [SCOPE] };
    comes(story.at('2026-11-05 13:10'), 'reply');
    story.at('2026-11-05 13:30').hour();
    expect(alerts(story)).toEqual([expect.stringContaining('is not allowed to yet')]);
    expect(story.ask<CapabilityView[]>('getCapabilities')).toMatchObject([{ name: 'replies', state: 'ask' }]);
    expect(story.ask<TodayView>('getToday').stops).toEqual([]);
    story.world.missingScopes = {};
    expect(story.ask<CapabilityView[]>('getCapabilities')).toMatchObject([
      { name: 'replies', state: 'on', grantAt: '' },
    ]);
    story.at('2026-11-05 14:30').hour();
    expect(told(story)).toHaveLength(1);
  });

  it('because the capability is no longer built in is told for two weeks, and stops nothing', () => {
    const story = mailed();
    const usual = new Story('2026-11-06 08:30', LINES);
    usual.world = story.world;
    usual.runtime = new Story('2026-11-06 08:30', []).runtime;
    Object.assign(usual.runtime.world, story.world);
    usual.world = usual.runtime.world;
    usual.hour();
    expect(alerts(usual)).toEqual([expect.stringContaining('pushed without “replies”')]);
    usual.at('2026-11-23 08:30').hour();
    expect(alerts(usual)).toEqual([]);
  });
});

describe('a run that is killed while it notices', () => {
  it('notes each message once, whichever call it was killed at', async () => {
    const start = mailed();
    comes(start.at('2026-11-05 13:10'), 'away');
    comes(start, 'bounce');
    comes(start, 'reply');
    const kills = await killedEverywhere(
      start,
      () => true,
      (story) => story.at('2026-11-05 13:30').hour(),
      (story) => {
        story.at('2026-11-05 14:30').hour();
        expect(told(story).map((line) => line.split(':')[0])).toEqual(['hold-added', 'bounced', 'replied']);
        expect(story.records('AR Holds').filter(({ Customer }) => Customer === 'Acme Tools')).toHaveLength(1);
      },
    );
    expect(kills).toBeGreaterThan(20);
  });
});

describe('the thread of friendly and personal mails', () => {
  it('goes on below the one before at the customer’s too, with its subject; a firm mail begins anew', async () => {
    const story = mailed();
    // A day on which something leaves, and the day after, on which its Message-ID is read.
    for (const day of [6, 9, 10, 11, 16, 17, 18, 23, 24, 25, 27, 30]) {
      story.at(`2026-11-${String(day).padStart(2, '0')} 09:05`).hour();
      story.morning();
    }
    const raws = story.world.mails.filter(({ raw }) => raw.includes('ap@acme.example'));
    const header = (raw: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(raw)?.[1]?.trim() ?? '';
    expect(raws.length).toBeGreaterThanOrEqual(3);
    const [first, second, third] = raws;
    expect(second?.threadId).toBe(first?.threadId);
    expect(header(second?.raw ?? '', 'Subject')).toBe(header(first?.raw ?? '', 'Subject'));
    expect(header(second?.raw ?? '', 'In-Reply-To')).toBe(`<CA${first?.id}@mail.gmail.com>`);
    expect(header(second?.raw ?? '', 'References')).toBe(`<CA${first?.id}@mail.gmail.com>`);
    expect(third?.threadId).not.toBe(first?.threadId);
    expect(header(third?.raw ?? '', 'In-Reply-To')).toBe('');
    expect(header(third?.raw ?? '', 'Subject')).not.toBe(header(first?.raw ?? '', 'Subject'));
  });
});
