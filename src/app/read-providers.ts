import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import { SignInProviders, type SignInProvider } from '../accounts/index.js';
import { AppError } from '../platform/errors/app-error.js';
import { readYaml, type YamlValue } from '../platform/yaml/yaml-value.js';

const mostProviders = 10;
const known = ['name', 'title', 'issuer', 'clientId', 'clientSecretFile', 'twoFactorAcr'] as const;

/**
 * Who else may say who people are, from the file that `TESSERA_PROVIDERS` names; secrets stand in files of their own.
 *
 * @param file null: nobody
 * @throws {AppError} `accounts.bad-providers`: says file, line, key and what is wrong; never repeats a secret
 */
export async function readProviders(file: string | null): Promise<SignInProviders> {
  if (file === null) return new SignInProviders();
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw refused(`${file}: there is no such file, or it may not be read`);
  const entries = readYaml(file, text, (complaint) =>
    refused(`${complaint.file}:${complaint.line} ${complaint.key}: ${complaint.problem}`),
  );
  const read = entries.list((entry) => readProvider(entry));
  if (read.length > mostProviders) entries.fail(`at most ${mostProviders} providers`);
  const providers: SignInProvider[] = [];
  for (const { entry, secretFile, ...provider } of read) {
    if (providers.some(({ name }) => name === provider.name))
      entry.fail(`"${provider.name}" stands there twice`);
    const clientSecret = secretFile === null ? null : await readSecret(secretFile, file);
    providers.push({ ...provider, clientSecret });
  }
  return new SignInProviders(providers);
}

/** An entry without its secret, which stands in a file of its own. */
interface Entry extends Omit<SignInProvider, 'clientSecret'> {
  readonly entry: YamlValue;
  readonly secretFile: YamlValue | null;
}

function readProvider(entry: YamlValue): Entry {
  const of = entry.fields(known);
  const issuer = textOf(of.need('issuer'), /^https?:\/\/\S{1,300}$/, 'the address the provider gives itself');
  if (!isSafe(issuer)) of.need('issuer').fail('must be https, or http on a loopback address');
  return {
    entry,
    name: textOf(of.need('name'), /^[a-z0-9-]{1,40}$/, 'small letters, digits and -'),
    title: textOf(
      of.need('title'),
      /^[^\p{Cc}\p{Cf}]{1,60}$/u,
      'what people call it, in at most 60 characters',
    ),
    issuer,
    clientId: textOf(of.need('clientId'), /^\S{1,300}$/, 'what the provider knows this service as'),
    secretFile: of.optional('clientSecretFile', (value) => value),
    twoFactorAcr: of.optional('twoFactorAcr', (value) => value.texts()) ?? [],
  };
}

/** What stands there is never repeated: it could be a secret under the wrong key. */
function textOf(value: YamlValue, form: RegExp, remedy: string): string {
  const text = value.text();
  return form.test(text) ? text : value.fail(`must be ${remedy}`);
}

function isSafe(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, username, search, hash } = new URL(issuer);
  if (username !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

async function readSecret(named: YamlValue, file: string): Promise<string> {
  const secret = await readFile(resolve(dirname(file), named.text()), 'utf8').catch(() => '');
  return secret.trim() === '' ? named.fail('names no file with a secret in it') : secret.trim();
}

const refused = (what: string): AppError =>
  new AppError('accounts.bad-providers', 'invalid', `TESSERA_PROVIDERS: ${what}`);
