// What this script was built with beyond the usual, and whether the person who runs it has allowed what that needs.
import type { Capability } from '../workbook/ports';

/** How the script was built; null for the usual one. */
interface BuiltWith {
  /** The permissions without which nothing runs. */
  needed: string[];
  capabilities: readonly { name: string; scopes: string[] }[];
}

/** Put in by the build; absent where the sources run unbuilt. */
declare const __DUESHEET_WITH__: BuiltWith | null | undefined;

/** The types of the library know the first argument alone. */
type Ask = (mode: GoogleAppsScript.Script.AuthMode, scopes: string[]) => GoogleAppsScript.Script.AuthorizationInfo;

function infoOf(scopes: string[]): GoogleAppsScript.Script.AuthorizationInfo {
  return (ScriptApp.getAuthorizationInfo as Ask)(ScriptApp.AuthMode.FULL, scopes);
}

function builtWith(): BuiltWith | null {
  return typeof __DUESHEET_WITH__ === 'undefined' ? null : __DUESHEET_WITH__;
}

/** The capabilities that are built in. */
export function builtCapabilities(): readonly Capability[] {
  return (builtWith()?.capabilities ?? []).map(({ name, scopes }) => ({ name, grantAt: () => missingGrant(scopes) }));
}

/** The state of what nothing runs without: a capability that nobody allowed stops nothing else. */
export function permissionsNeeded(): GoogleAppsScript.Script.AuthorizationInfo {
  const needed = builtWith()?.needed;
  return needed ? infoOf(needed) : ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
}

function missingGrant(scopes: string[]): string {
  const info = infoOf(scopes);
  if (info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return '';
  return info.getAuthorizationUrl() || 'https://myaccount.google.com/permissions';
}
