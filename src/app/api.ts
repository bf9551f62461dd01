import { join } from 'node:path';

import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import {
  BadRequestException,
  ValidationPipe,
  type LoggerService,
  type ValidationError,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply } from 'fastify';

import { projectFolder } from '../platform/files/project-folder.js';
import { ProblemFilter, sendProblem } from '../platform/http/problem.filter.js';
import { refuseForeignOrigins } from '../platform/http/same-origin.js';
import { largestUpload } from '../platform/http/uploaded-file.js';
import { IdentifyCaller, RecentProof, sessionToken, type AccessMatrix } from '../accounts/index.js';
import { accessMatrix } from './access/access-matrix.js';
import { describeAccess } from './access/describe-access.js';
import { describeAnswers } from './access/describe-answers.js';
import { RefuseUndocumentedInput, requireDocumentedInput } from './access/documented-input.js';
import { guardRoutes } from './access/guard-routes.js';
import { readBuiltPages } from './pages/built-pages.js';
import { servePages } from './pages/serve-pages.js';
import { ServiceModule, type Platform } from './service-module.js';

/** Routes whose bearer shows a secret of their own, which they check themselves, and not the key of a cluster. */
const withOwnSecret: ReadonlySet<string> = new Set(['/api/v1/mail/reports']);

/** Largest JSON body, in bytes. */
const bodyLimit = 256 * 1024;

/**
 * The HTTP side of the service, not yet listening.
 *
 * @param matrix who may use which route; another one only to plant a hole in it
 */
export async function createApi(
  platform: Platform,
  logger: LoggerService,
  matrix: AccessMatrix = accessMatrix,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error: unknown, _request: unknown, reply: FastifyReply) => {
      sendProblem(error, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ServiceModule.on(platform), adapter, {
    logger,
    abortOnError: false,
  });
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: contentSecurity } });
  await app.register(multipart, {
    limits: { fileSize: largestUpload, files: 1, fields: 10, fieldSize: 10_000, parts: 12, headerPairs: 100 },
  });
  forbidKeeping(adapter.getInstance());
  refuseForeignOrigins(adapter.getInstance());
  requireDocumentedInput(app);
  const [caller, proof] = [app.get(IdentifyCaller), app.get(RecentProof)];
  guardRoutes(
    adapter.getInstance(),
    matrix,
    ({ headers, protocol, routeOptions }) =>
      caller.identify({
        session: sessionToken(headers.cookie, protocol === 'https'),
        key: withOwnSecret.has(routeOptions.url ?? '')
          ? undefined
          : /^Bearer (\S{1,200})$/i.exec(headers.authorization ?? '')?.[1],
      }),
    (session) => proof.requireToday(session),
  );
  servePages(adapter.getInstance(), readBuiltPages(join(projectFolder, 'dist', 'web')));
  app.setGlobalPrefix('api/v1', { exclude: ['api/health/live', 'api/health/ready'] });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalGuards(new RefuseUndocumentedInput());
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new BadRequestException(errors.flatMap((error) => messages(error, ''))),
    }),
  );
  return app;
}

/** No cache keeps what the interface answers: it is one asker's, as of now. */
function forbidKeeping(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done();
  });
}

/** The OpenAPI file and the page that shows it. */
export function serveDocumentation(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
  });
}

/** The documentation page needs its own scripts and styles; nothing else is allowed, from anywhere. */
const contentSecurity = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
};

export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Tessera')
    .setDescription('Ranked, explained partners for Horizon Europe topics and Vanguard pilots.')
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'a key of a cluster, for programs' }, 'key')
    .addCookieAuth('sid', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return describeAnswers(describeAccess(document, accessMatrix));
}

/** `seeds.3 must be a string`, for fields at any depth. */
function messages(error: ValidationError, path: string): string[] {
  const own = Object.values(error.constraints ?? {}).map((text) => (path === '' ? text : `${path}.${text}`));
  const inner = (error.children ?? []).flatMap((child) =>
    messages(child, path === '' ? error.property : `${path}.${error.property}`),
  );
  return [...own, ...inner];
}
