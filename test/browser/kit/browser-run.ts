import { chromium, type BrowserServer } from 'playwright-core';

import { chromiumPath } from '../../support/chromium.js';
import { startService, temporaryData, type RunningService } from '../../support/running-service.js';
import { until } from '../../support/until.js';

/** Where the one service and the one browser of a run of page tests are; told to the tests by this name. */
export const runVariable = 'TESSERA_BROWSER_RUN';

export interface BrowserRun {
  /** of the service with the demonstration set, as a newcomer starts it: `http://127.0.0.1:40123` */
  readonly address: string;
  /** the service's data: mails it sent are in `mail/` */
  readonly dataFolder: string;
  /** where to connect to the browser */
  readonly browser: string;
}

export interface StartedRun extends BrowserRun {
  stop(): Promise<void>;
}

/** @returns undefined, with one line said, where there is no Chromium */
export async function startBrowserRun(): Promise<StartedRun | undefined> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) return undefined;
  const data = await temporaryData();
  let service: RunningService | undefined;
  let browser: BrowserServer | undefined;
  const stop = async (): Promise<void> => {
    await browser?.close();
    await service?.stop();
    await data.remove();
  };
  try {
    service = await startService({ TESSERA_DATA: data.folder });
    const started = service;
    const lists = until(
      'the first lists',
      async () => started.stderr().includes('first lists are ready'),
      120_000,
    );
    browser = await chromium.launchServer({
      executablePath,
      headless: true,
      args: [...quiet],
      host: '127.0.0.1',
    });
    await lists;
    return { address: service.address, dataFolder: data.folder, browser: browser.wsEndpoint(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The browser asks nothing of the network by itself. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;
