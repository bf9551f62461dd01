import type { Unit } from '../../platform/database/unit-of-work.js';
import type { PictureType } from './picture.js';

/** How a cluster looks and works; null: as the service does. */
export interface ClusterSetting {
  /** `#0b5cad` */
  readonly colour: string | null;
  readonly senderName: string | null;
  readonly languages: readonly ('it' | 'en')[];
  readonly timeZone: string;
  /** `12-07` */
  readonly patronSaint: string | null;
  /** calendar dates */
  readonly closedOn: readonly string[];
  readonly hasLogo: boolean;
}

export interface ClusterLogo {
  readonly bytes: Buffer;
  readonly type: PictureType;
}

const unset: ClusterSetting = {
  colour: null,
  senderName: null,
  languages: ['it', 'en'],
  timeZone: 'Europe/Rome',
  patronSaint: null,
  closedOn: [],
  hasLogo: false,
};

export class ClusterSettingStore {
  async of(unit: Unit, clusterId: string): Promise<ClusterSetting> {
    const [row] = await unit.manager.query<ClusterSetting[]>(
      `select colour, sender_name as "senderName", languages, time_zone as "timeZone",
         patron_saint as "patronSaint", closed_on::text[] as "closedOn", logo is not null as "hasLogo"
       from cluster_setting where cluster_id = $1`,
      [clusterId],
    );
    return row ?? unset;
  }

  async save(unit: Unit, clusterId: string, setting: Omit<ClusterSetting, 'hasLogo'>): Promise<void> {
    await unit.manager.query(
      `insert into cluster_setting (cluster_id, colour, sender_name, languages, time_zone, patron_saint, closed_on)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (cluster_id) do update set colour = excluded.colour, sender_name = excluded.sender_name,
         languages = excluded.languages, time_zone = excluded.time_zone, patron_saint = excluded.patron_saint,
         closed_on = excluded.closed_on, changed_at = now()`,
      [
        clusterId,
        setting.colour,
        setting.senderName,
        setting.languages,
        setting.timeZone,
        setting.patronSaint,
        setting.closedOn,
      ],
    );
  }

  async logo(unit: Unit, clusterId: string): Promise<ClusterLogo | null> {
    const [row] = await unit.manager.query<ClusterLogo[]>(
      `select logo as bytes, logo_type as type from cluster_setting where cluster_id = $1 and logo is not null`,
      [clusterId],
    );
    return row ?? null;
  }

  async setLogo(unit: Unit, clusterId: string, logo: ClusterLogo | null): Promise<void> {
    await unit.manager.query(
      `insert into cluster_setting (cluster_id, logo, logo_type) values ($1, $2, $3)
       on conflict (cluster_id) do update set logo = excluded.logo, logo_type = excluded.logo_type, changed_at = now()`,
      [clusterId, logo?.bytes ?? null, logo?.type ?? null],
    );
  }
}
