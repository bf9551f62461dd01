/**
 * Builds the pages: `node bin/build-pages.mjs web dist/web` makes files that are served as they are, each beside its
 * compressed twins. A program of its own: the bundler sets NODE_ENV for its process, which must not be the service's.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { build } from 'vite';

const compressible = /\.(js|css|svg|json|csv)$/;

/** Below this many bytes an answer fits one packet either way. */
const worthwhile = 1_024;

async function buildPages(source, target) {
  await build({
    configFile: join(source, 'vite.config.mjs'),
    logLevel: 'warn',
    build: { outDir: target, emptyOutDir: false },
  });
  writeFileSync(join(target, 'addresses.json'), JSON.stringify(addresses(source)));
  for (const name of readdirSync(target, { recursive: true })) {
    if (compressible.test(name)) compress(join(target, name));
  }
}

/** The addresses that there are pages for, as their routes name them: `/radar/calls/$reference`. */
function addresses(source) {
  const places = join(source, 'src', 'places');
  const found = readdirSync(places, { recursive: true })
    .filter((name) => name.endsWith('routes.ts'))
    .flatMap((name) => [...readFileSync(join(places, name), 'utf8').matchAll(/^\s*path: '([^']+)',$/gm)])
    .map(([, path]) => path);
  return [...new Set(found)].sort();
}

function compress(path) {
  const plain = readFileSync(path);
  if (plain.length < worthwhile) return;
  const settings = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 10,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  };
  writeFileSync(`${path}.br`, brotliCompressSync(plain, settings));
  writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
}

process.env.NODE_ENV = 'production'; // whatever the caller runs as, tests too: React for people, not for debugging
const [source, target] = process.argv.slice(2).map((path) => resolve(path));
await buildPages(source, target);
