import { outline } from './europe-outline.js';
import type { Point } from './region-points.js';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const centre = { lambda: radians(10), phi: radians(52) };
const earth = 6_371_000;

/** Where a place is in the picture, in its pixels; the outline was drawn with the same projection. */
export function project([lat, lon]: Point): { readonly x: number; readonly y: number } {
  const [lambda, phi] = [radians(lon) - centre.lambda, radians(lat)];
  const { sin, cos } = Math;
  const k =
    earth * Math.sqrt(2 / (1 + sin(centre.phi) * sin(phi) + cos(centre.phi) * cos(phi) * cos(lambda)));
  const x = k * cos(phi) * sin(lambda);
  const y = k * (cos(centre.phi) * sin(phi) - sin(centre.phi) * cos(phi) * cos(lambda));
  return { x: (x - outline.west) * outline.scale, y: (outline.north - y) * outline.scale };
}

/** Whether a point of the picture is inside its frame. */
export const isShown = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
  x >= 0 && x <= outline.width && y >= 0 && y <= outline.height;
