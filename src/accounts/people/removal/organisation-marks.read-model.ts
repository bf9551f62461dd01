import { createHmac } from 'node:crypto';

import type { Unit } from '../../../platform/database/unit-of-work.js';

/** By what an organisation is known again. */
export interface OrganisationKeys {
  readonly pic: string | null;
  /** with its country prefix */
  readonly vatNumber: string | null;
  /** legal name without letter case and legal form */
  readonly foldedName: string;
  readonly country: string | null;
}

/** What keeps removed organisations from coming back: one-way marks of their keys, beside those of people. */
export class OrganisationMarks {
  async of(unit: Unit, all: readonly OrganisationKeys[]): Promise<Buffer[]> {
    const key = await keyOf(unit);
    return [...new Set(all.flatMap(namesOf))].map((name) => marked(key, name));
  }

  /** Which of these asked not to be here, by their place. */
  async removed(unit: Unit, all: readonly OrganisationKeys[]): Promise<ReadonlySet<number>> {
    const key = await keyOf(unit);
    const places = new Map<string, number[]>();
    all.forEach((keys, at) => {
      for (const name of namesOf(keys)) {
        const mark = marked(key, name).toString('hex');
        places.set(mark, [...(places.get(mark) ?? []), at]);
      }
    });
    const found = await unit.manager.query<{ mark: string }[]>(
      `select encode(mark, 'hex') as mark from erasure
       where mark in (select decode(m, 'hex') from unnest($1::text[]) as m)`,
      [[...places.keys()]],
    );
    return new Set(found.flatMap(({ mark }) => places.get(mark) ?? []));
  }
}

async function keyOf(unit: Unit): Promise<Buffer> {
  const [row] = await unit.manager.query<{ key: Buffer }[]>('select key from erasure_key');
  return row?.key ?? Buffer.alloc(0);
}

/** No address of a person looks like one of these. */
function namesOf({ pic, vatNumber, foldedName, country }: OrganisationKeys): string[] {
  return [
    ...(pic === null ? [] : [`organisation pic ${pic}`]),
    ...(vatNumber === null ? [] : [`organisation vat ${vatNumber}`]),
    ...(foldedName === '' ? [] : [`organisation name ${foldedName} ${country ?? ''}`]),
  ];
}

const marked = (key: Buffer, name: string): Buffer => createHmac('sha256', key).update(name).digest();
