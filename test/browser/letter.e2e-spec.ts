import { until } from '../support/until.js';
import { anotherDraft } from './kit/a-request.js';
import { inBrowser, keepSessions } from './kit/visitor.js';

inBrowser('a letter that is changed elsewhere while somebody writes it', () => {
  const sessions = keepSessions();

  it.each([
    { chosen: 'Tenere quello che ho scritto', stored: 'linea pilota' },
    { chosen: 'Prendere l’altro testo', stored: 'misure' },
  ])('keeps what was typed until one has chosen: $chosen', async ({ chosen, stored }) => {
    const visitor = await sessions.open({ as: 'officer', language: 'it', width: 360 });
    const { page, context, address } = visitor;
    const id = await anotherDraft(visitor, `prova: ${stored}`);
    const asStored = async (): Promise<{ version: number; role: string }> =>
      (await (await context.request.get(`/api/v1/introductions/${id}`)).json()) as never;
    await visitor.go(`/introductions/${id}`);
    const role = page.getByLabel('Ruolo', { exact: false }).first();
    await role.fill('linea pilota');
    const { version } = await asStored();
    const elsewhere = await context.request.patch(`/api/v1/introductions/${id}`, {
      data: { version, role: 'misure' },
      headers: { origin: address },
    });
    expect(elsewhere.status()).toBe(200);

    const save = page.getByRole('button', { name: 'Salvare la bozza' });
    await save.click();
    await page.getByText('Il testo è stato cambiato altrove').waitFor();
    expect(await role.inputValue()).toBe('linea pilota');
    expect(await save.isDisabled()).toBe(true);
    expect((await asStored()).role).toBe('misure');
    await visitor.picture(`letter-changed-elsewhere`);
    expect(await visitor.sideways()).toEqual([]);
    expect(await visitor.barriers()).toEqual([]);

    await page.getByRole('button', { name: chosen }).click();
    expect(await role.inputValue()).toBe(stored);
    if (stored === 'linea pilota') await save.click();
    await until('what was chosen', async () => (await asStored()).role === stored);
    await until('nothing left to save', () => save.isDisabled());
    expect(await role.inputValue()).toBe(stored);
    await visitor.close();
  });
});
