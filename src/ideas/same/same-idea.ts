/** What the author of an idea was asked, and said. */
export const askStates = ['asked', 'agreed', 'refused'] as const;
export type AskState = (typeof askStates)[number];

/** One idea or need among those that are alike. */
export interface AlikeItem {
  readonly kind: 'idea' | 'need';
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** of a member of one's own cluster; null: it is an officer's, or comes from another cluster */
  readonly organisation: { readonly id: string; readonly name: string } | null;
  /** the other cluster that it comes from; null: one's own */
  readonly from: string | null;
  /** what it has in common with the first of the group, in its own words */
  readonly shared: readonly string[];
  /** what its author was asked and said; null: nobody asked, or a need, whose cluster asks by itself */
  readonly asked: AskState | null;
}

/** Ideas and needs of several people that want the same. */
export interface SameIdea {
  /** the first is the one that all others are like */
  readonly items: readonly AlikeItem[];
  /** what most have in common, as the first writes it */
  readonly shared: readonly string[];
  /** how many members, or boards, and of how many clusters */
  readonly sides: number;
  readonly clusters: number;
}

/** One author who was asked. */
export interface AskedAuthor {
  readonly idea: string;
  /** null: no longer in reach */
  readonly title: string | null;
  /** one's own member; of another cluster only once they agreed */
  readonly name: string | null;
  /** the other cluster; null: one's own */
  readonly from: string | null;
  readonly state: AskState;
  readonly answeredAt: Date | null;
}

/** Authors of one idea who were asked whether they want to go on together. */
export interface IdeaRound {
  readonly id: string;
  readonly title: string;
  readonly shared: readonly string[];
  readonly askedAt: Date;
  /** the board that was opened; null: none yet */
  readonly board: string | null;
  readonly asks: readonly AskedAuthor[];
}

/** What an author is asked. */
export interface IdeaQuestion {
  readonly round: string;
  readonly idea: string;
  readonly title: string;
  /** who asks */
  readonly cluster: { readonly id: string; readonly nameEn: string; readonly nameIt: string };
  /** what others say too, in the words of one's own idea */
  readonly shared: readonly string[];
  /** with oneself */
  readonly sides: number;
  readonly clusters: number;
  readonly state: AskState;
  readonly askedAt: Date;
}

/** So many must agree before a board opens. */
export const fewestAgreed = 2;
/** Most that are asked at once. */
export const mostAsked = 20;
