import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';

import type { ProcessingLanguage } from './processing-words.js';

const languages = ['en', 'it'] as const;

export class ProcessingQuery {
  /** Short name of the cluster: `afil`; needed only by whoever is staff of several. */
  @IsOptional()
  @IsString()
  @Length(2, 20)
  cluster?: string;

  /** Language of the document. */
  @ApiPropertyOptional({ enum: languages, default: 'en' })
  @IsOptional()
  @IsIn(languages)
  lang: ProcessingLanguage = 'en';
}
