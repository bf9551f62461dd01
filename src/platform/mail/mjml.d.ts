/** The part of MJML that we use; it ships no types. */
declare module 'mjml' {
  function mjml2html(
    mjml: string,
    options?: {
      readonly validationLevel?: 'strict' | 'soft' | 'skip';
      /** where a font comes from, by its name */
      readonly fonts?: Readonly<Record<string, string>>;
    },
  ): Promise<{ readonly html: string }>;
  export = mjml2html;
}
