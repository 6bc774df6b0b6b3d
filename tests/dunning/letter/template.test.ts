// Templates: what may stand in them, what is refused before anything is sent, and how they come out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkTemplate,
  escapeHtml,
  manyLines,
  oneLine,
  renderTemplate,
  TemplateError,
  type TemplateView,
} from '../../../src/dunning/letter/template';

const NAMES = ['contact', 'total', 'bank details', 'link'];
const codes = (text: string): string[] => checkTemplate(text, NAMES).map((problem) => problem.code);

/** The text alone. */
function renderText(template: string, view: TemplateView): string {
  return renderTemplate(template, view).text;
}

describe('checking a template', () => {
  it('accepts names, sections, inverted sections and comments', () => {
    expect(
      codes('Dear {{contact}}, {{#link}}{{ link }}{{/link}}{{^link}}none{{/link}}{{! a note }} {{bank details}}'),
    ).toEqual([]);
  });

  it('refuses whatever would switch escaping off, include a text or change the braces', () => {
    for (const text of ['{{{total}}}', '{{&total}}', '{{ & total }}', '{{>other}}', '{{=<% %>=}}', '{{ {total} }}']) {
      expect(codes(text), text).toEqual(['template-forbidden']);
    }
  });

  it('names every unknown placeholder once, in reading order, also inside sections and as a section', () => {
    const problems = checkTemplate('{{#lnk}}{{foo}}{{/lnk}} {{total}} {{foo}} {{^bar}}{{/bar}}', NAMES);
    expect(problems.map((problem) => problem.name)).toEqual(['lnk', 'foo', 'bar']);
  });

  it('proposes the name that was probably meant', () => {
    expect(checkTemplate('{{Totl}}', NAMES)[0]?.message).toBe(
      'There is no placeholder {{Totl}}. Did you mean {{total}}?',
    );
    expect(checkTemplate('{{bank_details}}', NAMES)[0]?.message).toContain('{{bank details}}');
    expect(checkTemplate('{{something else}}', NAMES)[0]?.message).toContain('The help lists');
  });

  it('does not know names of the language itself', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '.', 'contact.length', '']) {
      expect(codes(`{{${name}}}`), name).toEqual(['unknown-placeholder']);
    }
  });

  it('says what is open: a section, a closing without opening, missing braces on either side', () => {
    expect(checkTemplate('{{#link}} x', NAMES)[0]?.message).toBe('The section {{#link}} is not closed with {{/link}}.');
    expect(checkTemplate('x {{/link}}', NAMES)[0]?.message).toContain('closes a section that was not opened');
    expect(checkTemplate('{{#link}}{{#total}}{{/link}}{{/total}}', NAMES)[0]?.code).toBe('template-syntax');
    expect(checkTemplate('Dear {{contact', NAMES)[0]?.message).toContain('not closed');
    expect(checkTemplate('Dear contact}}', NAMES)[0]?.message).toContain('stand alone');
  });

  it('never throws, whatever a person types', () => {
    const piece = fc.oneof(
      fc.constantFrom('{{', '}}', '{', '}', '#', '/', '^', '!', '&', '>', '=', ' ', '\n', 'total', 'x'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const problems = checkTemplate(text, NAMES);
        const view = Object.fromEntries(NAMES.map((name) => [name, 'v']));
        if (problems.length === 0) expect(typeof renderText(text, view)).toBe('string');
        else expect(() => renderText(text, view)).toThrow(TemplateError);
      }),
      { numRuns: 500 },
    );
  });
});

describe('rendering a template', () => {
  it('escapes nothing: the text part and the subject show what was written', () => {
    expect(renderText('{{contact}}', { contact: 'R&D <"Müller"> /=`' })).toBe('R&D <"Müller"> /=`');
  });

  it('does not take placeholders out of a value', () => {
    expect(renderText('{{contact}} {{total}}', { contact: '{{total}} {{#x}}', total: '1.00 EUR' })).toBe(
      '{{total}} {{#x}} 1.00 EUR',
    );
  });

  it('throws for an unknown name instead of leaving a blank', () => {
    expect(() => renderText('Dear {{contct}}', { contact: 'Anna' })).toThrow('Did you mean {{contact}}?');
  });

  it('lets a paragraph that comes out empty vanish without a double blank line', () => {
    const text = 'One\n\n{{#link}}\nPay: {{link}}\n{{/link}}\n\n{{bank details}}\n\nTwo';
    expect(renderText(text, { link: '', 'bank details': '' })).toBe('One\n\nTwo');
    expect(renderText(text, { link: 'x', 'bank details': ' \t' })).toBe('One\n\nPay: x\n\nTwo');
  });

  it('lets a line of nothing but empty names vanish within its paragraph', () => {
    expect(renderText('Kind regards\n{{contact}}\n{{total}}', { contact: '', total: '5' })).toBe('Kind regards\n5');
  });

  it('reports a name that leaves a gap in a sentence, once', () => {
    const view = { contact: '', total: '', link: '' };
    const text = 'Dear {{contact}},\n{{total}}\n{{#link}}see {{link}}{{/link}}\nagain {{contact}}';
    expect(renderTemplate(text, view).missing).toEqual(['contact']);
  });

  it('takes a yes for a section only', () => {
    expect(renderText('{{#several}}many{{/several}}{{^several}}one{{/several}}', { several: true })).toBe('many');
    expect(renderText('{{#several}}many{{/several}}{{^several}}one{{/several}}', { several: false })).toBe('one');
    expect(renderTemplate('x {{several}}', { several: true }).missing).toEqual(['several']);
  });

  it('ends a sentence with one full stop where the name in it ends with its own', () => {
    expect(renderText('For {{contact}}. Thanks', { contact: 'Acme Inc.' })).toBe('For Acme Inc. Thanks');
    expect(renderText('For {{ contact }}.', { contact: 'Maderas Núñez S.A.' })).toBe('For Maderas Núñez S.A.');
    expect(renderText('For {{contact}}.', { contact: 'Acme Ltd' })).toBe('For Acme Ltd.');
    expect(renderText('For {{contact}}...', { contact: 'Acme Inc.' })).toBe('For Acme Inc....');
  });

  it('treats carriage returns of a pasted text as line ends', () => {
    expect(renderText('a\r\n\r\n\r\nb\rc', {})).toBe('a\n\nb\nc');
  });

  it('is the same text when tidied twice', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a \n\t\r]{0,30}$/), (text) => {
        const once = renderText(text, {});
        expect(renderText(once, {})).toBe(once);
        expect(once).not.toMatch(/\n{3}/);
      }),
    );
  });
});

describe('cleaning values', () => {
  it('makes one line of a name with line breaks and control characters', () => {
    expect(oneLine(' Acme\r\nBcc: x\u0000\u2028 y\u0001 ')).toBe('Acme Bcc: x y');
  });

  it('keeps the lines of an address block and drops blank ones', () => {
    expect(manyLines(' a \r\n\n\tb \u0002c\n')).toBe('a\nb c');
  });

  it('escapes what HTML would read as its own', () => {
    expect(escapeHtml(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;');
  });
});
