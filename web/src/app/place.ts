import type { Icon } from '@tabler/icons-react';

/** Who somebody is here, as `GET /api/v1/me` says it. */
export type Role =
  | 'anonymous'
  | 'signed-in'
  | 'member'
  | 'editor'
  | 'committer'
  | 'officer'
  | 'manager'
  | 'regional-reader'
  | 'association-reader'
  | 'operator';

/** One of the product's places: a folder of src/places/, a file of words per language, an entry of the navigation. */
export interface Place {
  /** the folder's name, and that of its words: web/locales/<language>/<id>.json */
  readonly id: string;
  /** who sees it in the navigation; its pages answer whoever the service answers */
  readonly roles: readonly Role[];
  /** where its entry leads; its label is `places.<id>` in the words of the shell */
  readonly to: string;
  readonly icon: Icon;
  /** the entry's place from the top: member 10–19, officer 20–29, manager 30–39, operator 40–49 */
  readonly order: number;
  /** the second key of the shortcut "g, then …"; null for none */
  readonly key: string | null;
}
