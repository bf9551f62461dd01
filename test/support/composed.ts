import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { projectFolder } from '../../src/platform/files/project-folder.js';

interface ComposedService {
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly deploy?: { readonly replicas: number };
}

type Name = 'postgres' | 'redis' | 'migrate' | 'api' | 'worker';

/** Where the containers' addresses lead in a test. */
export interface Substitutes {
  /** of the composed file's `${…}` */
  readonly secrets: Readonly<Record<string, string>>;
  /** each first text is replaced by the second, in environments and commands */
  readonly addresses: readonly (readonly [string, string])[];
  /** of the image's `TESSERA_DATA` */
  readonly dataFolder: string;
}

export interface ComposedProcess {
  readonly process: ChildProcess;
  /** standard output and standard error so far */
  said(): string;
  /** the exit code, once it has ended */
  readonly ended: Promise<number | null>;
}

/** The composed services as processes on this machine: the very commands and environments, addresses replaced. */
export class Composed {
  readonly #substitutes: Substitutes;
  readonly #services = (
    parse(readFileSync(join(projectFolder, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
      services: Readonly<Record<Name, ComposedService>>;
    }
  ).services;
  readonly #image = imageEnvironment();

  constructor(substitutes: Substitutes) {
    this.#substitutes = substitutes;
  }

  replicas(name: Name): number {
    return this.#services[name].deploy?.replicas ?? 1;
  }

  /** As the container would see it: the image's variables, those of the file, and nothing of ours but the path. */
  environment(name: Name): Record<string, string> {
    const own = Object.entries(this.#services[name].environment ?? {}).map(
      ([key, value]) => [key, this.#replaced(this.#filled(value))] as const,
    );
    const { dataFolder } = this.#substitutes;
    const { PATH = '' } = process.env;
    return { PATH, ...this.#image, TESSERA_DATA: dataFolder, ...Object.fromEntries(own) };
  }

  /** Runs one of our images: its entry point with the service's command, or with another. */
  start(name: 'migrate' | 'api' | 'worker', command = this.#services[name].command): ComposedProcess {
    const entry = join(projectFolder, 'bin', 'tessera.mjs');
    return running(process.execPath, [entry, ...command], this.environment(name));
  }

  /** Runs the command of an image that is not ours. */
  startForeign(name: 'redis'): ComposedProcess {
    const [program = '', ...args] = this.#services[name].command.map((part) =>
      this.#replaced(unescaped(part)),
    );
    return running(program, args, this.environment(name));
  }

  /** The service's health check, as Docker would run it. @returns its exit code */
  check(name: 'api' | 'redis'): Promise<number | null> {
    const [kind, ...test] = (this.#services[name].healthcheck?.test ?? []).map((part) =>
      this.#replaced(unescaped(part)),
    );
    const [program = '', ...args] = kind === 'CMD-SHELL' ? ['sh', '-c', ...test] : test;
    return running(program, args, this.environment(name)).ended;
  }

  #filled(value: string): string {
    const said = value.replace(/\$\{\w+:-\}/g, ''); // may be left out, and is
    return said.replace(/\$\{(\w+)[^}]*\}/g, (_, name: string) => {
      const secret = this.#substitutes.secrets[name];
      if (secret === undefined) throw new Error(`the composed file asks for ${name}`);
      return secret;
    });
  }

  #replaced(value: string): string {
    return this.#substitutes.addresses.reduce((text, [from, to]) => text.replaceAll(from, to), value);
  }
}

/** Compose writes a dollar that is not its own as two. */
const unescaped = (text: string): string => text.replaceAll('$$', '$');

/** What the image sets: `ENV NAME=value …`. */
function imageEnvironment(): Record<string, string> {
  const lines = readFileSync(join(projectFolder, 'Dockerfile'), 'utf8').matchAll(/^ENV (.+)$/gm);
  const pairs = [...lines].flatMap(([, line]) => (line ?? '').split(' ').map((pair) => pair.split('=')));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

function running(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ComposedProcess {
  const child = spawn(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { process: child, said: () => said, ended };
}
