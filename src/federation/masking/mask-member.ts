import type { CorpusText, OrganisationCard } from '../../organisations/index.js';
import { newId } from '../../platform/ids/uuid.js';
import type { SharedEvidence, SharedMember } from '../shared-member.js';
import { sizeBandOf, type Sharing } from '../sharing-level.js';
import { withoutNames, type GivingAway } from './without-names.js';

/** A member about to be shown to sisters. */
export interface MemberToShare {
  readonly mask: string;
  readonly clusterId: string;
  readonly sharing: Sharing;
  readonly card: OrganisationCard;
  /** what it would do in a project */
  readonly roles: readonly string[];
  readonly texts: readonly CorpusText[];
  readonly givingAway: GivingAway;
}

/** Fewer of one kind in one region, and the region would point at one of them. */
export const fewestAlike = 5;

/** The region as others may know it: NUTS 2; null where only something coarser is known. */
export const regionOf = (nuts: string | null): string | null =>
  nuts !== null && nuts.length >= 4 ? nuts.slice(0, 4) : null;

export const kindAndRegion = ({ facts }: OrganisationCard): string =>
  `${facts.type ?? ''} ${regionOf(facts.nuts) ?? ''}`;

/** @param alike how many of the cluster's shared members are of the same kind and region */
export function toSharedMember(
  { mask, clusterId, sharing, card, roles }: MemberToShare,
  alike: number,
): SharedMember {
  const { facts } = card;
  const named = sharing.level === 'full';
  const kept = (field: Sharing['withheld'][number]): boolean => !sharing.withheld.includes(field);
  return {
    id: mask,
    clusterId,
    level: named ? 'full' : 'masked',
    country: facts.country,
    region: kept('region') && (named || alike >= fewestAlike) ? regionOf(facts.nuts) : null,
    type: facts.type,
    sme: kept('size') ? facts.sme : null,
    sizeBand: kept('size') ? sizeBandOf(facts.employees) : null,
    roles: kept('roles') ? roles : [],
    name: named ? facts.legalName : null,
    url: named && kept('web') ? facts.url : null,
    invented: card.invented,
  };
}

/** @param labels of the fields a text speaks of, in English */
export function toSharedEvidence(
  { mask, sharing, texts, givingAway }: MemberToShare,
  labels: (text: CorpusText) => readonly string[],
): SharedEvidence[] {
  if (sharing.withheld.includes('competences')) return [];
  return texts.flatMap((text): SharedEvidence[] => {
    // what a profile says stands on its owner's pages too, where one search would find it
    if (text.kind === 'profile') return shown(mask, text, labels(text).join(', ') || null, 'en');
    if (text.kind !== 'competence') return [];
    const told = sharing.level === 'full' ? text.text : withoutNames(text.text, givingAway);
    return shown(mask, text, told, text.language);
  });
}

const shown = (
  memberId: string,
  { kind, date, state, trlFrom, trlTo }: CorpusText,
  text: string | null,
  language: SharedEvidence['language'],
): SharedEvidence[] =>
  text === null
    ? []
    : [
        {
          id: newId(),
          memberId,
          kind: kind === 'profile' ? 'profile' : 'competence',
          text,
          language,
          year: date === null ? null : Number(date.slice(0, 4)),
          state: state === 'confirmed' ? 'confirmed' : 'unconfirmed',
          competenceKind: null,
          trlFrom,
          trlTo,
        },
      ];
