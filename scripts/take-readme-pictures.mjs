/**
 * `node scripts/take-readme-pictures.mjs`: starts the service with the demonstration set on data of its own, and takes the README's
 * three pictures with a Chromium (`CHROMIUM` names another than Debian's) into docs/pictures/.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'docs', 'pictures');
const pictures = [
  { name: 'for-you', path: '/for-you', as: 'director@member.example' },
  { name: 'radar', path: '/radar', as: 'officer@afil.example' },
  {
    name: 'opportunity',
    path: '/opportunities/HORIZON-CL4-2027-01-MAT-PROD-03',
    as: 'director@member.example',
  },
];

/** Resolves with what follows the pattern in what the service prints. */
function printed(service, pattern) {
  let text = '';
  return new Promise((resolve, reject) => {
    for (const stream of [service.stdout, service.stderr])
      stream.on('data', (chunk) => {
        text += chunk;
        const found = pattern.exec(text);
        if (found) resolve(found[1]);
      });
    service.once('exit', (code) => reject(new Error(`the service ended with ${code}:\n${text}`)));
  });
}

async function signIn(context, address, email) {
  const { demonstration } = await (await context.request.get(`${address}/api/v1/welcome`)).json();
  const answer = await context.request.post(`${address}/api/v1/sessions`, {
    data: { email, password: demonstration.password },
    headers: { origin: address },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${await answer.text()}`);
}

async function take(browser, address, { name, path, as }) {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  await signIn(context, address, as);
  const page = await context.newPage();
  await page.goto(address + path);
  await page.locator('#main h1').waitFor();
  await page.locator('#main [aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.screenshot({ path: join(target, `${name}.png`), animations: 'disabled' });
  await context.close();
}

const data = mkdtempSync(join(tmpdir(), 'tessera-pictures-'));
chmodSync(data, 0o755);
const service = spawn(process.execPath, [join(root, 'bin', 'tessera.mjs'), 'start'], {
  env: { ...process.env, PORT: '0', TESSERA_DATA: data },
  stdio: ['ignore', 'pipe', 'pipe'],
});
try {
  const [address] = await Promise.all([
    printed(service, /running at (http:\S+)/),
    printed(service, /(first lists are ready)/),
  ]);
  mkdirSync(target, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const picture of pictures) await take(browser, address, picture);
  await browser.close();
} finally {
  service.removeAllListeners('exit');
  const ended = new Promise((resolve) => service.once('exit', resolve));
  service.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}
