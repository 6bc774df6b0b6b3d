// Which groups of the desk's navigation are open: chosen by a person, and remembered in this browser.

const REMEMBERED = 'duesheet.groups';
/** Open for who never chose. */
const FIRST: readonly string[] = ['Daily'];

/** Google's frame may keep a page from remembering: then a choice holds until the page is closed. */
function remembered(): readonly string[] {
  try {
    const titles: unknown = JSON.parse(window.localStorage.getItem(REMEMBERED) ?? 'null');
    return Array.isArray(titles) ? titles.filter((title) => typeof title === 'string') : FIRST;
  } catch {
    return FIRST;
  }
}

/** The groups that are open, by their titles. */
export function openGroups(): Set<string> {
  return new Set(remembered());
}

/** Has these groups open the next time too. */
export function rememberGroups(open: ReadonlySet<string>): void {
  try {
    window.localStorage.setItem(REMEMBERED, JSON.stringify([...open]));
  } catch {
    // It holds for this page then.
  }
}
