/**
 * `node scripts/make-europe-outline.mjs`: draws web/src/parts/pictures/europe-outline.ts from Natural Earth's countries (public domain,
 * as the package world-atlas brings them), in the projection that European statistics use (ETRS89-LAEA).
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
const world = require('world-atlas/countries-50m.json');
const { numericToAlpha2 } = require('i18n-iso-countries');

const drawn = new Set(
  (
    'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE ' +
    'NO CH IS LI GB AL BA ME MK RS MD UA TR BY GE AD SM MC XK'
  ).split(' '),
);

/** The picture's size, and what part of the projection it shows, in metres. */
const width = 640;
const shown = { west: -2_850_000, east: 2_350_000, south: -2_050_000, north: 2_300_000 };
const scale = width / (shown.east - shown.west);
const height = Math.round((shown.north - shown.south) * scale);

/** Corners nearer to the line than this are left out, in pixels. */
const tolerance = 0.8;
/** Islands smaller than this are left out, in square pixels. */
const smallest = 2.5;

const radians = (degrees) => (degrees * Math.PI) / 180;
const centre = { lambda: radians(10), phi: radians(52) };

/** Lambert's azimuthal equal-area projection on a sphere: near enough for a picture. */
function project([lon, lat]) {
  const [lambda, phi] = [radians(lon) - centre.lambda, radians(lat)];
  const cosine =
    Math.sin(centre.phi) * Math.sin(phi) + Math.cos(centre.phi) * Math.cos(phi) * Math.cos(lambda);
  const k = 6_371_000 * Math.sqrt(2 / (1 + cosine));
  const x = k * Math.cos(phi) * Math.sin(lambda);
  const y =
    k * (Math.cos(centre.phi) * Math.sin(phi) - Math.sin(centre.phi) * Math.cos(phi) * Math.cos(lambda));
  return [(x - shown.west) * scale, (shown.north - y) * scale];
}

function distance([px, py], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** Douglas and Peucker. */
function simplified(points) {
  if (points.length < 3) return points;
  let [at, far] = [0, 0];
  for (let index = 1; index < points.length - 1; index += 1) {
    const away = distance(points[index], points[0], points.at(-1));
    if (away > far) [at, far] = [index, away];
  }
  if (far < tolerance) return [points[0], points.at(-1)];
  return [...simplified(points.slice(0, at + 1)).slice(0, -1), ...simplified(points.slice(at))];
}

const area = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length];
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );

const isInPicture = ([x, y]) => x > -60 && x < width + 60 && y > -60 && y < height + 60;

function pathOf({ type, coordinates }) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons
    .flatMap(([outer]) => {
      const ring = outer.map(project);
      if (!ring.some(isInPicture) || area(ring) < smallest) return [];
      const half = Math.floor(ring.length / 2);
      const kept = [...simplified(ring.slice(0, half + 1)).slice(0, -1), ...simplified(ring.slice(half))];
      return `M${kept.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
    })
    .join('');
}

const countries = feature(world, world.objects.countries)
  .features.map(({ id, properties, geometry }) => ({
    code: properties.name === 'Kosovo' ? 'XK' : numericToAlpha2(String(id)),
    path: geometry ? pathOf(geometry) : '',
  }))
  .filter(({ code, path }) => drawn.has(code) && path !== '')
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const lines = countries.map(({ code, path }) => `  ${code}: '${path}',`);
writeFileSync(
  new URL('../web/src/parts/pictures/europe-outline.ts', import.meta.url),
  `// Made by scripts/make-europe-outline.mjs from Natural Earth (public domain); not to be edited.

/** The picture's size; its middle, and pixels per metre of the projection (ETRS89-LAEA). */
export const outline = { width: ${width}, height: ${height}, west: ${shown.west}, north: ${shown.north}, scale: ${scale.toFixed(9)} } as const;

/** Each country's coast and borders, by ISO code. */
export const countryPaths: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);
console.log(`${countries.length} countries, ${Math.round(lines.join('').length / 1_000)} kB`);
