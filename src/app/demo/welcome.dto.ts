import { ApiProperty } from '@nestjs/swagger';

export class WelcomeClusterResponse {
  /** `afil`. */
  slug!: string;

  nameEn!: string;

  nameIt!: string;

  /** Where it is; null where not published. */
  city!: string | null;

  /** Its own site; null where not published. */
  url!: string | null;
}

export class DemoPersonResponse {
  email!: string;

  name!: string;

  /** `officer`, `manager`, `editor`, `committer`, `operator`. */
  role!: string;

  /** The cluster's slug; null where the person acts for an organisation or for none. */
  cluster!: string | null;
}

export class DemonstrationResponse {
  /** Invented people. */
  @ApiProperty({ type: [DemoPersonResponse] })
  people!: DemoPersonResponse[];

  /** The same for all of them; they exist on the machine of whoever tries the service, and nowhere else. */
  password!: string;
}

export class WelcomeResponse {
  @ApiProperty({ type: [WelcomeClusterResponse] })
  clusters!: WelcomeClusterResponse[];

  /** How many calls, pilots and windows are listed today; null below 5. */
  listed!: number | null;

  /** How to look around; null where the service is in earnest. */
  @ApiProperty({ type: DemonstrationResponse, nullable: true })
  demonstration!: DemonstrationResponse | null;
}
