import { availableParallelism } from 'node:os';

import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { LiveConnectors, ScheduledSources } from '../ingest/index.js';
import { AccessSettings } from '../accounts/index.js';
import {
  AutoScore,
  EndpointVectors,
  FairLists,
  SegmentFolder,
  TextVectors,
  ThreadScorer,
} from '../matching/index.js';
import { WebhookSettings } from '../digests/index.js';
import { MailSettings, PublicAddress } from '../platform/mail/index.js';
import { SystemClock } from '../platform/clock/clock.js';
import { createDataSource, type DataSource } from '../platform/database/data-source.js';
import { installationId } from '../platform/database/installation.read-model.js';
import { requireMigrated, requireRuntimeRole } from '../platform/database/runtime-role.js';
import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/errors/app-error.js';
import { StderrLogger } from '../platform/logging/stderr-logger.js';
import type { StartOptions } from '../platform/queue/queue-runtime.js';
import { createApi, serveDocumentation } from './api.js';
import { entities } from './entities.js';
import { migrations } from './migrations.js';
import { openMailer } from './open-mailer.js';
import type { Program } from './program.js';
import { readProviders } from './read-providers.js';
import { ServiceModule, type Platform } from './service-module.js';

/** More threads than this fill memory with opened segments before they save time. */
const mostThreads = 8;

export interface ServiceOptions {
  /** what this process does of the work; undefined: nothing */
  readonly work?: StartOptions;
  /** name in PostgreSQL's list of connections */
  readonly name: string;
  readonly statementTimeoutMs: number;
}

/** The wired service and what it stands on. */
export interface Service<App extends INestApplicationContext> {
  readonly app: App;
  close(): Promise<void>;
}

/** The service without HTTP: for terminal commands and for a worker of its own. */
export async function openService(
  program: Program,
  options: ServiceOptions,
): Promise<Service<INestApplicationContext>> {
  return open(program, options, (platform, logger) =>
    NestFactory.createApplicationContext(ServiceModule.on(platform), { logger, abortOnError: false }),
  );
}

/** The service with HTTP, not yet listening. */
export async function openApi(
  program: Program,
  options: ServiceOptions,
): Promise<Service<NestFastifyApplication>> {
  return open(program, options, async (platform, logger) => {
    const app = await createApi(platform, logger);
    serveDocumentation(app);
    return app;
  });
}

async function open<App extends INestApplicationContext>(
  program: Program,
  options: ServiceOptions,
  create: (platform: Platform, logger: LoggerService) => Promise<App>,
): Promise<Service<App>> {
  const dataSource = await connect(program, options);
  const segmentFolder = new SegmentFolder(program.snapshotFolder);
  const threads = Math.min(availableParallelism(), mostThreads);
  const scorer = new ThreadScorer(segmentFolder, threads);
  const release = async (): Promise<void> => {
    await scorer.close();
    await dataSource.destroy();
  };
  try {
    const unitOfWork = new UnitOfWork(dataSource);
    const queue = {
      connection: program.connection,
      redisUrl: program.settings.redisUrl ?? undefined,
      installation: await unitOfWork.run(systemScope(), installationId),
      ...(options.work ? { start: options.work } : {}),
    };
    const clock = new SystemClock();
    const { contact, sync } = program.settings;
    const scheduled = new ScheduledSources(sync);
    const autoScore = new AutoScore(program.settings.autoScore);
    const fairLists = new FairLists(program.settings.fairShares);
    const { embeddingUrl: url, embeddingModel: model, embeddingKey: key } = program.settings;
    const vectors = url === null ? new TextVectors() : new EndpointVectors({ url, model, key });
    if (options.work && contact === null && sync.some((name) => name !== 'cordis')) throw nobodyToTurnTo();
    const connectors = new LiveConnectors({ contact, folder: program.downloadFolder, clock });
    const access = new AccessSettings(program.open);
    const { publicUrl, port } = program.settings;
    const mailer = await openMailer(program.settings, unitOfWork, clock);
    const platform = {
      dataSource,
      clock,
      queue,
      scorer,
      segmentFolder,
      connectors,
      scheduled,
      autoScore,
      fairLists,
      vectors,
      access,
      providers: await readProviders(program.settings.providersFile),
      mailer,
      mail: new MailSettings(program.settings.mailHookSecret),
      webhooks: new WebhookSettings(program.settings.webhookHosts, program.settings.production),
      address: new PublicAddress(publicUrl ?? `http://localhost:${port ?? 3000}`),
    };
    const app = await create(platform, new StderrLogger(program.settings.logLevel));
    const close = async (): Promise<void> => {
      await app.close();
      mailer.close();
      await release();
    };
    return { app, close };
  } catch (error) {
    await release();
    throw error;
  }
}

const nobodyToTurnTo = (): AppError =>
  new AppError(
    'config.no-contact',
    'invalid',
    'TESSERA_SYNC names the portal, and TESSERA_CONTACT is not set: give the mail address or the https page that it can turn to',
  );

async function connect(program: Program, options: ServiceOptions): Promise<DataSource> {
  const dataSource = createDataSource({
    connection: program.connection,
    entities,
    applicationName: options.name,
    statementTimeoutMs: options.statementTimeoutMs,
  });
  await dataSource.initialize();
  try {
    await requireRuntimeRole(dataSource);
    await requireMigrated(
      dataSource,
      migrations.map(({ name }) => name),
    );
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
