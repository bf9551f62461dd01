import type { Brand } from '../platform/brand.js';

export type OrganisationId = Brand<string, 'OrganisationId'>;

/** CORDIS and Part A activity types: higher education, research, private company, public body, other. */
export const organisationTypes = ['HES', 'REC', 'PRC', 'PUB', 'OTH'] as const;
export type OrganisationType = (typeof organisationTypes)[number];

/** The facts a source may state about an organisation; `null` is "not stated". */
export interface OrganisationFacts {
  readonly legalName: string;
  readonly shortName: string | null;
  /** ISO 3166-1 alpha-2 (`GR`, `GB`) */
  readonly country: string | null;
  readonly city: string | null;
  /** NUTS code, two to five characters, any vintage, as the source gave it */
  readonly nuts: string | null;
  readonly type: OrganisationType | null;
  readonly sme: boolean | null;
  readonly employees: number | null;
  readonly url: string | null;
  /** where it works besides its seat, in the source's words */
  readonly site: string | null;
  /** ISO 639-1 codes */
  readonly languages: readonly string[];
}
