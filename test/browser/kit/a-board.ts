import type { Visitor } from './visitor.js';

const call = 'HORIZON-CL4-2027-01-MAT-PROD-03';

/** Partners that a large consortium has. */
export const manyPartners = 40;

interface Boards {
  readonly items: readonly { readonly id: string; readonly state: string }[];
}

/** A board that an officer has barely begun, made where there is none. @returns its address: `/consortia/…` */
export async function aBoard({ context, address }: Visitor): Promise<string> {
  const found = (await (await context.request.get('/api/v1/consortia?limit=100')).json()) as Boards;
  const sketch = found.items.find(({ state }) => state === 'sketch');
  if (sketch !== undefined) return `/consortia/${sketch.id}`;
  const data = { opportunity: call };
  const answer = await context.request.post('/api/v1/consortia', { data, headers: { origin: address } });
  return `/consortia/${((await answer.json()) as { readonly id: string }).id}`;
}

interface Organisations {
  readonly items: readonly { readonly id: string }[];
}

/** A board with forty partners, of organisations of the demonstration. @returns its address: `/consortia/…` */
export async function aFullBoard({ context, address }: Visitor): Promise<string> {
  const headers = { origin: address };
  const begun = await context.request.post('/api/v1/consortia', { data: { opportunity: call }, headers });
  const { id } = (await begun.json()) as { readonly id: string };
  const found = await context.request.get(`/api/v1/organisations?limit=${manyPartners}`);
  const { items } = (await found.json()) as Organisations;
  for (const { id: organisation } of items) {
    const data = { organisation, participation: 'beneficiary' };
    const answer = await context.request.post(`/api/v1/consortia/${id}/seats`, { data, headers });
    if (answer.status() !== 201) throw new Error(`no seat for ${organisation}: ${await answer.text()}`);
  }
  return `/consortia/${id}`;
}
