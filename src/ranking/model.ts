/** The named, versioned weights of one way to score; every stored score names its version. */
export interface RankingModel {
  readonly version: string;
}

export const defaultModel: RankingModel = { version: 'linear-1' };
