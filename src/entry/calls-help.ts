// What the sidebar asks for under Help: the check of this installation, and leaving.
import { asked } from '../google/asked';
import { checkInstallation as check } from '../usecases/installation/check-installation';
import { leave, showLeaving } from '../usecases/installation/leave';
import { mailMyself as mailToSelf } from '../usecases/installation/mail-myself';
import { showCapabilities } from '../usecases/installation/show-capabilities';
import type { CapabilityView, InstallationView, LeavingView } from '../usecases/installation/view';
import type { Result } from '../usecases/result';
import type { ChangeResult } from '../usecases/waiting/change-result';

/** Tries what only shows where the script runs; nothing it tries stays. */
export function checkInstallation(): Result<InstallationView> {
  return asked([], [], check);
}

/** Sends one mail to the user alone. */
export function mailMyself(): Result<ChangeResult> {
  return asked([], [], mailToSelf);
}

/** What this script was built with beyond the usual, and whether the user has allowed it. */
export function getCapabilities(): Result<CapabilityView[]> {
  return asked([], [], showCapabilities);
}

/** What leaving would take away and what it would leave. */
export function getLeaving(): Result<LeavingView> {
  return asked([], [], showLeaving);
}

/** Takes Duesheet off this workbook: the user's schedule and what is remembered. */
export function leaveWorkbook(): Result<ChangeResult> {
  return asked([], [], leave);
}
