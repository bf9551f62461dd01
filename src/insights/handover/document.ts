/** What a document says, whatever file it is written to: nothing else can stand in one, so nothing else can be planted. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** small print: sources, dates */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly headings: readonly string[];
      /** shares of the width, one per heading */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

export interface WrittenDocument {
  readonly title: string;
  /** `en`, `it` */
  readonly language: string;
  readonly blocks: readonly Block[];
}
