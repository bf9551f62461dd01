import type { Visitor } from './visitor.js';

const call = 'HORIZON-CL4-2027-01-MAT-PROD-03';

interface Requests {
  readonly items: readonly {
    readonly id: string;
    readonly column: string;
    readonly queuedFor: string | null;
  }[];
}

/** A request to a member that nobody has sent yet, made where there is none. @returns its id */
export async function aRequestDraft(visitor: Visitor): Promise<string> {
  const found = (await (await visitor.context.request.get('/api/v1/introductions')).json()) as Requests;
  const draft = found.items.find(({ column, queuedFor }) => column === 'to-ask' && queuedFor === null);
  return draft?.id ?? anotherDraft(visitor, 'pilot line');
}

/** A request of one's own that nobody has sent yet. @returns its id */
export async function anotherDraft({ context, address }: Visitor, role: string): Promise<string> {
  const partners = await context.request.get(`/api/v1/organisations?limit=5`);
  const { items } = (await partners.json()) as { readonly items: readonly { readonly id: string }[] };
  const data = { organisation: items.at(-1)?.id, opportunity: call, role };
  const answer = await context.request.post('/api/v1/introductions', { data, headers: { origin: address } });
  if (answer.status() !== 201) throw new Error(`no request could be written: ${await answer.text()}`);
  return ((await answer.json()) as { readonly id: string }).id;
}

/** One that was sent, sent where there is none. @returns its id */
export async function aRequest(visitor: Visitor): Promise<string> {
  const { context, address } = visitor;
  const there = await aSentOne(visitor);
  if (there !== undefined) return there;
  const id = await aRequestDraft(visitor);
  const answer = await context.request.post(`/api/v1/introductions/${id}/send`, {
    headers: { origin: address },
  });
  if (answer.ok()) return id;
  // the same officer reads the same pages in two languages at once: the other may just have sent one alike
  const said = await answer.text();
  const sent = await aSentOne(visitor);
  if (sent === undefined) throw new Error(`no request could be sent: ${said}`);
  return sent;
}

async function aSentOne({ context }: Visitor): Promise<string | undefined> {
  const found = (await (await context.request.get('/api/v1/introductions')).json()) as Requests;
  return found.items.find(({ column, queuedFor }) => column !== 'to-ask' || queuedFor !== null)?.id;
}
