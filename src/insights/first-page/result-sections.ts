import type { BriefReason } from '../brief/brief.js';
import { callFacts } from '../brief/call-facts.js';
import { organisationFacts } from '../brief/organisation-facts.js';
import { bandFigure } from '../html/band-figure.js';
import { html, type Html } from '../html/html.js';
import { quotation } from '../html/quotation.js';
import type {
  FirstPageCluster,
  ShownCall,
  ShownMember,
  ShownMemberCall,
  ShownPartner,
  StatedCall,
} from './first-page.js';
import type { Words } from './first-page-html.js';

/** Characters of a quotation: three or four lines beside another one. */
const longestQuote = 220;

/** One call with its first partners. */
export function callSection(call: ShownCall | null, words: Words): Html {
  const { page } = words;
  if (call === null) return emptySection(page.callHeading, page.noCall);
  return html`<section class="card">
    <h2>${page.callHeading}</h2>
    <div class="subject">${callHead(call.stated, words)}</div>
    <ol>
      ${call.partners.map((partner) => partnerPlace(partner, call.stated, words))}
    </ol>
    <p class="after"><a href="/api/v1/opportunities/${call.id}/suggestions">${page.allPartners}</a></p>
  </section>`;
}

/** One member of the cluster with its first calls. */
export function memberSection(
  member: ShownMember | null,
  cluster: FirstPageCluster | null,
  words: Words,
): Html | false {
  if (cluster === null) return false;
  const { page, brief } = words;
  const heading = page.memberHeading(cluster.slug.toUpperCase());
  if (member === null) return emptySection(heading, page.noMember);
  return html`<section class="card">
    <h2>${heading}</h2>
    <div class="subject">
      <h3>${member.name} ${member.invented && mark(words)}</h3>
      <p class="soft">${organisationFacts(member, brief)}</p>
    </div>
    <ol>
      ${member.calls.map((call) => callPlace(call, words))}
    </ol>
  </section>`;
}

function emptySection(heading: string, text: string): Html {
  return html`<section class="card">
    <h2>${heading}</h2>
    <p>${text}</p>
  </section>`;
}

const mark = ({ brief }: Words): Html => html`<span class="mark">${brief.inventedMark}</span>`;

function callHead(call: StatedCall, { brief }: Words): Html {
  const facts = callFacts(call, brief);
  const when = [facts.deadline, facts.daysLeft].filter((part) => part !== null).join(' · ');
  return html`<h3>${call.url === null ? call.title : html`<a href="${call.url}">${call.title}</a>`}</h3>
    <p class="soft">${facts.kind}</p>
    <p>${brief.deadline}: <strong>${when}</strong> · ${brief.budget}: <strong>${facts.budget}</strong></p>`;
}

function partnerPlace(partner: ShownPartner, call: StatedCall, words: Words): Html {
  const { page, brief } = words;
  const { introducer } = partner;
  const project =
    introducer === null
      ? ''
      : [introducer.acronym, introducer.year].filter((part) => part !== null).join(', ');
  return html`<li class="place">
    <div>
      <h3>${partner.name} ${partner.invented && mark(words)}</h3>
      <p class="soft small">${organisationFacts(partner, brief)}</p>
      ${figures(partner, words)}
      <p class="small">
        ${introducer === null ? page.nobodyKnown : page.introducedBy(introducer.name, project)}
      </p>
    </div>
    ${pair(partner.reason, call, words)}
  </li>`;
}

function callPlace({ stated, reason, ...bands }: ShownMemberCall, words: Words): Html {
  return html`<li class="place">
    <div class="whole">${callHead(stated, words)}</div>
    <div>${figures(bands, words)}</div>
    ${pair(reason, stated, words)}
  </li>`;
}

function figures({ fit, trackRecord }: Pick<ShownPartner, 'fit' | 'trackRecord'>, { brief }: Words): Html {
  return html`<div class="figures">
    ${bandFigure(brief.fit, fit, brief)} ${bandFigure(brief.trackRecord, trackRecord, brief)}
  </div>`;
}

function pair(
  { call, evidence, source }: BriefReason,
  { summarised, title }: StatedCall,
  { page, brief }: Words,
): Html {
  const told = [
    brief.evidence[source.type],
    source.type === 'project' || source.type === 'result' ? source.title : null,
    source.state === 'unconfirmed' ? brief.unconfirmed : null,
    source.date?.slice(0, 4) ?? null,
  ];
  return html`<div class="pair">
    <div>
      <p class="label">
        ${page.callSays}${summarised && !title.includes(call.text) && ` (${brief.summarised})`}
      </p>
      <blockquote>${quotation(call, longestQuote)}</blockquote>
    </div>
    <div class="own">
      <p class="label">${page.partnerSays}</p>
      <blockquote>
        ${quotation(evidence, longestQuote)} <cite>${told.filter((part) => part !== null).join(', ')}</cite>
      </blockquote>
    </div>
  </div>`;
}
