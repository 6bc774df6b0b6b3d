// Who may call what: scopes of the manifest and of the person, and the authorization mode of the execution.
import { fail } from './exception';
import type { Host } from './host';

const AUTH = 'https://www.googleapis.com/auth/';

/** The scopes of which one is needed, by service. */
export const SCOPES = {
  spreadsheet: [`${AUTH}spreadsheets.currentonly`, `${AUTH}spreadsheets`],
  sidebar: [`${AUTH}script.container.ui`],
  triggers: [`${AUTH}script.scriptapp`],
  gmail: [`${AUTH}gmail.send`, `${AUTH}gmail.compose`, `${AUTH}gmail.modify`, 'https://mail.google.com/'],
  mailbox: [`${AUTH}gmail.metadata`, `${AUTH}gmail.readonly`, `${AUTH}gmail.modify`, 'https://mail.google.com/'],
  mail: [`${AUTH}script.send_mail`],
  drive: [`${AUTH}drive.readonly`, `${AUTH}drive`],
  email: [`${AUTH}userinfo.email`],
} as const;

/** The scopes of a list that this person has not granted. */
export function missingScopes(host: Host, wanted: readonly string[]): string[] {
  const missing = host.world.missingScopes?.[host.user] ?? [];
  return wanted.filter((scope) => missing.includes(scope));
}

function granted(host: Host, scope: string): boolean {
  return (host.scopes === null || host.scopes.includes(scope)) && missingScopes(host, [scope]).length === 0;
}

/** Whether the mailbox may be read by the permission for metadata, which takes away what another one would give. */
export function isMetadataOnly(host: Host): boolean {
  return granted(host, `${AUTH}gmail.metadata`);
}

/**
 * Refuses a call whose scope is missing or that the authorization mode does not allow.
 * @param modes the modes besides FULL in which it may be called
 * @throws Exception `You do not have permission to call X. Required permissions: ...`
 */
export function demand(
  host: Host,
  method: string,
  scopes: readonly string[],
  modes: readonly ('NONE' | 'LIMITED' | 'CUSTOM_FUNCTION')[] = [],
): void {
  const allowed = host.authMode === 'FULL' || modes.some((mode) => mode === host.authMode);
  if (allowed && (scopes.length === 0 || scopes.some((scope) => granted(host, scope)))) return;
  const list = scopes.length > 1 ? `(${scopes.join(' || ')})` : scopes[0];
  fail(`You do not have permission to call ${method}.${list ? ` Required permissions: ${list}` : ''}`);
}
