import 'reflect-metadata';

import {
  BadRequestException,
  type CanActivate,
  type ExecutionContext,
  type INestApplicationContext,
} from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ModulesContainer } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import type { FastifyRequest } from 'fastify';

import { undocumentedInput } from './access.errors.js';

type Constructor = abstract new (...args: never[]) => object;
type Handler = (...args: never[]) => unknown;

const inputs = new Map<number, string>([
  [RouteParamtypes.BODY, 'body'],
  [RouteParamtypes.QUERY, 'query'],
  [RouteParamtypes.PARAM, 'path parameters'],
]);

/** One `@Body()`, `@Query()` or `@Param()` of a route's method. */
interface Input {
  readonly kind: string;
  /** set where a single value is picked out instead of the whole */
  readonly picked: string | undefined;
  readonly type: unknown;
}

/**
 * The validation pipe ignores what has no class, so nothing of that kind may come in.
 *
 * @throws {AppError} `access.undocumented-input`: naming each body, query or path parameter that no class describes
 */
export function requireDocumentedInput(app: INestApplicationContext): void {
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers: found }) => [
    ...found.values(),
  ]);
  const problems = controllers.flatMap(({ metatype }) => problemsOf(metatype as Constructor));
  if (problems.length > 0) throw undocumentedInput(problems.sort());
}

/** What is wrong with the input of a controller's routes: `OrganisationsController.one: the query has no class`. */
export function problemsOf(controller: Constructor): string[] {
  const prototype = controller.prototype as Record<string, Handler>;
  const base = pathsOf(controller);
  return Object.getOwnPropertyNames(prototype)
    .filter(
      (name) => name !== 'constructor' && Reflect.hasMetadata(METHOD_METADATA, prototype[name] as object),
    )
    .flatMap((name) => {
      const found = inputsOf(controller, name);
      const unnamed = [...base, ...pathsOf(prototype[name] as object)].some((path) => path.includes(':'));
      const missing =
        unnamed && !found.some(({ kind }) => kind === 'path parameters')
          ? ['the path parameters are not taken']
          : [];
      return [...missing, ...found.flatMap(problemsOfInput)].map(
        (problem) => `${controller.name}.${name}: ${problem}`,
      );
    });
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return [path ?? ''].flat();
}

function inputsOf(controller: Constructor, method: string): Input[] {
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) ??
    []) as unknown[];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { readonly index: number; readonly data?: string }
  >;
  return Object.entries(args).flatMap(([key, { index, data }]) => {
    const kind = inputs.get(Number(key.split(':')[0]));
    return kind === undefined ? [] : [{ kind, picked: data, type: types[index] }];
  });
}

function problemsOfInput({ kind, picked, type }: Input): string[] {
  if (picked !== undefined) return [`"${picked}" is picked out of the ${kind}`];
  if (typeof type !== 'function' || validated(type as Constructor).size === 0)
    return [`the ${kind} has no class with validated properties`];
  return uncheckedInside(type as Constructor, kind);
}

/** An object inside an object is looked into only where its class is named. */
function uncheckedInside(type: Constructor, path: string, seen = new Set<Constructor>()): string[] {
  if (seen.has(type)) return [];
  seen.add(type);
  return [...validated(type)].flatMap(([property, nested]) => {
    const held: unknown = Reflect.getMetadata('design:type', type.prototype as object, property);
    const plain =
      held === undefined || [String, Number, Boolean, Array, Object, Date].includes(held as never);
    if (plain) return [];
    const name = `${path}.${property}`;
    return nested ? uncheckedInside(held as Constructor, name, seen) : [`${name} is not looked into`];
  });
}

/** Property → whether what it holds is looked into. */
function validated(type: Constructor): Map<string, boolean> {
  const found = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const properties = new Map<string, boolean>();
  for (const { propertyName, type: check } of found)
    properties.set(propertyName, (properties.get(propertyName) ?? false) || check === 'nestedValidation');
  return properties;
}

/** U+0000 and halves of characters: no text, and the database refuses both. */
const noText = /\0|\p{Surrogate}/u;

/** Levels of objects and lists in an input: what reads them calls itself once for each. */
const deepest = 32;

/**
 * What no input may hold at any depth, in words; null where it holds none of it.
 *
 * Keys that every object has (`constructor`, `__proto__`) are none of ours: what looks for unlisted keys by name takes
 * them for known ones.
 */
export function unfitPart(input: unknown): string | null {
  const waiting = [{ value: input, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && noText.test(value)) return 'it holds U+0000 or half a character';
    if (typeof value !== 'object' || value === null) continue;
    if (depth === deepest) return `it is nested more than ${deepest} levels deep`;
    const inherited = Object.keys(value).find((key) => key in Object.prototype);
    if (inherited !== undefined) return `property ${inherited} should not exist`;
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return null;
}

/** Refuses what a route takes none of, a query or a body that nobody would look at, and what no input may hold. */
export class RefuseUndocumentedInput implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    for (const [kind, value] of [
      ['path', request.params],
      ['query', request.query],
      ['body', request.body],
    ] as const) {
      const unfit = unfitPart(value);
      if (unfit !== null) throw new BadRequestException(`the ${kind} of the request is refused: ${unfit}`);
    }
    const taken = inputsOf(context.getClass(), context.getHandler().name).map(({ kind }) => kind);
    for (const [kind, value] of [
      ['query', request.query],
      ['body', request.body],
    ] as const) {
      if (taken.includes(kind) || typeof value !== 'object' || value === null) continue;
      const [first] = Object.keys(value);
      if (first !== undefined)
        throw new BadRequestException(`property ${first.slice(0, 100)} should not exist`);
    }
    return true;
  }
}
