/** Where people read of a call here. @param base the service's address */
export const callPage = (base: string, { identifier }: { readonly identifier: string }): string =>
  `${base}/opportunities/${encodeURIComponent(identifier)}`;
