import { IsString, Length } from 'class-validator';

/** Names one thing in a path. */
export class ReferenceParam {
  /** Our id, or what people call it: an identifier, a PIC, an exact name. */
  @IsString()
  @Length(1, 300)
  reference!: string;
}
