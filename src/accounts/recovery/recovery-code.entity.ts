import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A code kept on paper for the day on which the second factor is lost; each works once. */
@Entity('recovery_code')
@Index('recovery_code_of_user', ['userId'])
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** SHA-256 of the code's 80 random bits and the account's id. */
  @Column('bytea')
  codeHash!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
