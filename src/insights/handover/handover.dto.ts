import { IsIn, IsOptional, IsUUID } from 'class-validator';

import { languages, type Language } from '../language.js';

export const formats = ['docx', 'pdf', 'xlsx'] as const;
export type HandoverFormat = (typeof formats)[number];

export class HandoverParam {
  @IsUUID()
  id!: string;

  @IsIn(formats)
  format!: HandoverFormat;
}

export class HandoverQuery {
  @IsOptional()
  @IsIn(languages)
  lang: Language = 'en';
}

export class NeedTextsParam {
  @IsUUID()
  id!: string;

  @IsUUID()
  need!: string;
}

export class NeedTextsResponse {
  /** Announcement on the Funding & Tenders portal, in English, at most 2,000 characters. */
  portal!: string;

  /** Post on the European Cluster Collaboration Platform, in English. */
  eccp!: string;

  /** For the Enterprise Europe Network, in English. */
  een!: string;

  /** News for the sites of associations, in Italian. */
  news!: string;
}
