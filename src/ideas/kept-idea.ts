import type { TakenOut } from '../introductions/index.js';

/** Who reads an idea besides whoever keeps it: nobody, their cluster's officers, those of chosen clusters as well. */
export const ideaAudiences = ['private', 'officer', 'clusters'] as const;
export type IdeaAudience = (typeof ideaAudiences)[number];

/** An idea as it is to stand. */
export interface WantedIdea {
  readonly title: string;
  readonly text: string;
  readonly audience: IdeaAudience;
  /** ids of other clusters, of audience `clusters` alone */
  readonly clusters: readonly string[];
}

/** One's own idea. */
export interface KeptIdea extends WantedIdea {
  readonly id: string;
  readonly keptAt: Date;
  readonly changedAt: Date;
  /** what other clusters do not read of it, since it would say whose it is */
  readonly removed: readonly TakenOut[];
}

/** An idea of somebody else that an officer may read. */
export interface ShownIdea {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** of a member of one's own cluster; null: it is an officer's, or comes from another cluster */
  readonly organisation: { readonly id: string; readonly name: string } | null;
  /** the other cluster that it comes from, masked; null: one's own */
  readonly from: string | null;
  readonly at: Date;
}

/** Another cluster to which one may show an idea. */
export interface SisterCluster {
  readonly id: string;
  readonly nameEn: string;
  readonly nameIt: string;
}

/** Most ideas that one person keeps. */
export const mostIdeas = 100;
/** Most of other people that one page lists. */
export const mostShown = 200;
