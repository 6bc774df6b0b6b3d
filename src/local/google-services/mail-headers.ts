// Reading the headers of a raw mail: unfolding, address lists, and what Gmail refuses.

/** The header fields of a raw message by lower-case name, unfolded; several fields of a name are joined by commas. */
function mailHeaders(raw: string): Record<string, string> {
  const head = raw.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const fields: Record<string, string> = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at <= 0) continue;
    const name = line.slice(0, at).trim().toLowerCase();
    const value = line.slice(at + 1).trim();
    fields[name] = fields[name] ? `${fields[name]}, ${value}` : value;
  }
  return fields;
}

/**
 * The addresses of an address list, as written between the angle brackets or bare.
 * @example addressesOf('"Doe, J" <j@x.example>, k@y.example') // ['j@x.example', 'k@y.example']
 */
function addressesOf(list: string): string[] {
  const entries = list.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,"<>])+/g) ?? [];
  return entries
    .map((entry) => (/<([^>]*)>\s*$/.exec(entry)?.[1] ?? entry.replace(/"(?:[^"\\]|\\.)*"/g, '')).trim())
    .filter((address) => address !== '');
}

/** Whether Gmail takes a text for an address: a local part and a domain with a dot. */
function isAddress(text: string): boolean {
  return /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(?:\.[^\s@<>(),;:".]+)+$/.test(text);
}

/**
 * A message as Gmail takes it: a From that is none of the account's addresses gives way to the account's own, without a word.
 * @param own the addresses the account may send from, the account itself first
 * @example withKnownFrom('From: Ann <shared@x.example>\r\nTo: ...', ['ann@x.example']) // 'From: Ann <ann@x.example>\r\nTo: ...'
 */
export function withKnownFrom(raw: string, own: readonly string[]): string {
  const [from] = addressesOf(mailHeaders(raw)['from'] ?? '');
  const [account = ''] = own;
  if (from === undefined || own.some((address) => address.toLowerCase() === from.toLowerCase())) return raw;
  return raw.replace(/^From:.*(?:\r?\n[ \t].*)*/im, (line) => {
    const at = line.lastIndexOf(from);
    return `${line.slice(0, at)}${account}${line.slice(at + from.length)}`;
  });
}

/** The recipients of a message, or the sentence Gmail refuses it with. */
export function recipientsOf(raw: string): { recipients: string[] } | { refusal: string } {
  const headers = mailHeaders(raw);
  const recipients: string[] = [];
  for (const name of ['To', 'Cc', 'Bcc']) {
    const addresses = addressesOf(headers[name.toLowerCase()] ?? '');
    if (addresses.some((address) => !isAddress(address))) return { refusal: `Invalid ${name} header` };
    recipients.push(...addresses);
  }
  return recipients.length === 0 ? { refusal: 'Recipient address required' } : { recipients };
}
