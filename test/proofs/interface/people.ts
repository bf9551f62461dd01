import type { Actor, World } from '../access/world.js';
import type { Answer } from './judge.js';
import type { Made } from './make-request.js';

/** Sends requests as somebody; whose session has ended signs in again. */
export class People {
  readonly #sessions = new Map<Actor, Promise<{ token: string }>>();

  constructor(private readonly world: World) {}

  async send(actor: Actor, { operation, path, headers, body }: Made): Promise<Answer> {
    const session = await this.#sessionOf(actor);
    const startedAt = performance.now();
    const response = await fetch(`${this.world.service.address}${path}`, {
      method: operation.method,
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(session ? { cookie: `sid=${session.token}` } : {}),
        ...(actor.key === undefined ? {} : { authorization: `Bearer ${actor.key}` }),
        ...headers,
      },
      ...(body === null || operation.method === 'GET' ? {} : { body }),
    });
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    const ended = response.status === 401 || operation.route.startsWith('DELETE /api/v1/sessions');
    if (ended) this.#sessions.delete(actor);
    const mediaType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    return { status: response.status, mediaType, text, ms: performance.now() - startedAt };
  }

  #sessionOf(actor: Actor): Promise<{ token: string } | null> {
    if (actor.user === null) return Promise.resolve(null);
    const session = this.#sessions.get(actor) ?? this.world.signIn(actor.user);
    this.#sessions.set(actor, session);
    return session;
  }
}
