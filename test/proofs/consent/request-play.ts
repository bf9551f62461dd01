import {
  AnswerRequest,
  DraftRequest,
  RunClocks,
  ShowIntroduction,
  Talk,
  WriteRequest,
  type Answer,
  type Asker,
} from '../../../src/introductions/index.js';
import {
  toIntroductionResponse,
  toIntroductionSummary,
} from '../../../src/introductions/http/introduction-response.dto.js';
import { AppError } from '../../../src/platform/errors/app-error.js';
import { HttpClient, type Answer as HttpAnswer } from '../../support/http-client.js';
import { openSession } from '../../support/signed-in.js';
import { IntroductionLinksController } from '../../../src/introductions/http/introduction-links.controller.js';
import type { Firm } from '../../support/two-clusters.js';
import type { ConsentWorld } from './consent-world.js';
import { readings } from './readings.js';
import type { Actor, Deed, Kind } from './consent-model.js';

/** What came back to whoever did something. */
export interface Said {
  readonly ok: boolean;
  /** the answer or the error, headers included */
  readonly text: string;
  /** it broke: nothing that the service means to say */
  readonly broke: boolean;
}

/** A request between two firms whose names nobody else has. */
export interface Play {
  readonly world: ConsentWorld;
  readonly sender: Firm;
  readonly recipient: Firm;
  readonly kind: Kind;
  /** through HTTP, by people who are signed in; else the use cases themselves */
  readonly http: boolean;
  readonly id: string;
}

const uses = (app: ConsentWorld['app']) => ({
  write: app.get(WriteRequest),
  answers: app.get(AnswerRequest),
  talk: app.get(Talk),
  show: app.get(ShowIntroduction),
});

export async function draftBetween(
  { app }: ConsentWorld,
  sender: Firm,
  recipient: Firm,
  kind: Kind,
): Promise<string> {
  const nobody = { organisation: null, mask: null, guest: null };
  const ways = {
    across: { ...nobody, mask: recipient.mask },
    within: { ...nobody, organisation: recipient.id },
    guest: { ...nobody, guest: { name: `Ada ${recipient.canary}`, email: recipient.email } },
  };
  return app.get(DraftRequest).draft(sender.asker, {
    whom: { ...ways[kind], outside: false },
    purpose: 'partner',
    opportunity: null,
    seat: null,
    subject: `Recovery of cells, with ${sender.canary} and www.${sender.canary}.it`,
    role: 'technical partner',
    about: null,
    language: kind === 'across' ? 'en' : 'it',
    cluster: null,
  });
}

export function askerOf({ world, sender, recipient, kind }: Play, actor: Actor): Asker {
  const [one, two] = world.officers;
  const askers: Record<Actor, Asker> = {
    sender: sender.asker,
    recipient: recipient.asker,
    'sender-staff': one.asker,
    'recipient-staff': kind === 'within' ? one.asker : two.asker,
    stranger: world.firms[2].asker,
  };
  return askers[actor];
}

/** What a side writes where its name is hidden says who it is, in every way it can. */
const words = ({ canary, email }: Firm, hidden: boolean): string =>
  hidden ? `We are ${canary} Meccanica, ask Ada ${canary}, ${email}, www.${canary}.it.` : 'We open cells.';

/** @param showsSender as the draft is changed, or stands */
export function doneBy(play: Play, actor: Actor, deed: Deed, showsSender: boolean): Promise<Said> {
  return play.http ? throughHttp(play, actor, deed, showsSender) : directly(play, actor, deed, showsSender);
}

const slotTimes = ({ world }: Play): string[] => [
  new Date(world.clock.now().getTime() + 86_400_000).toISOString(),
];

const answerOf = (play: Play, deed: Deed): Answer => ({
  answer: deed === 'ask' ? 'more-information' : deed === 'accept' ? 'accepted' : 'declined',
  reason: deed === 'decline' ? 'timing' : null,
  note: deed === 'accept' ? null : words(play.recipient, play.kind === 'across'),
});

const changeOf = (play: Play, showsSender: boolean) => {
  const text = words(play.sender, play.kind === 'across' && !showsSender);
  return {
    version: 1,
    showsSender,
    subject: `Cells. ${text}`,
    role: text,
    parts: [{ key: 'bring', text, source: null } as const, { key: 'role', text, source: null } as const],
  };
};

async function directly(play: Play, actor: Actor, deed: Deed, showsSender: boolean): Promise<Said> {
  const { id, world, sender, recipient, kind } = play;
  const asker = askerOf(play, actor);
  const { write, answers, talk, show } = uses(world.app);
  const mine = actor === 'sender' ? sender : recipient;
  const slot = async (): Promise<string> => (await show.one(asker, id)).slots[0]?.id ?? id;
  const ways: Partial<Record<Deed, () => Promise<unknown>>> = {
    change: () => write.change(asker, id, changeOf(play, showsSender)),
    send: () => write.send(asker, id),
    read: () => answers.read(asker, id),
    accept: () => answers.answer(asker, id, answerOf(play, deed)),
    decline: () => answers.answer(asker, id, answerOf(play, deed)),
    ask: () => answers.answer(asker, id, answerOf(play, deed)),
    reply: () => talk.write(asker, id, words(mine, kind === 'across' && !showsSender)),
    withdraw: () => write.withdraw(asker, id),
    call: () => answers.call(asker, id),
    release: () => write.release(asker, id),
    propose: () =>
      talk.propose(
        asker,
        id,
        slotTimes(play).map((at) => new Date(at)),
        30,
      ),
    choose: async () => talk.choose(asker, id, await slot()),
    calendar: () => talk.calendar(asker, id),
    'hand-over': () => talk.handOver(asker, id),
    forget: () => talk.forget(asker, id),
  };
  return saidBy(ways[deed] ?? (() => show.one(asker, id).then(toIntroductionResponse)));
}

async function saidBy(work: () => Promise<unknown>): Promise<Said> {
  try {
    return { ok: true, text: JSON.stringify(await work()) ?? '', broke: false };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const more = error instanceof AppError ? JSON.stringify(error.context) : '';
    return {
      ok: false,
      text: `${error.stack ?? error.message} ${more}`,
      broke: !(error instanceof AppError),
    };
  }
}

const sessions = new WeakMap<ConsentWorld, Map<string, HttpClient>>();

async function clientOf(world: ConsentWorld, { scope }: Asker): Promise<HttpClient> {
  const open = sessions.get(world) ?? new Map<string, HttpClient>();
  sessions.set(world, open);
  const user = scope.user ?? '';
  const service = serviceOf(world);
  const client = open.get(user) ?? new HttpClient(service.address);
  if (!open.has(user)) {
    client.setCookie('sid', await openSession(service, user));
    // by the clock of the world, which may be months ahead of the database's; several sign in at the same moment
    await world.signsInAgain(user);
  }
  open.set(user, client);
  return client;
}

function serviceOf({ service }: ConsentWorld): NonNullable<ConsentWorld['service']> {
  if (service === null) throw new Error('no HTTP in memory');
  return service;
}

async function throughHttp(play: Play, actor: Actor, deed: Deed, showsSender: boolean): Promise<Said> {
  const { kind, id, sender, recipient } = play;
  const mine = actor === 'sender' ? sender : recipient;
  const ways: Partial<Record<Deed, Sent>> = {
    change: ['PATCH', '', changeOf(play, showsSender)],
    send: ['POST', '/send'],
    read: ['POST', '/read'],
    accept: ['POST', '/answer', { answer: 'accepted' }],
    decline: ['POST', '/answer', answerOf(play, deed)],
    ask: ['POST', '/answer', { answer: 'more-information', note: answerOf(play, deed).note }],
    reply: ['POST', '/messages', { text: words(mine, kind === 'across' && !showsSender) }],
    withdraw: ['POST', '/withdraw'],
    call: ['POST', '/call'],
    release: ['POST', '/release'],
    propose: ['PUT', '/slots', { times: slotTimes(play) }],
    choose: ['POST', `/slots/${id}/choose`],
    calendar: ['GET', '/calendar'],
    'hand-over': ['POST', '/een-enquiry'],
    forget: ['DELETE', '/words'],
  };
  const [method, path, body] = ways[deed] ?? ['GET', '/export'];
  return asked(play, actor, [method, `/${id}${path}`, body]);
}

type Sent = readonly [method: string, path: string, body?: unknown];

async function asked(play: Play, actor: Actor, [method, path, body]: Sent): Promise<Said> {
  const client = await clientOf(play.world, askerOf(play, actor));
  return toSaid(await client.send(method, `/api/v1/introductions${path}`, body));
}

const toSaid = ({ status, text, headers }: HttpAnswer): Said => ({
  ok: status < 300,
  text: `${text} ${JSON.stringify([...headers])}`,
  broke: status >= 500,
});

/** The link in the last mail to whoever is asked; null: there was none. */
export function lastToken({ world, recipient }: Play): string | null {
  const tokens = world.mails.inbox
    .filter(({ to }) => to.includes(recipient.email))
    .flatMap(({ text }) => [...readings(text).matchAll(/answer#([\w-]{43})/g)].map(([, token]) => token));
  return tokens.at(-1) ?? null;
}

/** By the link of a mail, without an account. */
export async function byLink({ world, http }: Play, token: string, deed: Deed): Promise<Said> {
  const answer = deed === 'link-accept' ? 'accepted' : 'declined';
  const looks = deed === 'link-open' || deed === 'link-read';
  const path = looks ? deed.slice('link-'.length) : 'answer';
  const body = looks ? { token } : { token, answer };
  if (!http) {
    const links = world.app.get(IntroductionLinksController);
    if (deed === 'link-open') return saidBy(() => links.open({ token }));
    return saidBy(() => (deed === 'link-read' ? links.read({ token }) : links.answer({ token, answer })));
  }
  const client = new HttpClient(serviceOf(world).address);
  return toSaid(await client.post(`/api/v1/introduction-links/${path}`, body));
}

/** All that somebody sees: the request, and their list. A guest sees what a link shows. */
export async function looked(play: Play, actor: Actor): Promise<Said> {
  const { id, world, http } = play;
  if (play.kind === 'guest' && actor === 'recipient') {
    const token = lastToken(play);
    return token === null ? { ok: false, text: '', broke: false } : byLink(play, token, 'link-open');
  }
  if (http) {
    const list = await asked(play, actor, ['GET', '?limit=5']);
    const one = await asked(play, actor, ['GET', `/${id}`]);
    return { ok: one.ok, text: `${one.text}\n${list.text}`, broke: one.broke || list.broke };
  }
  const asker = askerOf(play, actor);
  const { show } = uses(world.app);
  const list = await show.list(asker, { limit: 5, offset: 0 });
  const one = await saidBy(async () => toIntroductionResponse(await show.one(asker, id)));
  return { ...one, text: `${one.text}\n${JSON.stringify(list.items.map(toIntroductionSummary))}` };
}

/** Time goes on, or somebody leaves every cluster, or is erased. */
export async function happens({ world, sender, recipient }: Play, deed: Deed): Promise<void> {
  if (deed === 'day' || deed === 'months') {
    world.clock.forward(deed === 'day' ? 24 : 60 * 24);
    await world.app.get(RunClocks).run();
    return world.signsInAgain();
  }
  if (deed === 'recipient-unshared') return world.unshares(recipient);
  const [firm, other] = deed.startsWith('sender') ? [sender, recipient] : [recipient, sender];
  if (deed.endsWith('-erased')) return world.erases(firm);
  await (deed.endsWith('-leaves') ? world.leaves(firm) : world.blocks(firm, other));
}
