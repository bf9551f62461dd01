/** The part of MJML that we use; it ships no types. */
declare module 'mjml' {
  function mjml2html(
    mjml: string,
    options?: { readonly validationLevel?: 'strict' | 'soft' | 'skip' },
  ): Promise<{ readonly html: string }>;
  export = mjml2html;
}
