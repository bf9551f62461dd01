import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a person agreed to, to which text, when and how; withdrawn as easily. */
@Entity('consent')
@Index('consent_of_user', ['userId', 'purpose'])
export class ConsentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** `account`, `digest-weekly`, `digest-at-once`, `digest-monthly` */
  @Column('text')
  purpose!: string;

  /** Which wording they saw. */
  @Column('text')
  textVersion!: string;

  /** `invitation`: how it reached us. */
  @Column('text')
  channel!: string;

  @Column('timestamptz', { default: () => 'now()' })
  givenAt!: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}
