import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readProviders } from './read-providers.js';

const keycloak = {
  name: 'keycloak',
  title: 'Keycloak',
  issuer: 'https://login.prova.example/realms/a',
  clientId: 'tessera',
};

describe('the file of providers', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-providers-'));
    await writeFile(join(folder, 'secret'), ' very secret\n');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (content: unknown) => {
    const file = join(folder, 'providers.yaml');
    await writeFile(file, JSON.stringify(content));
    return readProviders(file);
  };

  it('is nobody where none is named', async () => {
    expect((await readProviders(null)).all).toEqual([]);
  });

  it('says whom to ask, with the secret of a file beside it', async () => {
    const { all } = await read([{ ...keycloak, clientSecretFile: 'secret', twoFactorAcr: ['two'] }]);
    expect(all).toEqual([{ ...keycloak, clientSecret: 'very secret', twoFactorAcr: ['two'] }]);
  });

  it.each([
    [{ ...keycloak, issuer: 'http://login.prova.example' }, '[0].issuer: must be https'],
    [{ ...keycloak, issuer: 'https://a:b@login.prova.example' }, '[0].issuer: must be https'],
    [{ ...keycloak, name: 'Key Cloak' }, '[0].name: must be small letters'],
    [{ ...keycloak, title: 'a\nb' }, '[0].title: must be'],
    [{ ...keycloak, clientId: 'hunter2 hunter2' }, '[0].clientId: must be'],
    [{ ...keycloak, clientSecret: 'hunter2' }, '[0].clientSecret: unknown key'],
    [{ ...keycloak, clientSecretFile: 'nowhere' }, '[0].clientSecretFile: names no file with a secret'],
    [{ ...keycloak, twoFactorAcr: 'two' }, '[0].twoFactorAcr: expected a list'],
    [{ ...keycloak, issuer: undefined }, "the key 'issuer' is missing"],
    ['keycloak', '[0]: expected keys and values'],
  ])('refuses %j', async (entry, said) => {
    const refused = await read([entry]).then(() => '', String);
    expect(refused).toContain(said);
    expect(refused).not.toContain('hunter2');
  });

  it('refuses what is no YAML, with its line and nothing of what it holds', async () => {
    const file = join(folder, 'broken.yaml');
    await writeFile(file, '- name: keycloak\n  clientSecret: "hunter2\n');
    const refused = await readProviders(file).then(() => '', String);
    expect(refused).toMatch(/broken\.yaml:\d+ yaml: /);
    expect(refused).not.toContain('hunter2');
  });

  it('refuses a name that stands there twice, what is no list, and a file that is not there', async () => {
    await expect(read([keycloak, keycloak])).rejects.toThrow('twice');
    await expect(read(keycloak)).rejects.toThrow('list');
    await expect(readProviders(join(folder, 'none'))).rejects.toThrow('no such file');
  });
});
