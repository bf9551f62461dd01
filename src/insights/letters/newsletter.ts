import { deadlinesAhead, type OpportunityOutline } from '../../opportunities/index.js';
import type { Taxonomy } from '../../taxonomy/index.js';
import { briefWords } from '../brief/brief-words.js';
import { callFacts, type CallFacts } from '../brief/call-facts.js';
import { fixedHostUrl } from '../fixed-host-url.js';
import { html } from '../html/html.js';
import type { Language } from '../language.js';

/** A block of calls to paste into a cluster's newsletter, as HTML and as text. It names no member. */
export interface NewsletterBlock {
  readonly html: string;
  readonly text: string;
  readonly calls: number;
}

interface NewsletterWords {
  readonly heading: string;
  readonly none: string;
  readonly close: string;
  readonly invented: string;
}

const wordsOf: Readonly<Record<Language, NewsletterWords>> = {
  en: {
    heading: 'Calls our members are well placed for',
    none: 'No call in this period fits at least one of our members well.',
    close: 'Interested? Write to us: we look for partners with you.',
    invented: 'INVENTED',
  },
  it: {
    heading: 'Bandi adatti ai nostri soci',
    none: 'Nessun bando in questo periodo corrisponde bene ad almeno un nostro socio.',
    close: 'Vi interessa? Scriveteci: cercheremo i partner insieme a Voi.',
    invented: 'INVENTATO',
  },
};

interface Entry {
  readonly title: string;
  readonly url: string | null;
  readonly facts: CallFacts;
  readonly mark: string;
}

/** @param calls in the order they are to stand in */
export function newsletterBlock(
  calls: readonly OpportunityOutline[],
  taxonomy: Pick<Taxonomy, 'programmes'>,
  { language, asOf }: { readonly language: Language; readonly asOf: Date },
): NewsletterBlock {
  const words = wordsOf[language];
  const entries = calls.map((call): Entry => {
    const programme = call.programme === null ? undefined : taxonomy.programmes.find(call.programme);
    const part = programme?.parts.find(({ code }) => code === call.part);
    const stated = {
      ...call,
      programme: part?.label ?? programme?.label ?? null,
      deadlines: deadlinesAhead(call.deadlines, asOf),
    };
    return {
      title: call.title,
      url: fixedHostUrl(call.url),
      facts: callFacts(stated, briefWords(language)),
      mark: call.invented ? ` (${words.invented})` : '',
    };
  });
  return { html: asHtml(entries, language), text: asText(entries, language), calls: entries.length };
}

function factLine({ facts }: Entry, language: Language): string {
  const { deadline, budget } = briefWords(language);
  const when = [facts.deadline, facts.daysLeft].filter((part) => part !== null).join(', ');
  return `${deadline}: ${when} · ${budget}: ${facts.budget}`;
}

function asText(entries: readonly Entry[], language: Language): string {
  const { heading, none, close } = wordsOf[language];
  const items = entries.map((entry) =>
    [`- ${entry.title}${entry.mark}`, `  ${entry.facts.kind}`, `  ${factLine(entry, language)}`]
      .concat(entry.url === null ? [] : [`  ${entry.url}`])
      .join('\n'),
  );
  return [heading, ...(items.length === 0 ? [none] : items), close].join('\n\n');
}

/** Plain elements with no style of their own, so that the newsletter's holds. */
function asHtml(entries: readonly Entry[], language: Language): string {
  const { heading, none, close } = wordsOf[language];
  const items = entries.map((entry) => {
    const title = entry.url === null ? html`${entry.title}` : html`<a href="${entry.url}">${entry.title}</a>`;
    return html`<li>
      <strong>${title}</strong>${entry.mark}<br />${entry.facts.kind}<br />${factLine(entry, language)}
    </li>`;
  });
  const list =
    items.length === 0
      ? html`<p>${none}</p>`
      : html`<ul>
          ${items}
        </ul>`;
  return html`<h3>${heading}</h3>
    ${list}
    <p>${close}</p>`.markup;
}
