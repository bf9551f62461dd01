import type { Cluster } from '../../accounts/index.js';
import type { CallSuggestions } from '../../matching/index.js';
import { deadlinesAhead, isoDay, type OpportunityCard } from '../../opportunities/index.js';
import type { OrganisationCard } from '../../organisations/index.js';
import type { Taxonomy } from '../../taxonomy/index.js';
import { fixedHostUrl } from '../fixed-host-url.js';
import { likelyRole } from '../likely-role.js';
import { isQuoted, termsOf, type CallSuggestion, type QuotedReason } from '../quoted-reasons.js';
import { toShownSource } from '../shown-source.js';
import type { PartnerFound } from './brief-partners.js';
import type { CallStated } from './call-facts.js';
import type { Brief, BriefCall, BriefIntroduction, BriefPartner, BriefReason } from './brief.js';

/** What a page is made of, as the features tell it. */
export interface BriefFindings {
  readonly asOf: Date;
  readonly clusters: readonly Cluster[];
  readonly calls: CallSuggestions;
  /** the suggestions on the page, the best first */
  readonly shown: readonly CallSuggestion[];
  /** ranked partners, by id of the opportunity */
  readonly partners: ReadonlyMap<string, readonly PartnerFound[]>;
  /** kind of a competence line, by id of the evidence */
  readonly competenceKinds: ReadonlyMap<string, string>;
  readonly taxonomy: Pick<Taxonomy, 'programmes'>;
}

/** How many of each have room, beside two reasons. */
const partnersShown = 3;
const missingShown = 2;

/** The page's contents, from what the features found. */
export function toBrief(findings: BriefFindings): Brief {
  const { organisation, total, snapshot, model } = findings.calls;
  const { legalName, city, country, type, sme } = organisation.facts;
  return {
    organisation: { name: legalName, city, country, type, sme, invented: organisation.invented },
    clusters: findings.clusters.map(({ slug, nameEn, nameIt }) => ({
      shortName: slug.toUpperCase(),
      name: { en: nameEn, it: nameIt },
    })),
    asOf: isoDay(findings.asOf),
    calls: findings.shown.map((suggestion) => toCall(suggestion, findings)),
    fitting: total,
    dates: {
      calls: oldest(findings.shown.map(({ opportunity }) => opportunity.observedAt.slice(0, 10))),
      organisation: newestStatement(organisation),
      sources: findings.calls.sources.map((source) => toShownSource(source, findings.asOf)),
      snapshot,
      model,
    },
  };
}

function toCall(suggestion: CallSuggestion, findings: BriefFindings): BriefCall {
  const { opportunity: card, fit, trackRecord } = suggestion;
  const { organisation } = findings.calls;
  const kinds = suggestion.reasons.map(
    ({ evidence }) => findings.competenceKinds.get(evidence?.id ?? '') ?? null,
  );
  const partners = findings.partners.get(card.id) ?? [];
  return {
    id: card.id,
    ...callStated(card, findings),
    fit: fit.band,
    trackRecord: trackRecord.band,
    role: likelyRole(kinds, organisation.facts.type),
    missing: suggestion.missing
      .filter(({ kind }) => kind === 'concept')
      .slice(0, missingShown)
      .map(({ label }) => label),
    reasons: chosenReasons(suggestion.reasons.filter(isQuoted)).map(toReason),
    partners: partners
      .filter(({ organisation: other }) => organisation.invented || !other.invented)
      .slice(0, partnersShown)
      .map((partner) => toPartner(partner, findings)),
  };
}

/** What sources state of a call, as a page shows it. */
export function callStated(
  card: OpportunityCard,
  { asOf, taxonomy }: Pick<BriefFindings, 'asOf' | 'taxonomy'>,
): CallStated & Pick<BriefCall, 'title' | 'url' | 'invented' | 'summarised'> {
  return {
    identifier: card.identifier,
    kind: card.kind,
    title: card.title,
    programme: programmeLabel(card, taxonomy),
    actionTypes: card.actionTypes,
    status: card.status,
    opensOn: card.opensOn,
    deadlines: deadlinesAhead(card.deadlines, asOf),
    budget: card.budget,
    url: fixedHostUrl(card.url),
    invented: card.invented,
    summarised: card.provenance['sections'] === 'demo',
  };
}

/** The weightiest, and then one that says something else: on both sides rather than on one, by two shared words rather than one. */
function chosenReasons(quoted: readonly QuotedReason[]): QuotedReason[] {
  const [first, ...others] = quoted;
  if (!first) return [];
  const news = ({ callQuote, evidenceQuote }: QuotedReason): number =>
    Number(callQuote !== first.callQuote) + Number(evidenceQuote !== first.evidenceQuote);
  const worth = (reason: QuotedReason): number => news(reason) * 2 + Number(reason.terms.length > 1);
  const [second] = others.filter((other) => news(other) > 0).sort((a, b) => worth(b) - worth(a));
  return second ? [first, second] : [first];
}

/** A reason with what either side writes of the shared words. */
export function toReason({ callQuote, evidenceQuote, terms, evidence }: QuotedReason): BriefReason {
  const shared = termsOf(terms);
  return {
    call: { text: callQuote, terms: shared.call },
    evidence: { text: evidenceQuote, terms: shared.evidence },
    source: { type: evidence.type, title: evidence.title, date: evidence.date, state: evidence.state },
  };
}

function toPartner(partner: PartnerFound, findings: BriefFindings): BriefPartner {
  const { name, city, country, type, sme, invented, participantUrl } = partner.organisation;
  return {
    name,
    city,
    country,
    type,
    sme,
    invented,
    participantUrl: fixedHostUrl(participantUrl),
    introduction: introductionTo(partner, findings),
  };
}

/** The shortest way: a project of one's own, the cluster itself, then the common cluster, then another organisation's project. */
function introductionTo(partner: PartnerFound, { calls, clusters }: BriefFindings): BriefIntroduction {
  const { together } = partner;
  if (together) return { by: 'yourselves', acronym: together.acronym, year: together.year };
  const { id } = partner.organisation;
  if (clusters.some(({ organisationId }) => organisationId === id)) return { by: 'own-cluster' };
  const common = clusters.find((cluster) => partner.organisation.clusters.includes(cluster.id));
  if (common) return { by: 'cluster', shortName: common.slug.toUpperCase() };
  const [other] = partner.introducers;
  const askCluster = clusters.some(({ organisationId }) => organisationId !== calls.organisation.id);
  if (!other) return { by: 'nobody-known', askCluster };
  return { by: 'organisation', name: other.name, acronym: other.acronym, year: other.year };
}

function programmeLabel(
  { programme, part }: OpportunityCard,
  { programmes }: BriefFindings['taxonomy'],
): BriefCall['programme'] {
  if (programme === null) return null;
  const known = programmes.find(programme);
  return known?.parts.find(({ code }) => code === part)?.label ?? known?.label ?? null;
}

function newestStatement({ provenance }: OrganisationCard): string | null {
  const days = Object.values(provenance).map(({ date }) => date);
  return days.sort().at(-1) ?? null;
}

const oldest = (days: readonly string[]): string | null => [...days].sort()[0] ?? null;
