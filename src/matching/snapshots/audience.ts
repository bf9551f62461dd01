/** Who may see a segment or a list: everybody, or one cluster. Parts of a snapshot that are no segment have a name too. */
export type Audience = string;

export const openAudience: Audience = 'open';

/** How calls speak: learned from their texts, with the words of both languages. */
export const languageAudience: Audience = 'language';

/** The texts of all calls, as they were read. */
export const textsAudience: Audience = 'texts';

/** The weights that scores are made with. */
export const modelAudience: Audience = 'model';

export const clusterAudience = (clusterId: string): Audience => `cluster-${clusterId}`;

/** What a cluster shows its sisters. */
export const sharedAudience = (clusterId: string): Audience => `shared-${clusterId}`;

export const isShared = (audience: Audience): boolean => audience.startsWith('shared-');

/** The cluster behind an audience; null for the open one. */
export function clusterOf(audience: Audience): string | null {
  return audience.startsWith('cluster-') ? audience.slice('cluster-'.length) : null;
}

export type PartKind = 'segment' | 'language' | 'texts' | 'model';

/** What a part of a snapshot is. */
export function audienceKind(audience: Audience): PartKind {
  if (audience === languageAudience) return 'language';
  if (audience === textsAudience) return 'texts';
  return audience === modelAudience ? 'model' : 'segment';
}
