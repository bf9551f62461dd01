import type { Cluster } from '../../accounts/index.js';
import type { Match, OrganisationMatches } from '../../matching/index.js';
import type { OpportunityCard } from '../../opportunities/index.js';
import type { OrganisationCard } from '../../organisations/index.js';
import type { LikelyRole } from '../likely-role.js';
import type { ProgrammePartName } from '../programme-part.js';
import type { SuggestionReason } from '../quoted-reasons.js';
import type { ShownSource } from '../shown-source.js';
import { worthwhile } from '../worthwhile.js';
import type { WorkbookWords } from './workbook-words.js';

/** What a workbook is made of, as the features tell it. */
export interface WorkbookFindings {
  readonly words: WorkbookWords;
  readonly cluster: Cluster;
  readonly asOf: Date;
  readonly snapshot: string;
  /** how old the data of each source are */
  readonly sources: readonly ShownSource[];
  readonly model: string;
  /** the cluster's organisations in it, by id */
  readonly organisations: ReadonlyMap<string, Member>;
  /** how many invented ones were left out because there are real ones */
  readonly inventedLeftOut: number;
  readonly opportunities: OrganisationMatches['opportunities'];
  /** every match of these organisations */
  readonly byOrganisation: OrganisationMatches['byOrganisation'];
  /** the pairs that are listed, by `pairKey`: each has at least one reason quoted from both sides */
  readonly listed: ReadonlyMap<string, ListedPair>;
  /** the eight ecosystems, in the order of the strategy */
  readonly ecosystems: readonly { readonly code: string; readonly name: string }[];
  /** names a programme part; null where the opportunity belongs to none */
  readonly partOf: (card: OpportunityCard) => ProgrammePartName | null;
}

export interface Member {
  readonly card: OrganisationCard;
  /** ecosystems that its own texts speak of */
  readonly ecosystems: readonly EcosystemTag[];
}

export interface EcosystemTag {
  readonly code: string;
  /** the words that said so */
  readonly words: readonly string[];
}

export interface ListedPair {
  readonly reasons: readonly SuggestionReason[];
  readonly role: LikelyRole | null;
}

export const pairKey = ({ organisation, opportunity }: Pick<Match, 'organisation' | 'opportunity'>): string =>
  `${organisation} ${opportunity}`;

/** How many are listed each way. */
export const callsPerMember = 10;
export const membersPerCall = 5;

/** What a list shows of the matches of one organisation or one opportunity, the best first. */
export function shownOf(
  matches: readonly Match[],
  listed: WorkbookFindings['listed'],
  most: number,
): readonly Match[] {
  return worthwhile(matches.filter((match) => listed.has(pairKey(match)))).slice(0, most);
}

/** The matches that stand a chance of being listed: the first of each organisation, and the first of each opportunity. */
export function candidates(byOrganisation: OrganisationMatches['byOrganisation']): Match[] {
  const chosen = new Map<string, Match>();
  const choose = (matches: readonly Match[], most: number): void => {
    for (const match of worthwhile(matches).slice(0, most)) chosen.set(pairKey(match), match);
  };
  for (const matches of byOrganisation.values()) choose(matches, callsPerMember);
  for (const matches of byOpportunity(byOrganisation).values()) choose(matches, membersPerCall);
  return [...chosen.values()];
}

/** The other way round: the matches of each opportunity, the best first, ties by id. */
export function byOpportunity(byOrganisation: OrganisationMatches['byOrganisation']): Map<string, Match[]> {
  const found = new Map<string, Match[]>();
  for (const match of [...byOrganisation.values()].flat()) {
    const known = found.get(match.opportunity);
    if (known) known.push(match);
    else found.set(match.opportunity, [match]);
  }
  for (const matches of found.values()) matches.sort(bestFirst);
  return found;
}

function bestFirst(a: Match, b: Match): number {
  return (
    b.score - a.score || Number(a.organisation > b.organisation) - Number(a.organisation < b.organisation)
  );
}
