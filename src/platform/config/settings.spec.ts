import { readSettings } from './settings.js';

describe('settings', () => {
  it('have a default for everything', () => {
    expect(readSettings({})).toEqual({
      databaseUrl: null,
      databaseAdminUrl: null,
      redisUrl: null,
      dataFolder: null,
      host: '127.0.0.1',
      port: null,
      demo: true,
      logLevel: 'warn',
      smtpUrl: null,
      mailFrom: 'tessera@localhost',
      mailBounces: null,
      mailAllow: [],
      mailHookSecret: null,
      webhookHosts: [],
      mailDkim: null,
      providersFile: null,
      publicUrl: null,
      metricsPort: null,
      contact: null,
      production: false,
      sync: [],
      autoScore: true,
      fairShares: {},
      embeddingUrl: null,
      embeddingModel: 'default',
      embeddingKey: null,
    });
  });

  it('take an empty variable for an absent one', () => {
    expect(readSettings({ DATABASE_URL: ' ', PORT: '' })).toMatchObject({ databaseUrl: null, port: null });
  });

  it.each([
    ['PORT', '80a', 'PORT is "80a": it must be a whole number from 0 to 65535'],
    ['PORT', '65536', 'PORT is "65536": it must be a whole number from 0 to 65535'],
    ['TESSERA_DEMO', 'maybe', 'TESSERA_DEMO is "maybe": it must be one of on, off'],
    [
      'TESSERA_EMBEDDING_URL',
      'file:///etc/passwd',
      'TESSERA_EMBEDDING_URL is "file:///etc/passwd": it must be an http',
    ],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud": it must be one of error, warn, log, debug'],
  ])('refuse %s=%s and say what it may be', (name, value, message) => {
    expect(() => readSettings({ [name]: value })).toThrow(message);
  });

  it('keep shares of lists for those who did little so far, unless told not to', () => {
    expect(readSettings({ TESSERA_FAIR: 'off' }).fairShares).toBe('off');
    expect(readSettings({ TESSERA_FAIR: 'newcomer=0.1, SME = 0.2' }).fairShares).toEqual({
      newcomer: 0.1,
      sme: 0.2,
    });
    for (const wrong of ['newcomer', 'newcomer=', 'newcomer=0.6', 'newcomer=-1', 'giants=0.1', 'sme=0.1=0.2'])
      expect(() => readSettings({ TESSERA_FAIR: wrong })).toThrow(/TESSERA_FAIR is/);
  });

  it('renews no source by itself unless told which', () => {
    const { sync } = readSettings({});
    expect(sync).toEqual([]);
    expect(readSettings({ TESSERA_SYNC: 'off' }).sync).toEqual([]);
    expect(readSettings({ TESSERA_SYNC: 'cordis, Portal,cordis' }).sync).toEqual(['cordis', 'portal']);
    expect(readSettings({ TESSERA_SYNC: 'on' }).sync).toEqual(['portal', 'partner-search', 'cordis']);
    expect(() => readSettings({ TESSERA_SYNC: 'portal,ted' })).toThrow(
      'TESSERA_SYNC is "ted": it must be one of portal, partner-search, cordis',
    );
  });
});
