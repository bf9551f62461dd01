import { setImmediate as turn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import { ClusterTexts, type ClusterText } from '../../organisations/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { ecosystemsOf } from '../workbook/ecosystems-of.js';

/** Texts whose ecosystems are remembered: those of some dozen clusters. */
const mostRemembered = 50_000;
/** Texts read before others get a turn. */
const atOnce = 20;

/** Which ecosystems the members of a cluster belong to: as its list says, and as their own texts speak. */
@Injectable()
export class MemberEcosystems {
  /** by text and its version, so that nothing remembered grows stale */
  readonly #remembered = new Map<string, readonly string[]>();

  constructor(
    private readonly texts: ClusterTexts,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** Organisation → codes, in the order of the strategy; absent: none could be told. */
  async ofCluster(unit: Unit, clusterId: string): Promise<Map<string, string[]>> {
    const texts = await this.texts.ofCluster(unit, clusterId);
    const stated = await this.texts.statedEcosystems(unit, clusterId);
    const found = new Map<string, Set<string>>();
    const add = (organisation: string, codes: readonly string[]): void => {
      const known = found.get(organisation) ?? new Set<string>();
      for (const code of codes) known.add(code);
      if (known.size > 0) found.set(organisation, known);
    };
    for (const [organisation, names] of stated)
      add(
        organisation,
        names.flatMap((name) => this.taxonomy.ecosystems.resolve(name)?.code ?? []),
      );
    for (const [at, text] of texts.entries()) {
      if (at % atOnce === 0) await turn();
      add(text.organisationId, this.#ofText(text));
    }
    const order = this.taxonomy.ecosystems.terms.map(({ code }) => code);
    return new Map(
      [...found].map(([organisation, codes]) => [organisation, order.filter((code) => codes.has(code))]),
    );
  }

  #ofText(text: ClusterText): readonly string[] {
    const key = `${text.id} ${text.version}`;
    const known = this.#remembered.get(key);
    if (known) return known;
    const codes = ecosystemsOf([text], this.taxonomy).map(({ code }) => code);
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    this.#remembered.set(key, codes);
    return codes;
  }
}
