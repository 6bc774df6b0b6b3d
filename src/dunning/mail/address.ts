// E-mail addresses as people type them into cells: what is sent to, and what must not be.

/** Why an address cannot be written to: a stable code and a sentence. */
export interface AddressProblem {
  code: 'no-address' | 'bad-address';
  message: string;
}

/** The addresses of a cell. */
export interface AddressList {
  /** Valid addresses in the order written, each once. */
  addresses: string[];
  /** One problem per address that cannot be used. */
  problems: AddressProblem[];
}

// RFC 5321 4.5.3.1: at most 64 before the @ and 254 in all; RFC 1035: labels of at most 63.
const MOST_LOCAL = 64;
const MOST_ADDRESS = 254;
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const TOP_LEVEL = /^(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$/i;

// Mailbox providers: sharing such a domain with a customer says nothing about being the same company.
const FREEMAIL = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr ymail.com ' +
    'icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de mail.com ' +
    'proton.me protonmail.com pm.me fastmail.com zoho.com yandex.com yandex.ru mail.ru orange.fr wanadoo.fr free.fr ' +
    'laposte.net sfr.fr libero.it hotmail.co.uk hotmail.fr hotmail.de btinternet.com qq.com 163.com 126.com'
  ).split(' '),
);

/** The same, its sentence without the full stop. */
interface AddressFault extends Pick<AddressProblem, 'code'> {
  clause: string;
}

function bad(text: string, what: string): AddressFault {
  const shown = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return { code: 'bad-address', clause: `"${shown}" is not an e-mail address that can be written to: ${what}` };
}

function domainFault(text: string, domain: string): AddressFault | null {
  const labels = domain.split('.');
  if (labels.length < 2) return bad(text, 'the part behind the @ has no dot, as in example.com');
  if (!labels.every((label) => LABEL.test(label))) return bad(text, `"${domain}" is not a domain name`);
  return TOP_LEVEL.test(labels[labels.length - 1] ?? '') ? null : bad(text, `"${domain}" is not a domain name`);
}

/**
 * Checks one address: what Gmail accepts, without a display name.
 * @param text an address as a cell holds it; blanks around it do not matter
 * @returns null when mail can be sent to it, else the problem
 * @example checkAddress('ap@example.com') // null
 * @example checkAddress('Anna <ap@example.com>')?.code // 'bad-address'
 */
export function checkAddress(text: string): AddressProblem | null {
  const known = checked.get(text);
  if (known !== undefined) return known;
  const fault = faultIn(text.trim());
  const problem = fault && { code: fault.code, message: `${fault.clause}.` };
  if (checked.size >= MOST_CHECKED) checked.clear();
  checked.set(text, problem);
  return problem;
}

/** The same addresses are checked on each day that is looked ahead. */
const checked = new Map<string, AddressProblem | null>();
const MOST_CHECKED = 20_000;

/** What is wrong with an address, as a clause without a full stop; '' for nothing. */
export function addressFault(text: string): string {
  return faultIn(text.trim())?.clause ?? '';
}

function faultIn(address: string): AddressFault | null {
  if (address === '') return { code: 'no-address', clause: 'There is no e-mail address: fill one in' };
  if (/[<>"()[\]\\:]/.test(address)) return bad(address, 'write the bare address, without a name or brackets');
  if (/[\s\p{Cc}]/u.test(address)) return bad(address, 'it contains a blank or a line break');
  if (/[,;]/.test(address)) return bad(address, 'it holds several addresses');
  const parts = address.split('@');
  if (parts.length !== 2) return bad(address, parts.length < 2 ? 'the @ is missing' : 'it has more than one @');
  const [local = '', domain = ''] = parts;
  if (/[^\p{ASCII}]/u.test(address)) return bad(address, 'it has a letter that addresses cannot have, such as ä or é');
  if (!LOCAL.test(local)) return bad(address, 'the part before the @ is not valid');
  if (local.length > MOST_LOCAL || address.length > MOST_ADDRESS) return bad(address, 'it is too long');
  return domainFault(address, domain);
}

/**
 * Splits a cell at commas, semicolons and line breaks; nothing is checked, blank parts go.
 * @example splitAddresses('ap@example.com; cfo') // ['ap@example.com', 'cfo']
 */
export function splitAddresses(text: string): string[] {
  if (!/[,;\r\n]/.test(text)) return text.trim() === '' ? [] : [text.trim()];
  return text
    .split(/[,;\r\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The same in small letters, for comparing. @example smallAddresses('AP@example.com') // ['ap@example.com'] */
export function smallAddresses(text: string): string[] {
  return splitAddresses(text.toLowerCase());
}

/**
 * Reads the addresses of a cell, separated by commas, semicolons or line breaks.
 * @param text the cell; blank means no address and no problem
 * @example readAddresses('ap@example.com; cfo@example.com').addresses // ['ap@example.com', 'cfo@example.com']
 */
export function readAddresses(text: string): AddressList {
  const list: AddressList = { addresses: [], problems: [] };
  const seen = new Set<string>();
  for (const address of splitAddresses(text)) {
    const problem = checkAddress(address);
    if (problem) list.problems.push(problem);
    else if (!seen.has(address.toLowerCase())) list.addresses.push(address);
    seen.add(address.toLowerCase());
  }
  return list;
}

/** The domain of an address in small letters, '' when it has none. @example domainOf('A@Example.COM') // 'example.com' */
export function domainOf(address: string): string {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  return at < 0 ? '' : trimmed.slice(at + 1).toLowerCase();
}

/** Whether a domain belongs to a mailbox provider rather than to a company. @example isFreemail('gmail.com') // true */
export function isFreemail(domain: string): boolean {
  return FREEMAIL.has(domain.toLowerCase());
}

/**
 * Whether an address is at our own company: the domain of our own address or a part of it. Never at a mailbox
 * provider, where strangers share the domain.
 * @param address the address asked about
 * @param ownAddress our sender's address
 * @example isOwnDomain('ap@eu.acme.com', 'anna@acme.com') // true
 * @example isOwnDomain('somebody@gmail.com', 'anna@gmail.com') // false
 */
export function isOwnDomain(address: string, ownAddress: string): boolean {
  const own = domainOf(ownAddress);
  const domain = domainOf(address);
  if (own === '' || domain === '' || isFreemail(own)) return false;
  return domain === own || domain.endsWith(`.${own}`);
}
