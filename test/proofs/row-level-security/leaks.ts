import type { Reach } from './probe.js';

/** What organisations say of themselves besides their profile. */
const ownWord = ['organisation_preference', 'exclusion', 'disowned_project', 'sharing_choice'];

/** Tables whose rows the operator and the service itself reach whatever cluster they are of: identities and work. */
const servedWhole = [
  'contact',
  'invitation',
  'organisation',
  'outbox',
  'work_unit',
  'user_account',
  'role_grant',
  'api_key',
  'mail_delivery',
  'mail_hold',
  'digest_setting',
  'introduction',
  'interview',
  'shared_idea',
  'same_idea',
  'idea_ask',
  ...ownWord,
];

/** Tables that are written once: nobody changes or removes a row. */
const appendOnly = ['audit_entry'];

/** What proves who somebody is, and what is counted of their tries. */
const serviceOnly = [
  'mask',
  'user_secret',
  'sign_in_link',
  'sign_in_attempt',
  'known_device',
  'passkey',
  'recovery_code',
  'linked_identity',
  'taken_over',
  'throttle',
  'erasure',
  'erasure_key',
  'removal',
  'removal_link',
  'mail_address',
  'mail_suppression',
  'mail_bounce',
  'digest_key',
  'saved_alert',
  'calendar_feed',
  'introduction_words',
  'introduction_change',
  'introduction_message',
  'introduction_slot',
  'introduction_link',
  'introduction_guest',
  'organisation_closing',
];

/** What only the operator and the service itself reach: mails that were kept instead of sent. */
const servedOnly = ['mailbox_message'];

/** Rows of a person, or of what a person is to an organisation or cluster; the rows of nobody are not open data here. */
const personal = ['user_account', 'role_grant', 'user_session', 'consent', 'digest', 'kept_idea'];

/** Rows about an organisation, which its own people may read whatever cluster they are of. */
const aboutOrganisation = [
  'organisation',
  'membership',
  'evidence',
  'organisation_record',
  'role_grant',
  'contact',
  'invitation',
  'seat_offer',
  // its people are told with whom its clusters share, and find fellow members behind their masks
  'cluster_setting',
  'federation_agreement',
  'shared_member',
  'shared_evidence',
  'snapshot_segment',
  ...ownWord,
];

/** Rows of a side: of a cluster, or of an organisation, whose people then do with it what they like. */
const ofSide = ['saved_opportunity'];

/** What the service itself reads across clusters: to add it up, to tell people of changes, to look after it. */
const readByService = [
  'suggestion_feedback',
  'saved_opportunity',
  'consortium',
  'consortium_need',
  'consortium_seat',
  'consortium_change',
  'seat_offer',
  'seat_party',
  'guest_link',
  'need_share',
  'board_waiver',
  'relied_check',
  'webhook',
  'webhook_delivery',
];

/** Made to be seen by sisters. */
const published = ['shared_member', 'shared_evidence', 'snapshot_segment'];

/** What a scope reached and must not. */
export function leaks(reaches: readonly Reach[]): Reach[] {
  return reaches.filter((reach) => isLeak(reach));
}

function isLeak(reach: Reach): boolean {
  const { table, role, operation } = reach;
  if (role === '' || role === 'anonymous') return true;
  if (isMailsAddress(reach)) return false;
  if (serviceOnly.includes(table)) return role !== 'system';
  if (servedOnly.includes(table)) return !['operator', 'system'].includes(role);
  if (table === 'audit_link') return operation !== 'read' || !['operator', 'system'].includes(role);
  if (appendOnly.includes(table)) return isTrailLeak(reach);
  return personal.includes(table) ? isPersonalLeak(reach) : isTenantLeak(reach);
}

function isTenantLeak(reach: Reach): boolean {
  const { table, role, clusters, person, operation, owner } = reach;
  const serves = role === 'operator' || role === 'system';
  if (owner === 'sister' && isShown(reach)) return false;
  if (owner === 'open') return operation !== 'read' && !serves;
  if (serves && servedWhole.includes(table)) return false;
  if (role === 'system' && isServiceWork(reach)) return false;
  if (person === owner && isOwn(reach)) return false;
  if (role === 'manager' && operation !== 'read') return !addsWork(reach);
  if (operation === 'move') return !clusters.includes('b');
  return !clusters.split(',').includes(owner);
}

/** What a sister shows is read by whoever belongs to the cluster that it has an agreement with. */
const isShown = ({ table, clusters, person, operation }: Reach): boolean =>
  operation === 'read' && published.includes(table) && (clusters.split(',').includes('a') || person === 'a');

/** Anybody's deeds are written down; staff of a cluster, and an organisation's people, read what concerns it. */
function isTrailLeak({ role, clusters, person, operation, owner }: Reach): boolean {
  if (operation === 'insert') return false;
  if (operation !== 'read') return true;
  if (person === owner) return false;
  const staff = role === 'officer' || role === 'manager';
  return !(role === 'operator' || role === 'system' || (staff && clusters.split(',').includes(owner)));
}

/** Whoever acts for a cluster may ask for work on its behalf. */
const addsWork = ({ table, operation }: Reach): boolean =>
  operation === 'insert' && ['outbox', 'work_unit', 'mail_delivery'].includes(table);

/** Whoever causes a mail writes down where it goes; nobody but the service reads it again. */
const isMailsAddress = ({ table, operation }: Reach): boolean =>
  operation === 'insert' && table === 'mail_address';

/** What the service itself reads across clusters; and it takes the name off feedback of somebody who has gone. */
const isServiceWork = ({ table, operation }: Reach): boolean =>
  operation === 'read'
    ? readByService.includes(table)
    : table === 'suggestion_feedback' && ['update', 'move'].includes(operation);

const isOwn = ({ table, operation }: Reach): boolean =>
  ofSide.includes(table) || (operation === 'read' && aboutOrganisation.includes(table));

function isPersonalLeak({ table, role, clusters, person, operation, owner }: Reach): boolean {
  if (role === 'system' || (role === 'operator' && table !== 'user_session')) return false;
  if (table === 'user_session') return person !== owner || !['read', 'delete'].includes(operation);
  return operation !== 'read' || (person !== owner && !clusters.split(',').includes(owner));
}

export function describeReach({ table, role, clusters, operation, owner }: Reach): string {
  return `${role || 'no role'} of {${clusters}} can ${operation} ${table} of ${owner}`;
}
