import { Parser } from 'htmlparser2';

/** One paragraph, heading or list item of an HTML text, as plain text in one line. */
export interface HtmlBlock {
  readonly kind: 'heading' | 'paragraph' | 'item';
  readonly text: string;
}

const blockElements = new Set(
  'p div section article ul ol li table tbody thead tr td th br hr h1 h2 h3 h4 h5 h6 blockquote pre dl dt dd'.split(
    ' ',
  ),
);
const silentElements = new Set(['script', 'style', 'title', 'noscript']);

// Stand for footnote marks until it is known whether their footnotes are there; private-use characters.
const markStart = '\uE000';
const markEnd = '\uE001';

/** Longer than any exponent or ordinal: a whole footnote set as superscript. */
const longestSuperscript = 12;

/**
 * The blocks of an HTML text: entities decoded, white space made single, footnotes and their marks left out.
 *
 * Reads what browsers read, malformed attributes included (a quote missing before `>`); scripts and styles say nothing.
 *
 * @param headingClass  elements of this class are headings, whatever their tag
 */
export function htmlBlocks(html: string, headingClass?: string): readonly HtmlBlock[] {
  const blocks = collect(html, headingClass).map((block) => ({ ...block, text: tidied(block.text) }));
  const footnotes = new Set(
    blocks.map(({ text }) => footnoteNumber(text)).filter((number) => number !== null),
  );
  return blocks
    .filter(({ text }) => footnoteNumber(text) === null)
    .map((block) => ({ ...block, text: withoutMarks(block.text, footnotes) }))
    .map(asItem)
    .filter(({ text }) => text !== '');
}

/** A paragraph that starts with a typed bullet is a list item. */
function asItem(block: HtmlBlock): HtmlBlock {
  const text = block.text.replace(/^[•·▪●◦‣]\s*/, '');
  return text === block.text || block.kind === 'heading' ? block : { kind: 'item', text };
}

/** Plain text: paragraphs apart by an empty line, the items of a list on lines that start with `- `. */
export function plainText(blocks: readonly HtmlBlock[]): string {
  return blocks
    .map(({ kind, text }, at) => {
      const sameList = kind === 'item' && blocks[at - 1]?.kind === 'item';
      return `${at === 0 ? '' : sameList ? '\n' : '\n\n'}${kind === 'item' ? '- ' : ''}${text}`;
    })
    .join('');
}

function collect(html: string, headingClass: string | undefined): readonly HtmlBlock[] {
  const collector = new BlockCollector(headingClass);
  const parser = new Parser({
    onopentag: (name, attributes) => collector.onopentag(name, attributes),
    ontext: (part) => collector.ontext(part),
    onclosetag: (name) => collector.onclosetag(name),
  });
  parser.end(html);
  collector.flush();
  return collector.blocks;
}

/** Collects blocks while the parser walks the HTML. */
class BlockCollector {
  readonly blocks: HtmlBlock[] = [];
  readonly #open: { readonly name: string; readonly isHeading: boolean }[] = [];
  readonly #headingClass: string | undefined;
  #text = '';
  #inItem = false;
  #silent = 0;
  #superscript: string | null = null;

  constructor(headingClass: string | undefined) {
    this.#headingClass = headingClass;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const isHeading = /^h[1-6]$/.test(name) || this.#isHeadingClass(attributes['class']);
    if (blockElements.has(name) || isHeading) this.flush();
    if (name === 'li') this.#inItem = true;
    if (name === 'sup') this.#superscript = '';
    if (silentElements.has(name)) this.#silent += 1;
    this.#open.push({ name, isHeading });
  }

  ontext(part: string): void {
    if (this.#silent > 0) return;
    if (this.#superscript === null) this.#text += part;
    else this.#superscript += part;
  }

  onclosetag(name: string): void {
    if (name === 'sup' && this.#superscript !== null) {
      this.#text += footnoteMark(this.#superscript);
      this.#superscript = null;
    }
    if (silentElements.has(name)) this.#silent -= 1;
    if (blockElements.has(name) || this.#open.at(-1)?.isHeading === true) this.flush();
    if (name === 'li') this.#inItem = false;
    this.#open.pop();
  }

  flush(): void {
    if (this.#text.trim() !== '') {
      const inHeading = this.#open.some(({ isHeading }) => isHeading);
      this.blocks.push({
        kind: inHeading ? 'heading' : this.#inItem ? 'item' : 'paragraph',
        text: this.#text,
      });
      // Further paragraphs of one item are paragraphs.
      this.#inItem = false;
    }
    this.#text = '';
  }

  #isHeadingClass(classes: string | undefined): boolean {
    return this.#headingClass !== undefined && (classes ?? '').split(/\s+/).includes(this.#headingClass);
  }
}

/** A footnote's number is kept as a mark, a footnote set as superscript whole too; other superscripts are text. */
function footnoteMark(superscript: string): string {
  const mark = superscript.trim();
  const isFootnote = mark.length > longestSuperscript || /^,?\s*\[?\d{1,3}\]?$/.test(mark);
  return isFootnote ? `${markStart}${mark}${markEnd}` : superscript;
}

/** Zero-width marks out, every kind of blank one space. */
const tidied = (text: string): string =>
  text
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const footnoteStart = new RegExp(`^(?:${markStart}\\s*)?\\[(\\d{1,3})\\]|^${markStart}(\\d{1,3})\\b`);

/** The number of the footnote that a block is; null where it is none. */
function footnoteNumber(text: string): string | null {
  const match = footnoteStart.exec(text);
  return match?.[1] ?? match?.[2] ?? null;
}

const marks = new RegExp(`\\s*${markStart}([^${markEnd}]*)${markEnd}`, 'g');

/** A bare number is a mark only where its footnote is there: `10⁶` and `m²` are none. */
function withoutMarks(text: string, footnotes: ReadonlySet<string>): string {
  return text
    .replace(marks, (_all, mark: string) => (/^\d+$/.test(mark) && !footnotes.has(mark) ? mark : ''))
    .replace(/\s*\[\[.*?\]\]/g, '')
    .replace(/\s*\[(\d{1,3})\]/g, (all, number: string) => (footnotes.has(number) ? '' : all))
    .trim();
}
