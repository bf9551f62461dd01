/** Markup that is safe to put into a page: written by us, or escaped by `html`. */
export class Html {
  constructor(readonly markup: string) {}
}

/** What a template takes: text of any origin is escaped; `null` and `false` leave nothing. */
export type HtmlPart = string | number | Html | null | false | readonly HtmlPart[];

/**
 * The only way to make markup: everything put into the template is escaped, unless a template made it.
 * Attribute values stand in double quotes, and an address goes through `fixedHostUrl` first.
 */
export function html(literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(
    literals.map((literal, at) => literal + (at < parts.length ? markupOf(parts[at]) : '')).join(''),
  );
}

function markupOf(part: HtmlPart | undefined): string {
  if (part === undefined || part === null || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return escaped(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Control characters, and marks that turn the direction of what follows: a name could hide or rewrite its line. */

const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function escaped(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(invisible, '')
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? '');
}
