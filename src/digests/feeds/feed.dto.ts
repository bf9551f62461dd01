import { IsIn, IsOptional, Matches } from 'class-validator';

export class CalendarFilePath {
  /** The secret of the address, and `.ics`. */
  @Matches(/^[A-Za-z0-9_-]{43}\.ics$/, { message: 'file must be as in the address that was given' })
  file!: string;
}

export class ClusterFeedPath {
  /** Short name of a cluster. */
  @Matches(/^[a-z0-9-]{1,60}$/)
  slug!: string;
}

export class ClusterFeedQuery {
  /** English when left out. */
  @IsOptional()
  @IsIn(['en', 'it'])
  language?: 'en' | 'it';
}

export class CalendarAddressResponse {
  /** To be given to a calendar program; nobody is told it again. */
  url!: string;
}

export class CalendarResponse {
  /** Since when there is an address; null: there is none. */
  since!: string | null;
}
