import type { Visitor } from './visitor.js';

const call = 'HORIZON-CL4-2027-01-MAT-PROD-03';

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
