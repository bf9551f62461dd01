import { SameIdeas1764182300000 } from '../../migrations/1764182300000-same-ideas.js';
import { Merges1764182420000 } from '../../migrations/1764182420000-merges.js';
import { ReliedChecks1764182440000 } from '../../migrations/1764182440000-relied-checks.js';
import { NewcomerShare1764181500000 } from '../../migrations/1764181500000-newcomer-share.js';
import { DigestWaiting1764182000000 } from '../../migrations/1764182000000-digest-waiting.js';
import { OwnTrail1764181200000 } from '../../migrations/1764181200000-own-trail.js';
import { Webhooks1764181610000 } from '../../migrations/1764181610000-webhooks.js';
import { RemovalLink1764181300000 } from '../../migrations/1764181300000-removal-link.js';
import { QueuedIntroductions1764180810000 } from '../../migrations/1764180810000-queued-introductions.js';
import { KeptIdeas1764181410000 } from '../../migrations/1764181410000-kept-ideas.js';
import { Interviews1764181400000 } from '../../migrations/1764181400000-interviews.js';
import { Introductions1764180800000 } from '../../migrations/1764180800000-introductions.js';
import { Schema1763800000000 } from '../../migrations/1763800000000-schema.js';
import { RowLevelSecurity1763800100000 } from '../../migrations/1763800100000-row-level-security.js';
import { Work1763800200000 } from '../../migrations/1763800200000-work.js';
import { Sources1763800300000 } from '../../migrations/1763800300000-sources.js';
import { Installation1763800320000 } from '../../migrations/1763800320000-installation.js';
import { InventedOrganisations1763800330000 } from '../../migrations/1763800330000-invented-organisations.js';
import { ColumnMaps1763800340000 } from '../../migrations/1763800340000-column-maps.js';
import { WholeLists1763890000000 } from '../../migrations/1763890000000-whole-lists.js';
import { Accounts1763900000000 } from '../../migrations/1763900000000-accounts.js';
import { SuggestionFeedback1763900100000 } from '../../migrations/1763900100000-suggestion-feedback.js';
import { AuditChain1763900200000 } from '../../migrations/1763900200000-audit-chain.js';
import { PartnerSearch1764000000000 } from '../../migrations/1764000000000-partner-search.js';
import { RewrittenSegments1764000100000 } from '../../migrations/1764000100000-rewritten-segments.js';
import { ScoreInput1764000200000 } from '../../migrations/1764000200000-score-input.js';
import { People1764000300000 } from '../../migrations/1764000300000-people.js';
import { StoredBands1764105000000 } from '../../migrations/1764105000000-stored-bands.js';
import { ImportColumns1764140100000 } from '../../migrations/1764140100000-import-columns.js';
import { MemberNotes1764140000000 } from '../../migrations/1764140000000-member-notes.js';
import { Credentials1764110000000 } from '../../migrations/1764110000000-credentials.js';
import { Claims1764120000000 } from '../../migrations/1764120000000-claims.js';
import { Removals1764121000000 } from '../../migrations/1764121000000-removals.js';
import { SavedOpportunity1764131000000 } from '../../migrations/1764131000000-saved-opportunity.js';
import { Mail1764150000000 } from '../../migrations/1764150000000-mail.js';
import { Digests1764151000000 } from '../../migrations/1764151000000-digests.js';
import { Consortia1764170000000 } from '../../migrations/1764170000000-consortia.js';
import { NeedInputOutput1764180600000 } from '../../migrations/1764180600000-need-input-output.js';
import { ShownNeeds1764180720000 } from '../../migrations/1764180720000-shown-needs.js';
import { Agreeing1764180710000 } from '../../migrations/1764180710000-agreeing.js';
import { Seats1764180700000 } from '../../migrations/1764180700000-seats.js';
import { Federation1764180400000 } from '../../migrations/1764180400000-federation.js';
import { CalendarFeed1764180110000 } from '../../migrations/1764180110000-calendar-feed.js';
import { SavedAlerts1764180100000 } from '../../migrations/1764180100000-saved-alerts.js';
import { ClusterSettings1764180410000 } from '../../migrations/1764180410000-cluster-settings.js';

/** In the order in which they run; a merged one is never edited. */
export const migrations = [
  Schema1763800000000,
  RowLevelSecurity1763800100000,
  Work1763800200000,
  Sources1763800300000,
  Installation1763800320000,
  InventedOrganisations1763800330000,
  ColumnMaps1763800340000,
  WholeLists1763890000000,
  Accounts1763900000000,
  SuggestionFeedback1763900100000,
  AuditChain1763900200000,
  PartnerSearch1764000000000,
  RewrittenSegments1764000100000,
  ScoreInput1764000200000,
  People1764000300000,
  StoredBands1764105000000,
  Credentials1764110000000,
  Claims1764120000000,
  Removals1764121000000,
  SavedOpportunity1764131000000,
  MemberNotes1764140000000,
  ImportColumns1764140100000,
  Mail1764150000000,
  Digests1764151000000,
  Consortia1764170000000,
  SavedAlerts1764180100000,
  CalendarFeed1764180110000,
  NeedInputOutput1764180600000,
  Seats1764180700000,
  Agreeing1764180710000,
  ShownNeeds1764180720000,
  Introductions1764180800000,
  Federation1764180400000,
  ClusterSettings1764180410000,
  QueuedIntroductions1764180810000,
  OwnTrail1764181200000,
  Interviews1764181400000,
  Webhooks1764181610000,
  RemovalLink1764181300000,
  KeptIdeas1764181410000,
  NewcomerShare1764181500000,
  DigestWaiting1764182000000,
  SameIdeas1764182300000,
  Merges1764182420000,
  ReliedChecks1764182440000,
];
