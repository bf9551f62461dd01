const fallback = '#0b5cad';

/** Relative luminance of WCAG 2.1, 0 to 1. */
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of white on a colour, 1 to 21. */
const contrastWithWhite = (rgb: readonly number[]): number => 1.05 / (luminance(rgb) + 0.05);

/** A colour on which white can be read at 4.5 to 1: the one given, darkened as far as need be. */
export function readableColour(colour: string): string {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex === undefined) return fallback;
  let rgb = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  while (contrastWithWhite(rgb) < 4.5) rgb = rgb.map((value) => Math.floor(value * 0.94));
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
