// Properties, locks, triggers, session, utilities, HTML, menus and mail.
import { describe, expect, it } from 'vitest';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import { asOwner, NOON, run, runtimeOf } from './apps-script';

type Case = [rule: string, body: string, result: unknown];
const check = (cases: Case[]) => it.each(cases)('%s', (_rule, body, result) => expect(run(body)).toEqual(result));

describe('PropertiesService', () => {
  check([
    [
      'gives null for an unknown key and texts for everything',
      "const p = PropertiesService.getDocumentProperties(); return [p.getProperty('a'), p.setProperty('a', true).getProperty('a'), p.setProperty('b', 5).getProperty('b'), p.getKeys()];",
      [null, 'true', '5', ['a', 'b']],
    ],
    [
      'merges, or deletes the others',
      "const p = PropertiesService.getScriptProperties(); p.setProperty('a', '1').setProperties({ b: 2 }); const both = p.getProperties(); p.setProperties({ c: '3' }, true); return [both, p.getProperties(), p.deleteProperty('nope').deleteAllProperties().getKeys()];",
      [{ a: '1', b: '2' }, { c: '3' }, []],
    ],
    [
      'refuses more than 9 KB',
      "return failure(() => PropertiesService.getUserProperties().setProperty('a', 'x'.repeat(9217)));",
      'Exception: Argument too large: value',
    ],
    [
      'refuses a full store',
      "const p = PropertiesService.getScriptProperties(); return failure(() => { for (let i = 0; i < 60; i++) p.setProperty('k' + i, 'x'.repeat(9000)); });",
      'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
    ],
  ]);
});

describe('LockService', () => {
  check([
    [
      'has a lock only between taking and releasing it',
      'const l = LockService.getDocumentLock(); const a = l.hasLock(); const t = l.tryLock(0); const again = l.tryLock(10); const b = l.hasLock(); l.releaseLock(); return [a, t, again, b, l.hasLock()];',
      [false, true, true, true, false],
    ],
    [
      'refuses negative waits',
      'const l = LockService.getScriptLock(); return [l.tryLock(-1), failure(() => l.waitLock(-1))];',
      [false, 'Exception: Lock timeout: another process was holding the lock for too long.'],
    ],
    [
      'loses the lock over a question',
      "const l = LockService.getDocumentLock(); l.tryLock(1); SpreadsheetApp.getUi().alert('?'); return l.hasLock();",
      false,
    ],
  ]);
  it('times out on a lock that another execution holds', () => {
    const world = freshWorld();
    world.locks['document'] = 'another';
    const body = 'const l = LockService.getDocumentLock(); return [l.tryLock(50), failure(() => l.waitLock(50))];';
    expect(run(body, { world })).toEqual([
      false,
      'Exception: Lock timeout: another process was holding the lock for too long.',
    ]);
  });
});

describe('ScriptApp and Session', () => {
  check([
    [
      'installs, lists and deletes a clock trigger',
      "const t = ScriptApp.newTrigger('f').timeBased().everyHours(1).create(); const one = ScriptApp.getProjectTriggers()[0]; const facts = [one.getHandlerFunction(), one.getEventType() === ScriptApp.EventType.CLOCK, one.getTriggerSource() === ScriptApp.TriggerSource.CLOCK, one.getTriggerSourceId(), one.getUniqueId() === t.getUniqueId()]; return [facts, ScriptApp.deleteTrigger(t) === undefined, ScriptApp.getProjectTriggers()];",
      [['f', true, true, null, true], true, []],
    ],
    [
      'refuses odd minutes',
      "return failure(() => ScriptApp.newTrigger('f').timeBased().everyMinutes(7)).startsWith('Exception: ');",
      true,
    ],
    [
      'refuses an unknown zone',
      "return failure(() => ScriptApp.newTrigger('f').timeBased().inTimezone('Mars/Base')).startsWith('Exception: ');",
      true,
    ],
    [
      'refuses the 21st trigger',
      "return failure(() => { for (let i = 0; i < 21; i++) ScriptApp.newTrigger('f').timeBased().everyDays(1).create(); }).startsWith('Exception: This script has too many triggers');",
      true,
    ],
    [
      'has objects for enums',
      "return [ScriptApp.AuthMode.FULL === 'FULL', String(ScriptApp.AuthMode.FULL), ScriptApp.AuthMode.CUSTOM_FUNCTION.name(), ScriptApp.AuthMode.CUSTOM_FUNCTION.ordinal(), ScriptApp.AuthMode.CUSTOM_FUNCTION.compareTo(ScriptApp.AuthMode.NONE), typeof Base];",
      [false, 'FULL', 'CUSTOM_FUNCTION', 1, 1, 'undefined'],
    ],
    [
      'needs no authorization',
      'const i = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL); return [i.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED, !i.getAuthorizationUrl()];',
      [true, true],
    ],
    [
      'knows the person and the zone',
      'return [Session.getActiveUser().getEmail(), String(Session.getEffectiveUser()), Session.getScriptTimeZone(), Session.getActiveUserLocale()];',
      ['you@example.com', 'you@example.com', 'Etc/UTC', 'en'],
    ],
  ]);
});

describe('Utilities', () => {
  const hex = 'const hex = (b) => b.map((x) => ((x + 256) % 256).toString(16).padStart(2, "0")).join("");';
  check([
    [
      'encodes base64 with padding in both alphabets',
      "return [Utilities.base64Encode('a'), Utilities.base64EncodeWebSafe('??>'), Utilities.base64EncodeWebSafe([-1, -2]), Utilities.base64Decode('/w==')];",
      ['YQ==', 'Pz8-', '__4=', [-1]],
    ],
    [
      'knows every digest',
      `${hex} return ['MD2', 'MD5', 'SHA_1', 'SHA_256'].map((a) => hex(Utilities.computeDigest(Utilities.DigestAlgorithm[a], 'abc')).slice(0, 16));`,
      ['da853b0d3f88d99b', '900150983cd24fb0', 'a9993e364706816a', 'ba7816bf8f01cfea'],
    ],
    [
      'digests texts as US-ASCII by default',
      "const d = (t, c) => String(c ? Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, t, c) : Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, t)); return [d('Müller') === d('Möller'), d('Müller') === d('M?ller'), d('😀') === d('?'), d('Müller', Utilities.Charset.UTF_8) === d('Möller', Utilities.Charset.UTF_8)];",
      [true, true, true, false],
    ],
    [
      'signs with signed bytes',
      `${hex} const s = Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe'); return [hex(s).slice(0, 16), s.some((b) => b < 0)];`,
      ['5bdcc146bf60754e', true],
    ],
    [
      'names wrong arguments of a digest',
      "return [failure(() => Utilities.computeDigest('MD5', 'a')), failure(() => Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, ['a']))];",
      [
        "Exception: The parameters (String,String) don't match the method signature for Utilities.computeDigest.",
        'Exception: Cannot convert a to byte.',
      ],
    ],
    ['makes version 4 uuids', 'return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/.test(Utilities.getUuid());', true],
    [
      'makes blobs',
      "const b = Utilities.newBlob('é'); const c = Utilities.newBlob('x', null, 'a.csv').setContentTypeFromExtension(); return [b.getName(), b.getContentType(), b.getBytes(), b.getDataAsString(), c.getContentType(), c.copyBlob().getName()];",
      [null, 'text/plain', [-61, -87], 'é', 'text/csv', 'a.csv'],
    ],
    [
      'fills templates',
      "return Utilities.formatString('%s %d %i %.2f %05d %j', 'a', 1.9, 2, 3.14159, 42, 'x');",
      'a 1 2 3.14 00042 %j',
    ],
    [
      'reads CSV',
      'return [Utilities.parseCsv(\'a,"b ""c"""\\n1,2\'), Utilities.parseCsv(\'a;b\', \';\')];',
      [
        [
          ['a', 'b "c"'],
          ['1', '2'],
        ],
        [['a', 'b']],
      ],
    ],
  ]);
});

describe('HtmlService, menus and console', () => {
  check([
    [
      'starts with an empty title, which chains',
      "const o = HtmlService.createHtmlOutput('<title>x</title>'); return [o.getTitle(), o.setTitle('T').setWidth(300).getTitle(), o.getWidth(), o.getHeight(), o.appendUntrusted('<script>').getContent()];",
      ['', 'T', 300, null, '<title>x</title>&lt;script&gt;'],
    ],
    [
      'names a missing file',
      "return failure(() => HtmlService.createHtmlOutputFromFile('nope'));",
      'Exception: No HTML file named nope was found.',
    ],
    [
      'answers a question with the button',
      "const ui = SpreadsheetApp.getUi(); return [ui.alert('t', 'p', ui.ButtonSet.YES_NO) === ui.Button.YES, ui.alert('x') === ui.Button.OK];",
      [true, true],
    ],
    ['logs with placeholders', "return Logger.log('%s is %s', 'a', 1).getLog();", 'a is 1\n'],
  ]);
  it('puts menus and one sidebar on the screen', () => {
    const world = freshWorld();
    const body =
      "const ui = SpreadsheetApp.getUi(); for (const c of ['A', 'B']) ui.createMenu('M').addItem(c, 'f').addSeparator().addToUi(); ui.showSidebar(HtmlService.createHtmlOutputFromFile('side.html').setTitle('T'));";
    run(body, { world, project: { html: { side: '<p>hi</p>' } } });
    expect(world.screen.menus).toEqual([
      {
        caption: 'M',
        items: [
          { caption: 'B', handler: 'f' },
          { caption: '-', handler: '' },
        ],
      },
    ]);
    expect(world.screen.sidebar).toEqual({ title: 'T', html: '<p>hi</p>', shown: 1 });
  });
  it('puts one dialog on the screen, which a later one replaces', () => {
    const world = freshWorld();
    const body =
      "const ui = SpreadsheetApp.getUi(); for (const t of ['A', 'B']) ui.showModelessDialog(HtmlService.createHtmlOutput('<p>hi</p>').setWidth(900).setHeight(560), t);";
    run(body, { world });
    expect(world.screen.dialog).toEqual({ title: 'B', html: '<p>hi</p>', width: 900, height: 560, shown: 2 });
  });
  it('writes console lines with their level', () => {
    const lines: string[] = [];
    run("console.log('%s has %d', 'a', 2, { b: 1 }); console.warn([1]);", {
      options: { onLog: (level, text) => lines.push(`${level} ${text}`) },
    });
    expect(lines).toEqual(['DEBUG a has 2 {"b":1}', 'WARNING [1]']);
  });
});

describe('Gmail', () => {
  const sending = (headers: string, more = '') =>
    `return Gmail.Users.Messages.send({ raw: Utilities.base64EncodeWebSafe(${JSON.stringify(`${headers}\r\nSubject: Hi\r\n\r\nBody é`)}, Utilities.Charset.UTF_8)${more} }, 'me');`;
  it('keeps the raw message byte for byte and counts recipients', () => {
    const world = freshWorld();
    const sent = run(sending('To: "Doe, J" <j@x.example>\r\nCc: k@y.example,\r\n l@z.example'), { world }) as Record<
      string,
      unknown
    >;
    expect(Object.keys(sent)).toEqual(['id', 'threadId', 'labelIds']);
    expect(Buffer.from(world.mails[0]?.raw ?? '', 'latin1').toString('utf8')).toContain('Body é');
    expect([world.mails[0]?.from, world.mailQuota['you@example.com']]).toEqual(['you@example.com', 1497]);
    expect((world.mails[0]?.at ?? 0) - NOON).toBeLessThan(5000);
  });
  it.each([
    ['the account itself', 'Ann <you@example.com>', 'Ann <you@example.com>'],
    [
      'an address set up under "Send mail as", in whatever case',
      'Ann <Accounts@firm.example>',
      'Ann <Accounts@firm.example>',
    ],
    ['an address it does not know', '"Keller, Ann" <other@firm.example>', '"Keller, Ann" <you@example.com>'],
    ['a folded one it does not know', 'Ann\r\n <other@firm.example>', 'Ann\r\n <you@example.com>'],
    ['a bare one it does not know', 'other@firm.example', 'you@example.com'],
  ])('lets mails leave from its own addresses alone and says nothing: %s', (_, from, seen) => {
    const world = freshWorld();
    world.sendAs = { 'you@example.com': ['accounts@firm.example'] };
    run(sending(`To: a@b.example\r\nFrom: ${from}\r\nReply-To: other@firm.example`), { world });
    expect(world.mails[0]?.raw).toContain(`To: a@b.example\r\nFrom: ${seen}\r\nReply-To: other@firm.example\r\n`);
    expect(world.mails[0]?.from).toBe('you@example.com');
  });
  it.each([
    ['Cc: ', 'Recipient address required'],
    ['To: human@f', 'Invalid To header'],
    ['To: a@b.example\r\nCc: nobody', 'Invalid Cc header'],
  ])('refuses %s', (headers, refusal) => {
    expect(() => run(sending(headers))).toThrow(`API call to gmail.users.messages.send failed with error: ${refusal}`);
  });
  it('refuses a thread of another mailbox', () => {
    expect(() => run(sending('To: a@b.example', ", threadId: 'x'"))).toThrow('Requested entity was not found.');
  });
  it('refuses what goes beyond the quota, and counts it for MailApp', () => {
    const world = freshWorld();
    world.mailQuota['you@example.com'] = 0;
    expect(() => run(sending('To: a@b.example'), { world })).toThrow(
      /^API call to gmail.users.messages.send failed with error: /,
    );
    expect(() => run(sending('To: a@b.example'), { world })).toThrow(
      'Service invoked too many times for one day: email.',
    );
    expect(run('return MailApp.getRemainingDailyQuota();', { world })).toBe(0);
  });
  it('needs one of the scopes of the manifest and the consent of the person', () => {
    const runtime = runtimeOf('function main() { return Session.getActiveUser().getEmail(); }', {
      project: { manifest: { timeZone: 'Etc/UTC', oauthScopes: ['https://www.googleapis.com/auth/gmail.send'] } },
    });
    expect(() => runtime.call('main', [], asOwner)).toThrow(
      'You do not have permission to call Session.getActiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email',
    );
  });
});
