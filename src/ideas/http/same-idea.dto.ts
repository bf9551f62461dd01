import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsUUID } from 'class-validator';

import {
  askStates,
  mostAsked,
  type AlikeItem,
  type AskedAuthor,
  type AskState,
  type IdeaQuestion,
  type IdeaRound,
  type SameIdea,
} from '../same/same-idea.js';
import { SisterClusterResponse } from './kept-idea.dto.js';

export class RoundParam {
  /** Id of the round of questions. */
  @IsUUID()
  id!: string;
}

export class QuestionParam extends RoundParam {
  /** Id of one's own idea. */
  @IsUUID()
  idea!: string;
}

export class AskAuthorsRequest {
  /** Ids of the ideas whose authors are asked: all of one group. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostAsked)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ideas!: string[];
}

export class AnswerQuestionRequest {
  /** Whether one goes on with the others; the officers who ask then learn who one is. */
  @IsBoolean()
  agrees!: boolean;
}

export class AskedResponse {
  /** Id of the round of questions. */
  id!: string;
}

export class OpenedBoardResponse {
  /** Id of the board. */
  id!: string;
}

export class AlikeItemResponse {
  /** `idea`, `need`. */
  kind!: string;

  id!: string;

  /** Of a need, the title of its call. */
  title!: string;

  text!: string;

  /** Id of the member whose idea it is; null: it is an officer's, or comes from another cluster. */
  organisation!: string | null;

  organisationName!: string | null;

  /** Id of the other cluster that it comes from; null: one's own. */
  from!: string | null;

  /** What it has in common with the first, in its own words. */
  shared!: string[];

  /** What its author was asked by one's cluster, and said; null: nobody asked. */
  @ApiProperty({ enum: askStates, nullable: true, type: String })
  asked!: AskState | null;
}

export class SameIdeaResponse {
  /** The first is the one that all others are like. */
  @ApiProperty({ type: [AlikeItemResponse] })
  items!: AlikeItemResponse[];

  /** What most have in common. */
  shared!: string[];

  /** How many different members, or boards of clusters. */
  sides!: number;

  clusters!: number;
}

export class AskedAuthorResponse {
  /** Id of the idea. */
  idea!: string;

  /** Null: no longer in reach. */
  title!: string | null;

  /** One's own member; of another cluster only once they agreed. */
  name!: string | null;

  /** Id of the other cluster; null: one's own. */
  from!: string | null;

  @ApiProperty({ enum: askStates })
  state!: AskState;

  answeredAt!: string | null;
}

export class IdeaRoundResponse {
  id!: string;

  title!: string;

  shared!: string[];

  askedAt!: string;

  /** Id of the board that was opened; null: none yet. */
  board!: string | null;

  @ApiProperty({ type: [AskedAuthorResponse] })
  asks!: AskedAuthorResponse[];
}

export class SameIdeasResponse {
  /** Ideas and needs that want the same, the largest group first. */
  @ApiProperty({ type: [SameIdeaResponse] })
  groups!: SameIdeaResponse[];

  /** Whose authors were asked, the last first. */
  @ApiProperty({ type: [IdeaRoundResponse] })
  rounds!: IdeaRoundResponse[];
}

export class IdeaQuestionResponse {
  /** Id of the round of questions. */
  round!: string;

  /** Id of one's own idea. */
  idea!: string;

  title!: string;

  /** Whose officers ask. */
  @ApiProperty({ type: SisterClusterResponse })
  cluster!: SisterClusterResponse;

  /** What others say too, in the words of one's own idea. */
  shared!: string[];

  /** How many want it, with oneself, in how many clusters. */
  sides!: number;

  clusters!: number;

  @ApiProperty({ enum: askStates })
  state!: AskState;

  askedAt!: string;
}

export class IdeaQuestionsResponse {
  @ApiProperty({ type: [IdeaQuestionResponse] })
  items!: IdeaQuestionResponse[];
}

export const toSameIdeasResponse = (
  groups: readonly SameIdea[],
  rounds: readonly IdeaRound[],
): SameIdeasResponse => ({
  groups: groups.map(({ items, shared, sides, clusters }) => ({
    items: items.map(toAlikeItem),
    shared: [...shared],
    sides,
    clusters,
  })),
  rounds: rounds.map(({ id, title, shared, askedAt, board, asks }) => ({
    id,
    title,
    shared: [...shared],
    askedAt: askedAt.toISOString(),
    board,
    asks: asks.map(toAskedAuthor),
  })),
});

const toAlikeItem = ({ organisation, shared, ...item }: AlikeItem): AlikeItemResponse => ({
  ...item,
  organisation: organisation?.id ?? null,
  organisationName: organisation?.name ?? null,
  shared: [...shared],
});

const toAskedAuthor = ({ answeredAt, ...asked }: AskedAuthor): AskedAuthorResponse => ({
  ...asked,
  answeredAt: answeredAt?.toISOString() ?? null,
});

export const toIdeaQuestion = ({ shared, askedAt, ...question }: IdeaQuestion): IdeaQuestionResponse => ({
  ...question,
  shared: [...shared],
  askedAt: askedAt.toISOString(),
});
