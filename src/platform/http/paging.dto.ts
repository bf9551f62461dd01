import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

/** Which page of a list. */
export class PageQuery {
  /** Where the page starts: `next` of the page before. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  after?: string;

  /** How many entries, at most 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}
