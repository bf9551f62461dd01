import type { Answer } from '../../support/http-client.js';
import { HttpClient } from '../../support/http-client.js';
import type { MailServer } from '../../support/mail-server.js';

/** What came back for what was sent: an error may repeat what its own request said, and nothing else. */
export interface Said {
  readonly sent: string;
  readonly status: number;
  readonly text: string;
}

export interface Doors {
  readonly address: string;
  readonly mail: MailServer;
  readonly officer: HttpClient;
  /** a member of the officer's cluster, and another one */
  readonly organisation: string;
  readonly other: string;
}

/** Personal data that is in no other place of the world: whatever holds a part of it was told it here. */
export interface Canary {
  readonly word: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

export function canary(place: number): Canary {
  const word = `Kanarya${String(place).padStart(5, '0')}q`;
  const phone = `+39 0299${String(place).padStart(6, '0')}`;
  return { word, name: `${word} Rossi`, email: `${word.toLowerCase()}@voliera.example`, phone };
}

const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

/**
 * Puts a canary in through every door: a list of members, an invitation, a claim, sign-ins that go well and wrong,
 * notes, feedback, holds, a board, digests, searches, a colleague and a removal. Each also in a form that is refused.
 *
 * @returns what was said, and the secrets that were handed out meanwhile
 */
export async function throughEveryDoor(
  doors: Doors,
  { word, name, email, phone }: Canary,
): Promise<{ said: Said[]; secrets: string[] }> {
  const { address, mail, officer, organisation, other } = doors;
  const said: Said[] = [];
  const ask = async (by: HttpClient, method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await by.send(method, path, body);
    const sent = `${path} ${JSON.stringify(body ?? '')}`;
    said.push({ sent, status: answer.status, text: `${answer.text} ${[...answer.headers].join(' ')}` });
    return answer;
  };
  const person = new HttpClient(address);

  const list = await importList(address, officer, `Nome;Referente;E-mail;Telefono;Note\n${word} Srl;${name};${email};${phone};${name} chiede\n`); // prettier-ignore
  said.push(list);
  const run = (JSON.parse(list.text) as { id?: string }).id ?? '';
  await ask(officer, 'GET', `/api/v1/imports/${run}/rows`);
  await ask(officer, 'POST', `/api/v1/imports/${run}/apply`, {});
  await ask(officer, 'POST', `/api/v1/imports/${run}/apply`, {});
  said.push(await importList(address, officer, `${name}\u0000;${email}`));

  await ask(officer, 'POST', '/api/v1/invitations', { organisation, name, email: `${name}\r\n@x`, phone });
  await ask(officer, 'POST', '/api/v1/invitations', { organisation, name, email: `${word} at home` });
  await ask(officer, 'POST', '/api/v1/invitations', { organisation, name, email });
  await ask(officer, 'POST', '/api/v1/invitations', { organisation, name, email });
  const invitation = /\/invitation#([\w-]{43})/.exec(await mail.mailTo(email))?.[1] ?? '';
  await ask(person, 'POST', '/api/v1/invitations/open', { token: invitation });
  await ask(person, 'POST', '/api/v1/invitations/proposals', { token: invitation, text: `${name} (${email}) builds robot cells.` }); // prettier-ignore
  await ask(person, 'POST', '/api/v1/invitations/confirm', { token: invitation, digest: 'weekly' });
  await ask(person, 'POST', '/api/v1/invitations/confirm', { token: invitation });
  const session = person.cookies.get('sid') ?? '';

  const stranger = new HttpClient(address);
  await ask(stranger, 'POST', '/api/v1/sessions', { email, password: `${word} four lamps and a kite` });
  await ask(stranger, 'POST', '/api/v1/sessions', { email: `other-${email}`, password: word });
  await ask(stranger, 'POST', '/api/v1/sessions', { email: { word }, password: [word] });
  await ask(person, 'POST', '/api/v1/sessions/current/code', { code: word });
  await ask(stranger, 'POST', '/api/v1/sessions/links', { email });
  const link = /#([\w-]{43})/.exec(await mail.mailTo(email, /sign-in|accesso|accedere/i))?.[1] ?? '';
  await ask(stranger, 'POST', '/api/v1/sessions/links/use', { token: link });
  await ask(stranger, 'POST', '/api/v1/sessions/links/use', { token: link });

  for (const reference of [organisation, other, name]) {
    const path = encodeURIComponent(reference);
    await ask(officer, 'PUT', `/api/v1/organisations/${path}/notes/${crypto.randomUUID()}`, { text: `${name}, ${phone}: calls` }); // prettier-ignore
    await ask(person, 'PUT', `/api/v1/organisations/${path}/opportunities/${topic}/feedback`, { verdict: 'not-for-us', note: `${name} said no` }); // prettier-ignore
    await ask(officer, 'POST', '/api/v1/mail/holds', {
      organisation: reference,
      reason: `${name} asks for peace`,
    });
  }
  await ask(person, 'POST', '/api/v1/own-profile/decisions', {
    decisions: [],
    add: [{ text: `${name} ${word}` }],
  });
  await ask(officer, 'GET', `/api/v1/organisations?search=${encodeURIComponent(name)}`);
  await ask(officer, 'GET', `/api/v1/opportunities?search=${word}&organisation=${word}`);
  await ask(officer, 'GET', `/api/v1/score-runs/${word}`);
  await ask(officer, 'POST', '/api/v1/suggestions', { text: `${name} looks for robot cells`, seeds: [] });
  await ask(officer, 'POST', '/api/v1/suggestions', { text: `${name} looks for robot cells`, seeds: [word] });
  await ask(officer, 'GET', `/api/v1/digests/preview?organisation=${organisation}`);

  const colleague = `col-${email}`;
  await ask(person, 'POST', '/api/v1/colleagues', { name: `${word} Bis`, email: colleague });
  const hers = /\/invitation#([\w-]{43})/.exec(await mail.mailTo(colleague))?.[1] ?? '';
  await ask(stranger, 'POST', '/api/v1/invitations/remove', { token: hers });
  await ask(person, 'DELETE', '/api/v1/me');
  await ask(officer, 'POST', '/api/v1/invitations', { organisation, name, email });
  return { said, secrets: [invitation, session, link, hers].filter((one) => one !== '') };
}

async function importList(address: string, officer: HttpClient, text: string): Promise<Said> {
  const form = new FormData();
  form.append('file', new File([text], 'soci.csv'));
  const response = await fetch(`${address}/api/v1/imports`, {
    method: 'POST',
    headers: {
      'sec-fetch-site': 'same-origin',
      cookie: [...officer.cookies].map((pair) => pair.join('=')).join('; '),
    },
    body: form,
  });
  return { sent: text, status: response.status, text: await response.text() };
}
