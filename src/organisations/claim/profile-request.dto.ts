import { IsIn, IsOptional, IsString, Length } from 'class-validator';

export class ProfileRequestRequest {
  /** First and last name. */
  @IsString()
  @Length(1, 200)
  name!: string;

  /** At the organisation's own domain. */
  @IsString()
  @Length(3, 254)
  email!: string;

  /** What the organisation is called. */
  @IsString()
  @Length(1, 200)
  organisation!: string;

  /** Of the mail. */
  @IsOptional()
  @IsIn(['it', 'en'])
  language?: 'it' | 'en';
}

export class ProfileRequestResponse {
  /** Always true: nothing is said of who is a member. */
  asked!: boolean;
}
