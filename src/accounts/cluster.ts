import type { Brand } from '../platform/brand.js';

export type ClusterId = Brand<string, 'ClusterId'>;

/**
 * A technology cluster: the tenant. What a source does not publish is null, and a figure carries its source and date.
 */
export interface Cluster {
  readonly id: ClusterId;
  /** `afil`; lower case, never renamed */
  readonly slug: string;
  readonly nameEn: string;
  readonly nameIt: string;
  readonly ecosystems: readonly string[];
  readonly technologyAreas: readonly string[];
  readonly networks: readonly string[] | null;
  readonly pilots: readonly string[];
  /** null where not published; never 0 */
  readonly memberCount: number | null;
  readonly memberCountSource: string | null;
  readonly city: string | null;
  readonly nuts: string | null;
  readonly url: string | null;
  /** the cluster's own organisation: an association can be a partner too */
  readonly organisationId: string | null;
}
