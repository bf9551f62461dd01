import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A person with an account. What proves who they are is kept apart, in `user_secret`. */
@Entity('user_account')
@Check('user_account_email_folded', 'email = lower(email)')
@Check('user_account_language', `language in ('en', 'it')`)
export class UserAccountEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** In lower case: nobody has two accounts that differ in capitals. */
  @Column('text', { unique: true })
  email!: string;

  @Column('text')
  name!: string;

  @Column('text', { default: 'it' })
  language!: string;

  /** Made by the demonstration set; refused in production. */
  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  /** Since when they may not sign in. */
  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;
}
