// Wires the ports to Google's services, once per execution and only when a use case asks for them.
import { dayFromIso } from '../receivables/day';
import type { Clock, Lock, Ports, Properties, Schedule, Session } from '../workbook/ports';
import { builtCapabilities, permissionsNeeded } from './capabilities';
import { googleCharts } from './charts';
import { googleFiles } from './drive-files';
import { googleInstallation } from './installation';
import { googleMailbox } from './mailbox';
import { googleMailer } from './mailer';
import { googlePdf } from './pdf';
import { shippedTexts } from './shipped-texts';
import { activeSpreadsheet, googleWorkbook } from './workbook';

/** The function the hourly trigger calls. */
const HOURLY_HANDLER = 'onHour';

/** All ports of this execution. */
export function googlePorts(): Ports {
  const began = Date.now();
  return {
    workbook: googleWorkbook(),
    properties: googleProperties(),
    lock: googleLock(),
    clock: googleClock(began),
    mailer: googleMailer(),
    session: googleSession(),
    schedule: googleSchedule(),
    installation: googleInstallation(),
    charts: googleCharts(),
    texts: shippedTexts(),
    pdf: googlePdf(),
    capabilities: builtCapabilities(),
    mailbox: googleMailbox(),
    files: googleFiles(),
  };
}

function googleProperties(): Properties {
  // Null where the script is not bound to a document: then nothing is remembered, and nothing counts as set up.
  const store = PropertiesService.getDocumentProperties() as GoogleAppsScript.Properties.Properties | null;
  return {
    readAll: () => store?.getProperties() ?? {},
    write: (values) => {
      store?.setProperties(values, false);
    },
    remove: (names) => {
      for (const name of names) store?.deleteProperty(name);
    },
  };
}

function googleLock(): Lock {
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  return {
    acquire: (milliseconds) => lock?.tryLock(milliseconds) ?? false,
    release: () => lock?.releaseLock(),
  };
}

function googleClock(began: number): Clock {
  const zone = activeSpreadsheet().getSpreadsheetTimeZone();
  return {
    now: () => {
      const text = Utilities.formatDate(new Date(), zone, 'yyyy-MM-dd HH:mm:ss');
      const [hours = 0, minutes = 0] = text.slice(11).split(':').map(Number);
      return { day: dayFromIso(text.slice(0, 10)) ?? 0, minute: hours * 60 + minutes, text };
    },
    elapsed: () => Date.now() - began,
    instant: () => Date.now(),
  };
}

function googleSession(): Session {
  let known: string | null = null;
  let secret: string | null = null;
  return {
    secret: () => {
      secret ??= Utilities.getUuid();
      return secret;
    },
    user: () => {
      known ??= effectiveUser();
      return known;
    },
  };
}

function effectiveUser(): string {
  try {
    return Session.getEffectiveUser().getEmail();
  } catch {
    // Without the permission for the address; the use cases say what to do about it.
    return '';
  }
}

function googleSchedule(): Schedule {
  // Nobody gives or takes a permission while the script runs.
  let missing: string | null = null;
  const own = (): GoogleAppsScript.Script.Trigger[] =>
    ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HOURLY_HANDLER);
  return {
    isOn: () => own().length > 0,
    turnOn: () => {
      ScriptApp.newTrigger(HOURLY_HANDLER).timeBased().everyHours(1).create();
    },
    turnOff: () => {
      for (const trigger of own()) ScriptApp.deleteTrigger(trigger);
    },
    missingPermission: () => {
      missing ??= missingPermission();
      return missing;
    },
  };
}

function missingPermission(): string {
  if (permissionsNeeded().getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return '';
  return 'Duesheet lacks a permission it needs to run on its own. Choose any item of the menu Duesheet once and allow what Google asks.';
}
