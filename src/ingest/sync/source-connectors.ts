import { AppError } from '../../platform/errors/app-error.js';
import type { Clock } from '../../platform/clock/clock.js';
import { CordisExportConnector } from './cordis-export.connector.js';
import type { CordisExport } from './cordis-export.js';
import { type PortalSearch, PortalSearchConnector } from './portal-search.connector.js';

/** How to reach those who publish: a port, so that a test can stand servers of its own in. Close what it opens. */
export abstract class SourceConnectors {
  /** @throws {AppError} `config.no-contact`, `ingest.bad-contact` */
  abstract portal(): PortalSearch;
  /** @throws {AppError} `ingest.bad-contact` */
  abstract cordis(): CordisExport;
}

export interface LiveSettings {
  /** of whoever runs this service; null: none was given */
  readonly contact: string | null;
  /** where files lie while they are fetched */
  readonly folder: string;
  readonly clock: Clock;
}

/** The live ones: their hosts stand in the code of each. */
export class LiveConnectors extends SourceConnectors {
  readonly #settings: LiveSettings;

  constructor(settings: LiveSettings) {
    super();
    this.#settings = settings;
  }

  portal(): PortalSearch {
    const { contact } = this.#settings;
    if (contact === null) throw noContact();
    return new PortalSearchConnector(contact);
  }

  cordis(): CordisExport {
    return new CordisExportConnector(this.#settings);
  }
}

const noContact = (): AppError =>
  new AppError(
    'config.no-contact',
    'invalid',
    'TESSERA_CONTACT is not set: give the mail address or the https page that the portal can turn to',
  );
