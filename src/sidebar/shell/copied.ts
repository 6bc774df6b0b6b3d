// A text put on the clipboard, or marked to be copied by hand.

/** Copies a text. Google's frame may not let a page write to the clipboard: then it is marked, for the person to copy, and this is false. */
export async function copied(text: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    text.focus();
    text.select();
    return false;
  }
}
