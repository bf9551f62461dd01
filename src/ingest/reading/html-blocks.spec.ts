import { htmlBlocks, plainText } from './html-blocks.js';

const text = (html: string): string => plainText(htmlBlocks(html));

describe('plain text of HTML', () => {
  it('keeps paragraphs apart, puts list items on lines of their own and makes white space single', () => {
    expect(
      text(
        '<p>First\n  line</p><p>&nbsp;</p><ul level="0"><li>one </li><li><p>two</p><p>more</p></li></ul><p>End</p>',
      ),
    ).toBe('First line\n\n- one\n- two\n\nmore\n\nEnd');
  });

  it('decodes entities and drops zero-width marks', () => {
    expect(text('<p>R&amp;I &ndash; caff&egrave; &#8217;26\uFEFF, a\u200Bb</p>')).toBe('R&I – caffè ’26, ab');
  });

  it('survives a quote missing before the end of a tag, and tags never closed', () => {
    expect(text('<div class="eui-u-mt-l>"><h4>General</h4><p>One<p>Two<ul><li>three')).toBe(
      'General\n\nOne\n\nTwo\n\n- three',
    );
    expect(text('<p class="a>text</p><p>lost?</p>')).not.toContain('<');
  });

  it('keeps inline marks together and says nothing of scripts', () => {
    expect(
      text('<p>H<sub>2</sub> at <strong>5</strong> km<script>alert(1)</script><style>p{}</style></p>'),
    ).toBe('H2 at 5 km');
  });

  it('reads typed bullets as list items', () => {
    expect(text('<p>Such as:</p><p>• one;</p><p>·\u00a0two</p>')).toBe('Such as:\n\n- one;\n- two');
  });

  it('reads tables cell by cell and breaks as lines', () => {
    expect(text('<table><tr><td>a</td><td>b</td></tr></table>x<br>y')).toBe('a\n\nb\n\nx\n\ny');
  });

  it.each([
    [
      'in brackets',
      '<p>Goal<sup>[1]</sup>, plan<sup> [2]</sup>.</p><p class="eui-u-font-s">[1] Where</p><p><sup>[2]</sup> When</p>',
    ],
    ['without superscript', '<p>Goal [1], plan [2].</p><p>[1] Where</p><p>[2] When</p>'],
    [
      'as bare numbers',
      '<p>Goal<sup>1</sup>, plan<sup>2</sup>.</p><p><sup>1</sup> Where</p><p><em><sup>2</sup></em> When</p>',
    ],
    ['inside double brackets', '<p>Goal [[see <a href="x">here</a>]], plan.</p>'],
    ['as one long superscript', '<p>Goal<sup>3 https://example.org/a b</sup>, plan.</p>'],
  ])('leaves out footnotes and their marks: %s', (_name, html) => {
    expect(text(html)).toBe('Goal, plan.');
  });

  it('keeps numbers that are no footnotes', () => {
    expect(text('<p>10<sup>6</sup> m<sup>2</sup>, the 1<sup>st</sup>, see [12] of the list</p>')).toBe(
      '106 m2, the 1st, see [12] of the list',
    );
  });

  it('tells headings by their tag or by a class', () => {
    expect(
      htmlBlocks(
        '<h4>A</h4><p>b</p><span class="x topicdescriptionkind"><b>Scope</b>:</span><p>c</p>',
        'topicdescriptionkind',
      ),
    ).toEqual([
      { kind: 'heading', text: 'A' },
      { kind: 'paragraph', text: 'b' },
      { kind: 'heading', text: 'Scope:' },
      { kind: 'paragraph', text: 'c' },
    ]);
  });
});
