import { isLive } from './live-membership.js';

/**
 * SQL, true where the scope reaches a real organisation: one that is not invented and of which a source other than
 * the demonstration set speaks. The clusters' own associations, which come with that set, do not count by themselves.
 */
export const realInScope = `exists (select 1 from organisation_record real_record
  join organisation real on real.id = real_record.organisation_id
  where real_record.source <> 'demo' and not real.invented)`;

/** SQL, true where the cluster, whose id is that parameter, has a living member that is not invented. */
export const realAmongMembers = (parameter: string): string => `exists (select 1 from membership real_member
  join organisation real on real.id = real_member.organisation_id
  where real_member.cluster_id = ${parameter} and ${isLive('real_member')} and not real.invented)`;
