import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import { parse } from 'yaml';

import { SignInProviders, type SignInProvider } from '../accounts/index.js';
import { AppError } from '../platform/errors/app-error.js';

const mostProviders = 10;
const known = ['name', 'title', 'issuer', 'clientId', 'clientSecretFile', 'twoFactorAcr'];

/**
 * Who else may say who people are, from the file that `TESSERA_PROVIDERS` names; secrets stand in files of their own.
 *
 * @param file null: nobody
 * @throws {AppError} `accounts.bad-providers`: says which entry is wrong, and how; never repeats a secret
 */
export async function readProviders(file: string | null): Promise<SignInProviders> {
  if (file === null) return new SignInProviders();
  const found: unknown = parse(await readFile(file, 'utf8').catch(() => cannotRead(file)));
  if (!Array.isArray(found) || found.length > mostProviders)
    throw bad(file, `it must be a list of at most ${mostProviders} providers`);
  const all = await Promise.all(found.map((entry, place) => readProvider(entry, file, place + 1)));
  const twice = all.find(({ name }, place) => all.findIndex((one) => one.name === name) !== place);
  if (twice) throw bad(file, `"${twice.name}" stands there twice`);
  return new SignInProviders(all);
}

async function readProvider(entry: unknown, file: string, place: number): Promise<SignInProvider> {
  const wrong = (what: string): AppError => bad(file, `provider ${place}: ${what}`);
  if (typeof entry !== 'object' || entry === null) throw wrong('it must hold name, title, issuer, clientId');
  const held = entry as Record<string, unknown>;
  const stranger = Object.keys(held).find((key) => !known.includes(key));
  if (stranger !== undefined) throw wrong(`"${stranger.slice(0, 40)}" is none of ${known.join(', ')}`);
  const text = (key: string, form: RegExp, remedy: string): string => {
    const value = held[key];
    if (typeof value !== 'string' || !form.test(value)) throw wrong(`${key} must be ${remedy}`);
    return value;
  };
  const secretFile = held['clientSecretFile'];
  const acr = held['twoFactorAcr'] ?? [];
  if (!Array.isArray(acr) || !acr.every((one) => typeof one === 'string'))
    throw wrong('twoFactorAcr must be a list of texts');
  const issuer = text('issuer', /^https?:\/\/\S{1,300}$/, 'the address the provider gives itself');
  if (!isSafe(issuer)) throw wrong('issuer must be https, or http on a loopback address');
  return {
    name: text('name', /^[a-z0-9-]{1,40}$/, 'small letters, digits and -'),
    title: text('title', /^[^\p{Cc}\p{Cf}]{1,60}$/u, 'what people call it, in at most 60 characters'),
    issuer,
    clientId: text('clientId', /^\S{1,300}$/, 'what the provider knows this service as'),
    clientSecret: secretFile === undefined ? null : await readSecret(secretFile, file, wrong),
    twoFactorAcr: acr,
  };
}

function isSafe(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, username, search, hash } = new URL(issuer);
  if (username !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

async function readSecret(path: unknown, file: string, wrong: (what: string) => AppError): Promise<string> {
  if (typeof path !== 'string') throw wrong('clientSecretFile must name a file');
  const secret = await readFile(resolve(dirname(file), path), 'utf8').catch(() => null);
  if (secret === null || secret.trim() === '')
    throw wrong('clientSecretFile names no file with a secret in it');
  return secret.trim();
}

const bad = (file: string, what: string): AppError =>
  new AppError('accounts.bad-providers', 'invalid', `TESSERA_PROVIDERS: ${file}: ${what}`);

const cannotRead = (file: string): never => {
  throw bad(file, 'there is no such file, or it may not be read');
};
