import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Who stands behind a mask. Known to the service alone; the id is random, so it leads nobody to the organisation. */
@Entity('mask')
@Unique('mask_once', ['organisationId'])
export class MaskEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mask_pkey' })
  id!: string;

  @ForeignKey('OrganisationEntity', { name: 'mask_of', onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId!: string;
}
