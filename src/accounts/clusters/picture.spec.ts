import fc from 'fast-check';

import { readPicture } from './picture.js';

/** A PNG of one pixel, made by hand. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('ffc0000b0800200040010111 00'.replace(' ', ''), 'hex'),
  Buffer.from('ffd9', 'hex'),
]);

describe('a picture', () => {
  it('is told by its bytes', () => {
    expect(readPicture(png)).toEqual({ type: 'image/png', width: 1, height: 1 });
    expect(readPicture(jpeg)).toEqual({ type: 'image/jpeg', width: 64, height: 32 });
    const webp = Buffer.alloc(30);
    webp.write('RIFF', 0, 'latin1');
    webp.writeUInt32LE(22, 4);
    webp.write('WEBPVP8X', 8, 'latin1');
    webp.writeUIntLE(199, 24, 3);
    webp.writeUIntLE(99, 27, 3);
    expect(readPicture(webp)).toEqual({ type: 'image/webp', width: 200, height: 100 });
  });

  it.each([
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a picture cut off', png.subarray(0, png.length - 4)],
    ['a page behind a picture', Buffer.concat([png, Buffer.from('<script>alert(1)</script>')])],
    ['nothing', ''],
  ])('is not %s', (_what, bytes) => {
    expect(readPicture(Buffer.from(bytes))).toBeNull();
  });

  it('reads any bytes in a finite time without falling over', () => {
    const begin = fc.constantFrom(png.subarray(0, 16), jpeg.subarray(0, 4), Buffer.from('RIFF'));
    fc.assert(
      fc.property(begin, fc.uint8Array({ maxLength: 400 }), (head, rest) => {
        expect(() => readPicture(Buffer.concat([head, rest]))).not.toThrow();
      }),
    );
  });
});
