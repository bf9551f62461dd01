import { writeFile } from 'node:fs/promises';
import { argv, stdout } from 'node:process';

import { LiveConnectors } from '../ingest/index.js';
import { SegmentFolder, ThreadScorer } from '../matching/index.js';
import { SystemClock } from '../platform/clock/clock.js';
import { createDataSource } from '../platform/database/data-source.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { PublicAddress } from '../platform/mail/index.js';
import { MailboxMailer } from '../platform/mail/mailbox-mailer.js';
import { StderrLogger } from '../platform/logging/stderr-logger.js';
import { createApi, openApiDocument } from './api.js';

/**
 * Writes the OpenAPI file of the compiled service: `node dist/src/app/write-openapi.js docs/openapi.json`.
 * Nothing is connected to: the routes and their classes are all it reads.
 */
const connection = { host: 'localhost', port: 5432, user: 'tessera_app', database: 'tessera' };
const segmentFolder = new SegmentFolder('.');
const scorer = new ThreadScorer(segmentFolder, 1);
const dataSource = createDataSource({ connection, entities: [], applicationName: 'tessera-openapi' });
const clock = new SystemClock();
const connectors = new LiveConnectors({ contact: null, folder: '.', clock });
const message = { from: 'tessera@localhost', bounces: null, dkim: null };
const mailer = new MailboxMailer(new UnitOfWork(dataSource), message, clock);
const address = new PublicAddress('http://localhost');
const app = await createApi(
  { dataSource, clock, queue: { connection }, scorer, segmentFolder, connectors, mailer, address },
  new StderrLogger('error'),
);
const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
const [, , file] = argv;
if (file === undefined) stdout.write(text);
else await writeFile(file, text);
await app.close();
