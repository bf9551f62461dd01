/** Who may see a segment or a list: everybody, or one cluster. */
export type Audience = string;

export const openAudience: Audience = 'open';

/** What calls have in common: learned from their texts, stored beside the segments. */
export const callsAudience: Audience = 'calls';

export const clusterAudience = (clusterId: string): Audience => `cluster-${clusterId}`;

/** The cluster behind an audience; null for the open one. */
export function clusterOf(audience: Audience): string | null {
  return audience.startsWith('cluster-') ? audience.slice('cluster-'.length) : null;
}
