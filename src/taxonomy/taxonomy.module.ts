import { Module } from '@nestjs/common';
import { loadTaxonomy } from './load-taxonomy.js';
import { Taxonomy } from './taxonomy.js';

/** Gives `Taxonomy`, read once at start from `data/taxonomy`; a faulty file stops the start, naming file and line. */
@Module({
  providers: [{ provide: Taxonomy, useFactory: () => loadTaxonomy() }],
  exports: [Taxonomy],
})
export class TaxonomyModule {}
