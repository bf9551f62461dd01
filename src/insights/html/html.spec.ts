import fc from 'fast-check';
import { Parser } from 'htmlparser2';

import { html } from './html.js';

/** What a browser would make of markup: elements with their attributes, and the text. */
function parsed(markup: string): { elements: string[]; attributes: string[]; text: string } {
  const found = { elements: [] as string[], attributes: [] as string[], text: '' };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      found.elements.push(name);
      found.attributes.push(...Object.entries(attributes).map(([key, value]) => `${key}=${value}`));
    },
    ontext: (text) => (found.text += text),
  });
  parser.end(markup);
  return found;
}

describe('a template of markup', () => {
  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><script>',
    '<!--',
    '&lt;b&gt;',
    ']]>',
    '`${alert(1)}`',
  ])('shows %s as the text it is', (hostile) => {
    const { elements, attributes, text } = parsed(html`<p title="${hostile}">${hostile}</p>`.markup);
    expect(elements).toEqual(['p']);
    expect(attributes).toEqual([`title=${hostile}`]);
    expect(text).toBe(hostile);
  });

  it('never lets a text become an element or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { elements, attributes } = parsed(html`<p title="${text}">${[text, [text]]}</p>`.markup);
        expect(elements).toEqual(['p']);
        expect(attributes).toHaveLength(1);
      }),
    );
  });

  it('takes out what hides or turns a line', () => {
    expect(html`a${'\u202egpj.exe\u0000\u200b\u2066'}b`.markup).toBe('agpj.exeb');
  });

  it('replaces half a character, which no file can hold', () => {
    expect(html`${'\ud800x'}`.markup).toBe('\ufffdx');
  });

  it('keeps markup that a template made, and leaves nothing for null and false', () => {
    const bold = html`<b>${1}</b>`;
    expect(html`${[bold, null, false, 'and', [bold]]}`.markup).toBe('<b>1</b>and<b>1</b>');
  });
});
