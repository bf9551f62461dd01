declare const brand: unique symbol;

/** A primitive that only its own kind may stand in for: `Brand<string, 'OrganisationId'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
