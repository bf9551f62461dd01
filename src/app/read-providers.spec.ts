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
    [{ ...keycloak, issuer: 'http://login.prova.example' }, 'issuer must be https'],
    [{ ...keycloak, issuer: 'https://a:b@login.prova.example' }, 'issuer must be https'],
    [{ ...keycloak, name: 'Key Cloak' }, 'name must be small letters'],
    [{ ...keycloak, title: 'a\nb' }, 'title must be'],
    [{ ...keycloak, clientSecret: 'hunter2' }, '"clientSecret" is none of'],
    [{ ...keycloak, clientSecretFile: 'nowhere' }, 'no file with a secret'],
    [{ ...keycloak, twoFactorAcr: 'two' }, 'twoFactorAcr must be a list'],
    ['keycloak', 'it must hold name'],
  ])('refuses %j', async (entry, said) => {
    const refused = await read([entry]).then(() => '', String);
    expect(refused).toContain(said);
    expect(refused).not.toContain('hunter2');
  });

  it('refuses a name that stands there twice, what is no list, and a file that is not there', async () => {
    await expect(read([keycloak, keycloak])).rejects.toThrow('twice');
    await expect(read(keycloak)).rejects.toThrow('list');
    await expect(readProviders(join(folder, 'none'))).rejects.toThrow('no such file');
  });
});
