#!/usr/bin/env node
/**
 * The `tessera` command: builds first where needed (output on standard error), then runs the compiled command line
 * in this same process, so that signals and exit codes are its own.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Tessera needs Node 20.19 or later; this is ${process.versions.node}.\n`);
  process.exit(1);
}

const { pathToFileURL } = await import('node:url');
const { ensureBuilt, entry, orExit } = await import('./build.mjs');
await orExit(ensureBuilt);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(entry).href);
