import { IsIn, IsOptional, IsString, Length } from 'class-validator';

import { languages, type Language } from '../language.js';

/** In which language, and of which day. */
export class BriefQuery {
  /** Language of the page: `it` or `en`. */
  @IsOptional()
  @IsIn(languages)
  lang: Language = 'it';

  /** The day that decides what is open and known, `2026-07-24`; today if absent. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  asOf?: string;
}

/** Of which cluster, in which language, and of which day. */
export class WorkbookQuery extends BriefQuery {
  /** The cluster's short name: `afil`, `catal`. */
  @IsString()
  @Length(2, 40)
  cluster!: string;

  /** Language of the workbook: `it` or `en`. */
  @IsOptional()
  @IsIn(languages)
  declare lang: Language;
}
