// class-transformer's @Type asks for it when a payload class is declared
import 'reflect-metadata';

import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

import { invalidPayload, payloadTooLarge } from './queue.errors.js';

/** A class-validator class: ids, versions and other small facts, each property with its own rule. */
export type PayloadClass<P extends object> = new () => P;

/** The most that a payload may weigh as JSON, in bytes. */
export const payloadLimitBytes = 8_192;

/**
 * A payload as it may be stored: valid, nothing in it that its class does not know, small enough.
 *
 * @throws {AppError} `queue.invalid-payload`, `queue.payload-too-large`
 */
export function outgoingPayload<P extends object>(topic: string, type: PayloadClass<P>, payload: P): object {
  const plain = JSON.parse(JSON.stringify(payload)) as object;
  check(topic, type, plain, true);
  const bytes = Buffer.byteLength(JSON.stringify(plain));
  if (bytes > payloadLimitBytes) throw payloadTooLarge(topic, bytes, payloadLimitBytes);
  return plain;
}

/**
 * A payload as it came back from a queue or a row. Whoever can write to the queue is outside: nothing is trusted.
 *
 * Properties the class does not know are dropped instead of refused: a newer version of the program may have
 * written them, and both versions run while one replaces the other.
 *
 * @throws {AppError} `queue.invalid-payload`
 */
export function incomingPayload<P extends object>(topic: string, type: PayloadClass<P>, plain: unknown): P {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    throw invalidPayload(topic, ['it is not an object']);
  }
  return check(topic, type, plain, false);
}

function check<P extends object>(topic: string, type: PayloadClass<P>, plain: object, strict: boolean): P {
  const instance = plainToInstance(type, plain);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: strict,
    forbidUnknownValues: true,
  });
  if (errors.length > 0)
    throw invalidPayload(
      topic,
      errors.flatMap((error) => problems(error)),
    );
  return instance;
}

function problems(error: ValidationError, path = ''): string[] {
  const property = `${path}${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((rule) => `${property} breaks ${rule}`);
  return [...own, ...(error.children ?? []).flatMap((child) => problems(child, `${property}.`))];
}
