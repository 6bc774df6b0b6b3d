// The documents beside a mail that is not sent yet: which come along, with their size, and why others do not.
import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../../../src/entry/sidebar-calls';
import { lineNumber } from '../fake/fake-lines';
import { openReminder, withBrowser } from '../with-browser';

const open = withBrowser();

const LINE = lineNumber(3, { look: 'a document cannot be attached' });

const document = (invoice: string, change: Partial<DocumentView> = {}): DocumentView => ({
  ...{ invoice, what: 'invoice', link: `https://drive.google.com/open?id=${invoice}`, name: `${invoice}.pdf` },
  ...{ bytes: 84_000, as: 'file', why: '', ...change },
});

describe('the documents of a mail', () => {
  it('are named with their size, the others with the reason why they go as links', async () => {
    const documents = [document('LR-1'), document('LR-2', { bytes: 12_300_000, as: 'link', why: 'With it more.' })];
    const page = await open({ lines: [LINE], documents });
    await openReminder(page, 'r-3');
    const list = page.locator('.mail-files');
    await list.getByRole('heading', { name: 'With it: 1 document, 84 KB' }).waitFor();
    expect(await list.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^LR-1\.pdf 84 KB\s+Invoice document of LR-1$/),
      expect.stringMatching(/^LR-2\.pdf 12\.3 MB link only\s+Invoice document of LR-2\. With it more\.$/),
    ]);
  });

  it('that cannot be read say that the mail would come back, and what to do', async () => {
    const gone = document('LR-1', { name: '', bytes: null, as: 'wrong', why: 'Its file lies in the bin.' });
    const page = await open({ lines: [LINE], documents: [gone] });
    await openReminder(page, 'r-3');
    const list = page.locator('.mail-files');
    await list.getByText('it comes back to Review instead of leaving').waitFor();
    expect(await list.innerText()).toMatch(
      /No document comes along[\s\S]*cannot be attached\s*Its file lies in the bin\./,
    );
  });
});
