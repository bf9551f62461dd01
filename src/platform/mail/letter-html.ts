import type { Block, Brand, Letter, LetterLink } from './letter.js';
import { letterMjml } from './letter-mjml.js';
import { readableColour } from './readable-colour.js';

type Slots = Readonly<Record<string, string>>;

/** The compiled layout, cut into what comes before the blocks, each kind of block, and what comes after. */
interface Layout {
  readonly before: string;
  readonly after: string;
  readonly blocks: ReadonlyMap<string, string>;
}

let layout: Promise<Layout> | undefined;

/** The letter as an HTML document that mail programs can show. */
export async function letterHtml(letter: Letter, brand: Brand, language: 'en' | 'it'): Promise<string> {
  const { before, after, blocks } = await (layout ??= compileLayout());
  const colour = readableColour(brand.colour);
  const shared = {
    colour,
    brand: brand.name,
    subject: letter.subject,
    preheader: letter.preheader,
    greeting: letter.greeting,
    footer: footerHtml(letter, brand),
  };
  const body = letter.blocks.map((block) => {
    const { part, slots } = partOf(block, colour);
    return filled(blocks.get(part) ?? '', { colour, ...slots });
  });
  const html = [filled(before, shared), ...body, filled(after, shared)].join('');
  return html.replaceAll('lang="en" dir="auto"', `lang="${language}" dir="ltr"`);
}

/** Which part of the layout shows a block, and what goes into it. */
function partOf(block: Block, colour: string): { part: string; slots: Slots } {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return { part: block.kind, slots: { text: block.text } };
    case 'title':
      return { part: 'title', slots: { html: titleHtml(block, colour) } };
    case 'quotation':
      return {
        part: 'quotation',
        slots: { label: block.label, text: block.text, lang: langAttribute(block.language) },
      };
    case 'list':
      return {
        part: 'html',
        slots: {
          html: `<ul>${block.items.map((item) => `<li style="margin:0 0 4px">${escaped(item)}</li>`).join('')}</ul>`,
        },
      };
    case 'facts':
      return { part: 'html', slots: { html: factsHtml(block.facts) } };
    case 'actions':
      return {
        part: 'html',
        slots: { html: block.actions.map((action, at) => button(action, at === 0, colour)).join(' ') },
      };
    case 'divider':
      return { part: 'divider', slots: {} };
  }
}

function titleHtml({ text, language, url }: Extract<Block, { kind: 'title' }>, colour: string): string {
  const words = `<span${langAttribute(language)}>${escaped(text)}</span>`;
  return url === null ? words : `<a href="${escaped(url)}" style="color:${colour}">${words}</a>`;
}

/** Label and value below each other: two columns break on a narrow screen. */
function factsHtml(facts: readonly (readonly [string, string])[]): string {
  const rows = facts.map(
    ([label, value]) =>
      `<p style="margin:0 0 6px"><span style="font-weight:600">${escaped(label)}:</span> ${escaped(value)}</p>`,
  );
  return rows.join('');
}

/** A link that looks like a button, 44 px high: without images or tables, so that it survives every client. */
function button({ label, url }: LetterLink, first: boolean, colour: string): string {
  const look = first
    ? `background-color:${colour};border:2px solid ${colour};color:#ffffff`
    : `border:2px solid ${colour};color:${colour}`;
  return (
    `<a${first ? '' : ' class="ghost"'} href="${escaped(url)}" style="display:inline-block;margin:6px 8px 6px 0;` +
    `padding:8px 18px;border-radius:6px;font-weight:600;text-decoration:none;${look}">` +
    `${first ? `<span style="color:#ffffff !important">${escaped(label)}</span>` : escaped(label)}</a>`
  );
}

function footerHtml({ why, footerLinks }: Letter, { name, postalAddress, privacyUrl }: Brand): string {
  const links = footerLinks.map(({ label, url }) => footerLink(label, url));
  if (privacyUrl !== null) links.push(footerLink('Privacy', privacyUrl));
  return [
    `<p style="margin:0 0 8px">${escaped(why)}</p>`,
    ...(links.length > 0 ? [`<p style="margin:0 0 8px">${links.join(' ')}</p>`] : []),
    `<p style="margin:0">${escaped(postalAddress === null ? name : `${name}, ${postalAddress}`)}</p>`,
  ].join('');
}

const footerLink = (label: string, url: string): string =>
  `<a href="${escaped(url)}" style="color:#4a5666;display:inline-block;margin-right:18px;padding:4px 0">${escaped(label)}</a>`;

const langAttribute = (language: string | null): string =>
  language === null ? '' : ` lang="${escaped(language)}"`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** In one pass, so that a text that looks like a slot stays text. */
function filled(part: string, slots: Slots): string {
  return part.replace(/\{\{(\{)?(\w+)\}\}\}?/g, (_, raw: string | undefined, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`the layout of mails asks for "${name}", which nobody fills`);
    return raw === undefined ? escaped(value) : value;
  });
}

async function compileLayout(): Promise<Layout> {
  const { default: mjml2html } = await import('mjml'); // takes longer to load than most of the service
  // no fonts: MJML would have mail programs fetch those it knows by name from elsewhere, which tells who reads when
  const { html } = await mjml2html(letterMjml, { validationLevel: 'strict', fonts: {} });
  const [head = '', ...marked] = html.split(/(?=\[\[\w+\]\])/);
  const blocks = new Map<string, string>();
  for (const part of marked) {
    const [, name = '', rest = ''] = /^\[\[(\w+)\]\]([^]*)$/.exec(part) ?? [];
    blocks.set(name, rest);
  }
  return { before: head, after: blocks.get('end') ?? '', blocks };
}
