// "Check this installation": what cannot be tried on a laptop is tried where it runs. Nothing it tries stays, and nothing leaves.
import { SCRIPT_BYTES, VERSION } from '../../dunning/history/version';
import { isoOf } from '../../receivables/day';
import type { Ports, TriedTab } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { sendAsHalts, sharedAddress } from '../../workbook/send-as';
import { WorkbookSession } from '../../workbook/session';
import { TABS, TABS_OF_USE } from '../../workbook/tab-specs';
import { AS_OF_SETTING } from '../../workbook/tabs/settings/settings';
import type { Finding, InstallationView } from './view';

type Found = Omit<Finding, 'name'>;

const ok = (says: string): Found => ({ grade: 'ok', says, todo: '' });
const look = (says: string, todo: string): Found => ({ grade: 'look', says, todo });
const notHere = (says: string, todo: string): Found => ({ grade: 'not here', says, todo });

/** What is tried with, once for all checks. */
interface Place {
  ports: Ports;
  ws: WorkbookSession;
  /** What the scratch tab showed; it is made when first asked for. */
  tab: () => TriedTab;
}

/** Each thing that is tried, in the order in which it is told. */
const CHECKS: readonly [name: string, check: (place: Place) => Found][] = [
  ['This workbook', workbook],
  ['Permissions', permissions],
  ['Hourly run', hourlyRun],
  ['Lock', lock],
  ['Memory', memory],
  ['Texts in cells', texts],
  ['Names of cells', names],
  ['Speed', speed],
  ['Tables', tables],
  ['Gmail', gmail],
  ['Sender address', senderAddress],
  ['Size', size],
];

/**
 * Tries everything in turn; what throws is a finding like any other.
 * @example checkInstallation(ports).findings[3] // { name: 'Lock', grade: 'ok', says: 'It was taken and given back, twice.', todo: '' }
 */
export function checkInstallation(ports: Ports): InstallationView {
  const tab = once(() => ports.installation.tryTab(SCRATCH_TAB, SCRATCH_TEXTS));
  const place: Place = { ports, ws: new WorkbookSession(ports), tab };
  const findings = CHECKS.map(([name, check]) => ({ name, ...attempted(place, check) }));
  return { at: ports.clock.now().text, version: VERSION, findings, took: ports.clock.elapsed() };
}

function attempted(place: Place, check: (place: Place) => Found): Found {
  try {
    return check(place);
  } catch (error) {
    if (error instanceof Refusal) return look(error.message, 'Then check again.');
    const words = error instanceof Error ? error.message : String(error);
    return look(`Google refused this: ${words}`, 'Check again in a minute. If it stays, pass these results on.');
  }
}

/** Does something when first asked for; an error is thrown again without trying anew. */
function once<T>(act: () => T): () => T {
  let done: (() => T) | null = null;
  return () => {
    if (!done) {
      try {
        const value = act();
        done = () => value;
      } catch (error) {
        done = () => {
          throw error;
        };
      }
    }
    return done();
  };
}

function workbook({ ports, ws }: Place): Found {
  const { text } = ports.clock.now();
  return ok(`"${ports.workbook.name()}" with ${ws.tabs.sheets.length} tabs is open. It is ${text} here.`);
}

function permissions({ ports }: Place): Found {
  const missing = ports.schedule.missingPermission();
  if (missing) return look('A permission is missing.', missing);
  const user = ports.session.user();
  if (user === '')
    return look(
      'Google does not tell Duesheet your address.',
      'Choose Duesheet > Open sidebar and allow what it asks.',
    );
  return ok(`Everything is allowed for ${user}.`);
}

/** Only a run that Google itself started shows that such a run may open the workbook. */
function hourlyRun({ ports, ws }: Place): Found {
  const { heartbeat, automatic } = ws.state;
  if (heartbeat && heartbeat.at.slice(0, 10) >= dayBefore(ports)) {
    if (heartbeat.wrong === '')
      return ok(`It ran at ${heartbeat.at} as ${heartbeat.by}, read and wrote this workbook.`);
    return look(`It ran at ${heartbeat.at} as ${heartbeat.by}. ${heartbeat.wrong}`, 'Do what Today asks for.');
  }
  if (automatic && heartbeat)
    return look(
      `It last ran at ${heartbeat.at} as ${heartbeat.by}, though Automatic is on.`,
      'The one who sends switches Automatic off and on again under Today.',
    );
  if (automatic || ports.schedule.isOn())
    return look('It is installed and has not run yet.', 'Check again in an hour.');
  return notHere(
    'No hourly run is installed, so it was not tried whether Google lets it open this workbook.',
    'If you want one: switch Automatic on under Today, and check again after an hour.',
  );
}

/** The day before today, as an ISO day: a night without a run is no fault. */
function dayBefore(ports: Ports): string {
  return isoOf(ports.clock.now().day - 1);
}

/** A lock that is not given back would be missing the second time. */
function lock({ ports }: Place): Found {
  for (let time = 0; time < 2; time += 1) {
    if (!ports.lock.acquire(LOCK_WAITS))
      return look(
        time === 0 ? 'It could not be had within five seconds.' : 'It was given back and could not be had again.',
        'Somebody may be at work here: check again in a minute. If it stays, nothing can be sent: pass these results on.',
      );
    ports.lock.release();
  }
  return ok('It was taken and given back, twice.');
}

const LOCK_WAITS = 5_000;

function memory({ ports }: Place): Found {
  const { properties } = ports;
  const wanted = `${MEMORY_TEXT} ${ports.clock.now().text}`;
  properties.write({ [MEMORY_NAME]: wanted });
  const kept = properties.readAll()[MEMORY_NAME];
  properties.remove([MEMORY_NAME]);
  if (kept === undefined)
    return notHere(
      'This script is bound to no workbook, so nothing can be remembered.',
      'Install Duesheet from the sheet: Extensions > Apps Script.',
    );
  if (kept !== wanted) return look('A text came back changed.', 'Pass these results on.');
  if (properties.readAll()[MEMORY_NAME] !== undefined) return look('A text could not be removed.', 'Check again.');
  return ok('A text was kept, read back and removed.');
}

const MEMORY_NAME = 'duesheet.check';
const MEMORY_TEXT = 'Überfällig, 12 500 €, 期限超過';

/** Texts that a cell turns into something else unless its format is that for texts. */
const SCRATCH_TEXTS = ['=1+1', '+49 30 1234', '00123', '1e5', '2026-11-27', '12:30', 'TRUE', '1/2', '{"a":1}', '50 %'];
const SCRATCH_TAB = 'Duesheet check';

function texts({ tab }: Place): Found {
  const { appended, written, isText } = tab();
  const changed = (got: readonly string[]): string[] =>
    SCRATCH_TEXTS.flatMap((text, at) => (got[at] === text ? [] : [`"${text}" became "${got[at] ?? ''}"`]));
  const wrong = [
    ...changed(appended).map((words) => `${words} in a row added at the end`),
    ...changed(written).map((words) => `${words} in a block`),
    ...(isText ? [] : ['the format for texts did not stay']),
  ];
  if (wrong.length === 0) return ok(`${SCRATCH_TEXTS.length} texts came back as they were written, in both ways.`);
  return look(`Texts did not stay what they are: ${wrong.join('; ')}.`, 'Do not go Live. Pass these results on.');
}

function names({ ports, ws, tab }: Place): Found {
  if (!tab().isNamed) return look('A cell was not found again by its name.', 'Pass these results on.');
  if (!ws.isSetUp() || ws.isCopy()) return ok('A cell was named, found by its name, and the name removed.');
  if (!ports.workbook.named(AS_OF_SETTING))
    return look(
      `No cell is called ${AS_OF_SETTING} any more.`,
      'Choose Plan now under Today: it brings the name back.',
    );
  return ok(`A cell was named and found again, and ${AS_OF_SETTING} is there.`);
}

/** Above this a plan of some thirty calls becomes a wait, and a mail takes ten seconds. */
const SLOW_MILLISECONDS = 2_000;

function speed({ tab }: Place): Found {
  const { rounds } = tab();
  const middle = [...rounds].sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
  const says = `Writing a cell and reading it back takes ${middle} ms (${rounds.join(', ')}).`;
  if (middle < SLOW_MILLISECONDS) return ok(says);
  return look(says, 'Formulas over whole columns or many tabs slow a workbook down; check again at another hour.');
}

function tables({ ports, ws }: Place): Found {
  if (!ws.isSetUp()) return notHere('Duesheet has no tabs here yet.', '');
  const typed = [...TABS, ...TABS_OF_USE].flatMap((spec) => {
    const table = ws.tabs.table(spec);
    if (!table || table.headerRow === 0) return [];
    const own = new Map([...table.columns].map(([header, column]) => [column + 1, header]));
    const found = ports.installation.typedColumns(ws.tabs.needSheet(spec), table.headerRow + 1, [...own.keys()]);
    return found.length === 0 ? [] : [`${spec.name}: ${found.map((column) => own.get(column)).join(', ')}`];
  });
  if (typed.length === 0) return ok("None of Duesheet's tabs was made a Table with typed columns.");
  return look(
    `Typed columns of a Table refuse formats, perhaps values: ${typed.join('; ')}.`,
    'Click the arrow beside the name of each, choose Edit column type > None.',
  );
}

function gmail({ ports }: Place): Found {
  if (ports.installation.hasGmail())
    return ok('The service is switched on. Duesheet may send with it, and read nothing.');
  return look(
    'The Gmail service is not switched on in this script.',
    'Push Duesheet again with its own appsscript.json.',
  );
}

function senderAddress({ ports, ws }: Place): Found {
  const user = ports.session.user();
  const shared = ws.isSetUp() && !ws.isCopy() ? sharedAddress(ws) : '';
  if (shared !== '' && ws.state.sender === user) {
    const [open] = sendAsHalts(ws);
    if (open) return look(open.message, 'Answer under Today.');
    return ok(`Mails leave as ${shared}: you confirmed that a test mail came from there.`);
  }
  return notHere(
    'Duesheet may only send, so it cannot see which addresses your Gmail may send from.',
    user === '' ? '' : `Send the mail to yourself below and look who it came from: it should be ${user}.`,
  );
}

function size(): Found {
  return ok(`Version ${VERSION}, ${Math.round(SCRIPT_BYTES / 1024)} KB of script.`);
}
