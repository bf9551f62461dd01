import type { PictureType } from '../clusters/picture.js';

/** With these nobody can make a page of a picture, whatever its bytes are. */
export const logoHeaders = (type: PictureType, kept: 'no-cache' | 'max-age=86400') => ({
  'content-type': type,
  'x-content-type-options': 'nosniff',
  'content-security-policy': `default-src 'none'; sandbox`,
  'cache-control': `private, ${kept}`,
});
