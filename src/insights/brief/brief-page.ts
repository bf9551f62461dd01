import { excerpt } from '../excerpt.js';
import { bandFigure } from '../html/band-figure.js';
import { html, type Html } from '../html/html.js';
import { quotation } from '../html/quotation.js';
import type { Language } from '../language.js';
import { likelyRoles } from '../likely-role.js';
import { dayAsWritten, shortDay } from '../written-values.js';
import type { Brief, BriefCall, BriefPartner, BriefReason } from './brief.js';
import { briefStyle } from './brief-style.js';
import { briefWords, type BriefWords } from './brief-words.js';
import { callFacts } from './call-facts.js';
import { organisationFacts } from './organisation-facts.js';

/** How many calls have room on the sheet. */
export const callsOnPage = 5;

/**
 * The page as one file: no script, no font, no picture, nothing fetched; what its texts hold cannot become markup, and
 * the policy in its head would stop it from doing anything.
 *
 * @returns a complete HTML document; on paper exactly one sheet of A4
 */
export function briefPage(brief: Brief, language: Language): string {
  const words = briefWords(language);
  const { organisation } = brief;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${briefStyle.filePolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>
          ${words.title}: ${organisation.name}${organisation.invented && ` (${words.inventedMark})`}
        </title>
        ${briefStyle.element}
      </head>
      <body>
        <main class="page">
          ${pageHead(brief, language, words)}
          ${brief.calls.length === 0 ? nothing(words) : calls(brief, words)}
          <footer>
            <p>
              ${words.howToRead}
              ${hasInvented(brief) && [words.inventedPartners, ' ']}${words.data(writtenDates(brief, words))}
            </p>
          </footer>
        </main>
      </body>
    </html> `.markup;
}

function pageHead(
  { organisation, clusters, calls, asOf }: Brief,
  language: Language,
  words: BriefWords,
): Html {
  const names = clusters.map((cluster) => cluster.name[language]);
  return html`<header>
    <div>
      <p class="brand">${names.length > 0 ? names.join(' · ') : words.noCluster}</p>
      <h1>${organisation.name}</h1>
      <p class="facts">
        ${organisation.invented && html`<span class="mark">${words.inventedOrganisation}</span> `}${organisationFacts(organisation, words)}
      </p>
    </div>
    <div class="when">
      <strong>${calls.length > 0 ? words.heading(calls.length) : words.title}</strong
      ><span>${words.asOf(dayAsWritten(asOf, words.locale))}</span>
    </div>
  </header>`;
}

function calls(brief: Brief, words: BriefWords): Html {
  const shown = brief.calls.slice(0, callsOnPage);
  return html`<div class="calls">
    ${shown.map((call, at) => callBlock(call, at + 1, words))}
    ${shown.length < callsOnPage && html`<p class="remark">${words.fewer(shown.length)}</p>`}
  </div>`;
}

function callBlock(call: BriefCall, number: number, words: BriefWords): Html {
  const facts = callFacts(call, words);
  return html`<section class="call">
    <aside>
      <div class="figures">
        ${bandFigure(words.fit, call.fit, words)} ${bandFigure(words.trackRecord, call.trackRecord, words)}
      </div>
      <dl>
        <dt>${words.deadline}</dt>
        <dd class="clamp three">
          ${facts.deadline} ${facts.remarks !== null && html`<small>${facts.remarks}</small>`}
        </dd>
        ${facts.daysLeft !== null && html`<dd class="left${facts.late && ' late'}">${facts.daysLeft}</dd>`}
        <dt>${words.budget}</dt>
        <dd class="clamp">${facts.budget}</dd>
        <dt>${words.role}</dt>
        <dd class="clamp">${likelyRoleText(call, words)}</dd>
        ${
          call.missing.length > 0 &&
          html`<dt>${words.missing}</dt>
            <dd class="clamp plain">${call.missing.join(', ')}</dd>`
        }
      </dl>
    </aside>
    <div>
      <h2>
        <span class="number">${number}</span
        >${call.url === null ? call.title : html`<a href="${call.url}">${call.title}</a>`}
      </h2>
      <p class="kind">
        ${call.invented && html`<span class="mark">${words.inventedCallMark}</span> `}${facts.kind}
      </p>
      <div class="pairs">
        <p class="label">${words.callSays}${call.summarised && ` (${words.summarised})`}</p>
        <p class="label">${words.recordSays}</p>
        ${call.reasons.map((reason, at) => pair(reason, roomFor(call, at), words))}
      </div>
      <p class="label partners">${words.partners}</p>
      ${call.partners.length === 0 ? html`<p>${words.noPartners}</p>` : html`<div class="trio">${call.partners.map((one) => partner(one, words))}</div>`}
    </div>
  </section> `;
}

/** How long a quotation may be, in characters, so that its lines fit on the sheet. */
interface Room {
  readonly call: number;
  readonly evidence: number;
  /** two lines instead of three */
  readonly tight: boolean;
}

const threeLines: Room = { call: 160, evidence: 136, tight: false };
const twoLines: Room = { call: 106, evidence: 84, tight: true };

/** A title of two lines takes one from the second pair of quotations. */
function roomFor({ title }: BriefCall, place: number): Room {
  return place > 0 && title.length > longestTitleLine ? twoLines : threeLines;
}

const longestTitleLine = 88;

function pair({ call, evidence, source }: BriefReason, room: Room, words: BriefWords): Html {
  const told = [
    words.evidence[source.type],
    source.type === 'project' || source.type === 'result' ? shortened(source.title) : null,
    source.state === 'unconfirmed' ? words.unconfirmed : null,
    source.date?.slice(0, 4) ?? null,
  ];
  return html`<blockquote${room.tight && html` class="tight"`}>${quotation(call, room.call)}</blockquote>
    <blockquote class="own${room.tight && ' tight'}">
      ${quotation(evidence, room.evidence)} <cite>${told.filter((part) => part !== null).join(', ')}</cite>
    </blockquote> `;
}

/** The title of a project, as far as it has room beside a quotation. */
function shortened(title: string | null): string | null {
  return title === null ? null : excerpt(title, [], 44);
}

function partner(one: BriefPartner, words: BriefWords): Html {
  const name = one.participantUrl === null ? one.name : html`<a href="${one.participantUrl}">${one.name}</a>`;
  return html`<div class="partner">
    <p class="name">${name}</p>
    <p class="facts">
      ${one.invented && html`<span class="mark">${words.inventedMark}</span> `}${organisationFacts({ ...one, city: null }, words)}
    </p>
    <p class="way">${words.introduction(one.introduction)}</p>
  </div> `;
}

function likelyRoleText({ role }: BriefCall, words: BriefWords): string {
  return role !== null && likelyRoles.includes(role) ? words.roles[role] : words.roleUnknown;
}

function nothing(words: BriefWords): Html {
  return html`<div class="calls">
    <p class="remark"><strong>${words.nothingFits}</strong>${words.nothingFitsWhatToDo}</p>
  </div>`;
}

function hasInvented({ organisation, calls: all }: Brief): boolean {
  return organisation.invented || all.some(({ partners }) => partners.some(({ invented }) => invented));
}

function writtenDates({ dates }: Brief, words: BriefWords): Parameters<BriefWords['data']>[0] {
  const { locale } = words;
  const written = (day: string | null): string | null => (day === null ? null : dayAsWritten(day, locale));
  const sources = dates.sources.flatMap(({ name, day, state }) =>
    day === null
      ? []
      : [
          `${words.sources[name]} ${shortDay(day, locale)}${state === 'fresh' ? '' : ` (${words.oldSource})`}`,
        ],
  );
  return {
    ...dates,
    calls: written(dates.calls),
    organisation: written(dates.organisation),
    sources: sources.join(', '),
  };
}
