import { IsIn, IsOptional } from 'class-validator';

import { languages, type Language } from '../language.js';

export class FirstPageQuery {
  /** `it` or `en`; else as the browser prefers. */
  @IsOptional()
  @IsIn(languages)
  lang?: Language;
}
