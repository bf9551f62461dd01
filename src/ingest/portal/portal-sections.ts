import type { TextSection } from '../../opportunities/index.js';
import { type HtmlBlock, htmlBlocks, plainText } from '../reading/html-blocks.js';
import type { PortalRecord } from './portal-record.js';

/** Headings the portal puts into `descriptionByte`, by how they begin. */
const kinds: readonly (readonly [RegExp, TextSection['kind']])[] = [
  [/^expected (outcome|impact)/i, 'outcome'],
  [/^(scope|objective|specific challenge)/i, 'scope'],
  [/^technology readiness/i, 'conditions'],
];

/** What the portal says of every topic alike, so of none: where something is described. */
const boilerplate = [
  /^(\d+[a-z]?\.\s*)?[\w,()\- ]{0,90}:?\s*(are |is )?described in /i,
  /^a number of non-EU\/non-Associated Countries that are not automatically eligible/i,
];

/** From here on the conditions list documents for download. */
const documents = /^(application and evaluation forms|additional documents|call document|application form)/i;

/** The text of a topic as sections: what it is to achieve and do, its own conditions, and the destination around it. */
export function sectionsOf(record: PortalRecord): readonly TextSection[] {
  const language = record.language === 'en' || record.language === 'it' ? record.language : null;
  return [
    ...record.texts('descriptionByte').flatMap((html) => descriptionSections(html)),
    ...[
      ...record.texts('beneficiaryAdministration').filter(isHtml),
      ...record.texts('furtherInformation'),
    ].map((html) => section('other', null, htmlBlocks(withoutAddresses(html)))),
    section('conditions', null, ownConditions(record.texts('topicConditions'))),
    section(
      'destination',
      record.text('destinationDescription'),
      record.texts('destinationDetails').flatMap((html) => htmlBlocks(html)),
    ),
  ]
    .filter(({ text }) => text !== '')
    .map((part) => ({ ...part, language }));
}

type Section = Omit<TextSection, 'language'>;

const section = (
  kind: TextSection['kind'],
  heading: string | null,
  blocks: readonly HtmlBlock[],
): Section => ({
  kind,
  heading,
  text: plainText(blocks),
});

/** Cascade calls name people to write to; contact happens on their page. */
const withoutAddresses = (html: string): string => html.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '');

/** In cascade calls the field holds text; in external actions the name of an office. */
const isHtml = (text: string): boolean => text.includes('<');

function descriptionSections(html: string): readonly Section[] {
  const parts: { heading: string | null; blocks: HtmlBlock[] }[] = [{ heading: null, blocks: [] }];
  for (const block of htmlBlocks(html, 'topicdescriptionkind')) {
    if (block.kind === 'heading' && isSectionHeading(block.text))
      parts.push({ heading: headingOf(block.text), blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts.map(({ heading, blocks }) => section(kindOf(heading, blocks), heading, blocks));
}

const isSectionHeading = (text: string): boolean =>
  text.endsWith(':') || text === 'null' || kinds.some(([start]) => start.test(text));

/** `Scope:` → `Scope`; the portal writes `null` over what has no heading. */
const headingOf = (text: string): string | null => (text === 'null' ? null : text.replace(/\s*:$/, ''));

function kindOf(heading: string | null, blocks: readonly HtmlBlock[]): TextSection['kind'] {
  if (heading !== null) return kinds.find(([start]) => start.test(heading))?.[1] ?? 'other';
  return /\bTRL ?\d/.test(plainText(blocks)) ? 'conditions' : 'other';
}

/** The conditions without what holds for every topic, each under the heading it stands under. */
function ownConditions(htmls: readonly string[]): readonly HtmlBlock[] {
  const kept: HtmlBlock[] = [];
  let heading: HtmlBlock | null = null;
  for (const block of htmls.flatMap((html) => htmlBlocks(html))) {
    if (documents.test(block.text) && block.text.length < 90) break;
    if (block.kind === 'heading') heading = block;
    else if (!boilerplate.some((start) => start.test(block.text))) {
      if (heading !== null) kept.push({ kind: 'paragraph', text: heading.text });
      heading = null;
      kept.push(block);
    }
  }
  return kept;
}
