// Other services: dates, digests, texts, pages, stores and triggers as on the live service.
import { expect, it } from 'vitest';
import { type Place, run } from './apps-script';

type Case = [rule: string, body: string, result: unknown, place?: Place];

const cases: Case[] = [
  [
    'names zones as Java does',
    `const f=(i,z,p)=>Utilities.formatDate(new Date(i),z,p); return [f('2026-01-01','Europe/Berlin','z zzzz'),f('2026-07-01','Europe/Berlin','z zzzz'),f('2026-07-01','Asia/Tokyo','z'),f('2026-01-01','America/New_York','z zzzz'),f('2026-01-01','GMT','z'),f('2026-01-01','GMT+01:00','z'),f('2026-01-01','UTC','z')]`,
    [
      'CET Central European Time',
      'CEST Central European Summer Time',
      'JST',
      'EST Eastern Standard Time',
      'GMT',
      'GMT+01:00',
      'UTC',
    ],
  ],
  [
    'fills printf templates with flags, width and places',
    `const f=Utilities.formatString; return [f('%s owes %d','Ann',5),f('%5d|%-5s|%05d',42,'ab',42),f('%x',255),f('%+d',5),f('%j',1),f('%2$s %1$s','a','b'),f('%05.1f',-2.25),f('%s %s','a'),f('100%%')]`,
    ['Ann owes 5', '   42|ab   |00042', 'ff', '+5', '%j', 'b a', '-02.3', 'a %s', '100%'],
  ],
  [
    'keeps the separators of a typed day with a named month',
    `const typ=(v)=>{const r=cell('Z1').clear(); r.setValue(v); return [r.getValue(),r.getDisplayValue()]}; return ['1-Mar-2026','1 Mar 2026','Mar 1, 2026','March 1 2026','1-Mar-26','1. März 2026','5 June'].map(x=>typ(x))`,
    [
      ['2026-03-01T00:00:00.000Z', '1-Mar-2026'],
      ['2026-03-01T00:00:00.000Z', '1 Mar 2026'],
      ['2026-03-01T00:00:00.000Z', 'Mar 1, 2026'],
      ['2026-03-01T00:00:00.000Z', 'March 1 2026'],
      ['2026-03-01T00:00:00.000Z', '1-Mar-26'],
      ['1. März 2026', '1. März 2026'],
      ['2026-06-05T00:00:00.000Z', '5 June'],
    ],
  ],
  [
    'gives pages',
    `const o=HtmlService.createHtmlOutput('<title>x</title><h1>T</h1>'); const a=[o.getTitle(),o.setTitle('My')===o,o.getTitle(),o.setWidth(200).setHeight(100).getWidth(),o.getHeight(),o.append('<b>').getContent(),o.clear().appendUntrusted('<script>alert(1)</script>').getContent(),String(o),o.setContent('<b>B</b>').getContent()]; const n=HtmlService.createHtmlOutput(); return a.concat([n.getContent(),n.getWidth(),n.getHeight(),failure(()=>HtmlService.createHtmlOutputFromFile('Nope'))])`,
    [
      '',
      true,
      'My',
      200,
      100,
      '<title>x</title><h1>T</h1><b>',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      'HtmlOutput',
      '<b>B</b>',
      '',
      null,
      null,
      'Exception: No HTML file named Nope was found.',
    ],
  ],
  [
    'digests texts as US-ASCII unless a charset is given',
    `const U=Utilities,A=U.DigestAlgorithm; return [JSON.stringify(U.computeDigest(A.SHA_256,'Müller'))===JSON.stringify(U.computeDigest(A.SHA_256,'Möller')),JSON.stringify(U.computeDigest(A.SHA_256,'Müller',U.Charset.UTF_8))===JSON.stringify(U.computeDigest(A.SHA_256,'Möller',U.Charset.UTF_8)),U.computeDigest(A.MD5,'€🙂'),U.computeDigest(A.MD5,'€🙂',U.Charset.UTF_8),U.computeDigest(A.MD2,'').length,U.computeDigest(A.SHA_512,'a').length,U.computeDigest(A.MD5,[1,-1]).length]`,
    [
      true,
      false,
      [-22, 3, -4, -72, -60, 120, 34, -68, -25, 114, -49, 108, 7, -48, -21, -69],
      [-71, 89, 42, -99, 35, -63, -51, -82, 83, 46, 87, -53, -35, -67, 116, -6],
      16,
      64,
      16,
    ],
  ],
  [
    'refuses wrong arguments of a digest',
    `const U=Utilities,A=U.DigestAlgorithm; return [()=>U.computeDigest(A.MD5,'x',U.Charset.US_ASCII,4),()=>U.computeDigest('x'),()=>U.computeDigest(A.MD5,[0],U.Charset.UTF_8),()=>U.computeDigest(A.MD5,'x','fake'),()=>U.computeDigest('fake','x',U.Charset.US_ASCII),()=>U.computeDigest(A.MD5,['1a'],U.Charset.UTF_8)].map(f=>/^Exception: The parameters \\(.*\\) don't match the method signature for Utilities.computeDigest\\.$/.test(failure(f))).concat(/Cannot convert .* to/.test(failure(()=>U.computeDigest(A.MD5,['1a']))))`,
    [true, true, true, true, true, true, true],
  ],
  [
    'signs texts with the default charset',
    `const U=Utilities; return [U.computeHmacSha256Signature('this is my input','my key - use a stronger one'),U.computeHmacSha256Signature('café','€🙂'),U.computeHmacSha256Signature('café','€🙂',U.Charset.UTF_8)]`,
    [
      [
        53, -75, -52, -25, -47, 86, -21, 14, -2, -57, 5, -13, 24, 105, -2, -84, 127, 115, -40, -75, -93, -27, -21, 34,
        -55, -117, -36, -103, -47, 116, -55, -61,
      ],
      [
        -125, 73, -127, -128, -43, -39, 99, -10, 39, -49, -128, 27, 8, -117, 4, -120, -26, -111, 16, 114, -115, 1, -1,
        -68, -27, 88, 7, 117, 55, -87, -123, -52,
      ],
      [
        76, -16, 35, 99, -128, 106, -22, -17, -102, -19, 4, 97, -75, 64, 107, 79, 99, 19, -54, -6, 90, 54, 121, -39,
        -126, 13, 2, -40, -84, 109, -2, 115,
      ],
    ],
  ],
  [
    'refuses mixed texts and bytes for a signature',
    `const U=Utilities; return [()=>U.computeHmacSha256Signature('a'),()=>U.computeHmacSha256Signature([1],'a'),()=>U.computeHmacSha256Signature('a',[1]),()=>U.computeHmacSha256Signature([1],[1],U.Charset.UTF_8),()=>U.computeHmacSha256Signature('a','b','fake'),()=>U.computeHmacSha256Signature('a','b',U.Charset.UTF_8,4)].map(f=>/don't match the method signature/.test(failure(f))).concat(/Cannot convert/.test(failure(()=>U.computeHmacSha256Signature(['x'],[1]))))`,
    [true, true, true, true, true, true, true],
  ],
  [
    'has signed bytes and no name in a blob of text',
    `const b=Utilities.newBlob('hü'); const c=Utilities.newBlob([1,-1],'image/png','x.png'); return [b.getName(),b.getContentType(),b.getBytes(),b.getDataAsString(),c.getName(),c.getContentType(),b.setName('a.csv').setContentTypeFromExtension().getContentType(),b.copyBlob().getName(),String(b),Utilities.newBlob('x','text/html').getContentType(),Utilities.newBlob([65]).getContentType(),c.getBytes()]`,
    [
      null,
      'text/plain',
      [104, -61, -68],
      'hü',
      'x.png',
      'image/png',
      'text/csv',
      'a.csv',
      'Blob',
      'text/html',
      null,
      [1, -1],
    ],
  ],
  [
    'reads quotes, delimiters and line ends of CSV',
    `const c=Utilities.parseCsv;return [c('a,b\\n1,"x ""y"""'),c('a;b;"c;d"',';'),c('a,b\\r\\nc,d\\r\\n'),c('"l1\\nl2",z'),c('a,,b'),c(''),c('a\\tb','\\t')]`,
    [
      [
        ['a', 'b'],
        ['1', 'x "y"'],
      ],
      [['a', 'b', 'c;d']],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [['l1\nl2', 'z']],
      [['a', '', 'b']],
      [],
      [['a', 'b']],
    ],
  ],
  [
    'parses dates in the zone, leniently, missing parts from 1970',
    `const p=(t,z,f)=>Utilities.parseDate(t,z,f); return [p('2026-03-01','GMT','yyyy-MM-dd'),p('2026-03-01','Asia/Tokyo','yyyy-MM-dd'),p('01.03.2026 14:05','Europe/Berlin','dd.MM.yyyy HH:mm'),p('1 Mar 2026','GMT','d MMM yyyy'),p("2026-03-01T10:00:00Z",'GMT',"yyyy-MM-dd'T'HH:mm:ss'Z'"),p('2:05 PM','GMT','h:mm a'),p('2026-02-31','GMT','yyyy-MM-dd'),failure(()=>p('garbage','GMT','yyyy-MM-dd'))!=='nothing thrown',p('20260301','GMT','yyyyMMdd'),p('2026-03-01 +0200','GMT','yyyy-MM-dd Z')]`,
    [
      '2026-03-01T00:00:00.000Z',
      '2026-02-28T15:00:00.000Z',
      '2026-03-01T13:05:00.000Z',
      '2026-03-01T00:00:00.000Z',
      '2026-03-01T10:00:00.000Z',
      '1970-01-01T14:05:00.000Z',
      '2026-03-03T00:00:00.000Z',
      true,
      '2026-03-01T00:00:00.000Z',
      '2026-02-28T22:00:00.000Z',
    ],
  ],
  [
    'keeps the padding of web-safe base64',
    `const U=Utilities; return [U.base64Encode('Hello'),U.base64EncodeWebSafe('a?>~'),U.base64Encode('a?>~'),U.base64Encode([72,-1]),U.base64Decode('/w=='),U.base64DecodeWebSafe('_w=='),U.base64Encode('ü',U.Charset.UTF_8),U.base64Encode('ü',U.Charset.US_ASCII),U.base64EncodeWebSafe('a'),U.newBlob(U.base64Decode('SGVsbG8=')).getDataAsString()]`,
    ['SGVsbG8=', 'YT8-fg==', 'YT8+fg==', 'SP8=', [-1], [-1], 'w7w=', 'Pw==', 'YQ==', 'Hello'],
  ],
  [
    'keeps everything as text in each property store',
    `const out=[]; for(const g of ['getDocumentProperties','getScriptProperties','getUserProperties']){const p=PropertiesService[g](); const r=p.setProperty('a',5); p.setProperty('b',true); p.setProperties({c:1.5,d:'x'}); out.push([r===p,p.getProperty('a'),typeof p.getProperty('a'),p.getProperty('b'),p.getProperty('nope'),p.getProperties(),p.getKeys().sort(),p.deleteProperty('a')===p,p.deleteProperty('zz')===p,p.setProperties({z:'1'},true).getProperties(),p.deleteAllProperties()===p,p.getKeys(),String(p)])}return out[0].concat(JSON.stringify(out[0])===JSON.stringify(out[1]),JSON.stringify(out[0])===JSON.stringify(out[2]))`,
    [
      true,
      '5',
      'string',
      'true',
      null,
      { a: '5', b: 'true', c: '1.5', d: 'x' },
      ['a', 'b', 'c', 'd'],
      true,
      true,
      { z: '1' },
      true,
      [],
      'Properties',
      true,
      true,
    ],
  ],
  [
    'has a lock once it was tried',
    `const l=LockService.getScriptLock(); return [l.hasLock(),l.tryLock(0),l.hasLock(),l.tryLock(10),l.waitLock(10),l.releaseLock(),l.hasLock(),l.releaseLock(),l.tryLock(-1),failure(()=>l.waitLock(-1))!=='nothing thrown',LockService.getDocumentLock()!==null,LockService.getUserLock()!==null,String(l)]`,
    [false, true, true, true, null, null, false, null, false, true, true, true, 'Lock'],
  ],
  [
    'lists and deletes the triggers of the person',
    `const t=ScriptApp.newTrigger('main').timeBased().everyHours(1).create(); const r=[t.getHandlerFunction(),t.getEventType()===ScriptApp.EventType.CLOCK,t.getTriggerSource()===ScriptApp.TriggerSource.CLOCK,t.getTriggerSourceId(),typeof t.getUniqueId(),ScriptApp.getProjectTriggers().length,ScriptApp.getProjectTriggers()[0].getUniqueId()===t.getUniqueId()]; const d=ScriptApp.deleteTrigger(t); return r.concat([d==null,ScriptApp.getProjectTriggers(),String(t)])`,
    ['main', true, true, null, 'string', 1, true, true, [], 'Trigger'],
  ],
  [
    'requires nothing when all is granted',
    `const i=ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL); return [i.getAuthorizationStatus()===ScriptApp.AuthorizationStatus.NOT_REQUIRED,!i.getAuthorizationUrl(),i.getAuthorizationStatus().toString(),ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)==null]`,
    [true, true, 'NOT_REQUIRED', true],
  ],
  [
    'gives the address as the text of a user',
    `return [Session.getActiveUser().getEmail(),Session.getEffectiveUser().getEmail(),String(Session.getActiveUser()),Session.getActiveUserLocale(),Session.getScriptTimeZone(),String(Session)]`,
    ['you@example.com', 'you@example.com', 'you@example.com', 'en', 'Etc/UTC', 'Session'],
  ],
  [
    'loses locks over a question',
    `const l=LockService.getDocumentLock(); l.tryLock(10); SpreadsheetApp.getUi().alert('x'); return l.hasLock()`,
    false,
  ],
];

it.each(cases)('%s', (_rule, body, result, place) => {
  expect(JSON.parse(JSON.stringify(run(body, place ?? {}) ?? null))).toEqual(result);
});
