/**
 * The word by which the content security policy knows the style elements of this page: the service makes one for
 * every answer. Scripts have none: they come from files alone.
 */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

// what keeps a page from scrolling under a dialogue asks for it under this name
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = styleNonce();
