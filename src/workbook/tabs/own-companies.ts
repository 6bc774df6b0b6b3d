// Which customers are companies of our own group: named in AR Settings, never chased.
import type { Customer } from '../../dunning/decision/facts';
import { closestName } from '../../dunning/policy/closest-name';
import type { Problem } from '../../sheet/grid';
import type { CustomerIndex } from './customers';
import { OWN_COMPANIES } from './settings/people-settings';

/**
 * The customers with those marked that the setting names. One that nobody is called so may be a slip of the pen: who is
 * called nearly so counts as own until it is mended.
 * @param written the setting: names or numbers, separated by semicolons or line breaks
 */
export function withOwnCompanies(
  written: string,
  { byKey, keyOf, namesakes }: CustomerIndex,
): { byKey: Map<string, Customer>; problems: Problem[] } {
  const problems: Problem[] = [];
  const marked = new Map(byKey);
  const mark = (key: string): void => {
    const one = marked.get(key);
    if (one) marked.set(key, { ...one, isOwnCompany: true });
  };
  for (const name of written.split(/[;\n]+/).map((part) => part.trim())) {
    if (name === '') continue;
    const keys = new Set([...namesakes(name), keyOf(name)].filter((key) => key !== ''));
    for (const key of keys) mark(key);
    if (keys.size > 0) continue;
    const near = closestName(
      name,
      [...byKey.values()].map((one) => one.name),
    );
    if (near !== '') mark(keyOf(near));
    const hint =
      near === ''
        ? 'Write it as in AR Customers, or take it out.'
        : `Did you mean "${near}"? Until then ${near} counts as one.`;
    const message = `AR Settings, ${OWN_COMPANIES.name}: "${name}" is no customer here. ${hint}`;
    problems.push({ row: 0, column: OWN_COMPANIES.name, code: 'own-company-unknown', message });
  }
  return { byKey: marked, problems };
}
