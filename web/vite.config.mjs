import { fileURLToPath } from 'node:url';

import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

/**
 * What every page needs before it is shown, as one file: in one piece it compresses an eighth smaller than in fifty. The
 * entry stays out of it: it waits at its top for the first words, and no page may wait for the entry.
 */
const frame = {
  name: 'frame',
  tags: ['$initial'],
  test: (id) => !/(index\.html|main\.tsx)$/.test(id),
};

/** The pages; `bin/build.mjs` builds them into dist/web, `npm run web` serves them beside a running service. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  css: { postcss: { plugins: [mantine()] } },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    target: 'es2022',
    outDir: '../dist/web',
    assetsInlineLimit: 0, // nothing inline: the content security policy allows what the service itself serves
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // "use client" means something to servers that render; here it says nothing
      output: { codeSplitting: { groups: [frame] } },
      onLog: (level, log, tell) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : tell(level, log)),
    },
  },
  server: {
    fs: { allow: ['..'] }, // the names of regions are in data/
    proxy: { '/api': { target: process.env.TESSERA_URL ?? 'http://127.0.0.1:3000' } },
  },
});
