/**
 * About where the middle of each NUTS 2 region is, in degrees: good enough for a point on a map of Europe, written by hand.
 * `AT11 47.5 16.5`: code, latitude, longitude. Codes of the vintages 2016 to 2024.
 */
const written = `
AT11 47.5 16.4;AT12 48.3 15.7;AT13 48.2 16.4;AT21 46.7 13.9;AT22 47.2 15.2;AT31 48.1 14.0;AT32 47.4 13.2;AT33 47.2 11.4;AT34 47.2 9.9
BE10 50.8 4.4;BE21 51.2 4.7;BE22 50.9 5.4;BE23 51.0 3.8;BE24 50.9 4.6;BE25 51.0 3.1;BE31 50.7 4.6;BE32 50.5 4.0;BE33 50.5 5.7;BE34 50.0 5.5;BE35 50.3 4.8
BG31 43.5 23.5;BG32 43.3 25.6;BG33 43.5 27.2;BG34 42.5 26.7;BG41 42.4 23.2;BG42 42.0 25.0
CH01 46.5 6.9;CH02 46.9 7.4;CH03 47.5 7.8;CH04 47.4 8.6;CH05 47.0 9.4;CH06 47.0 8.3;CH07 46.3 8.8
CY00 35.0 33.2
CZ01 50.1 14.4;CZ02 49.9 14.7;CZ03 49.3 13.8;CZ04 50.4 13.5;CZ05 50.4 15.7;CZ06 49.2 16.2;CZ07 49.5 17.4;CZ08 49.8 18.2
DE11 48.9 9.4;DE12 49.1 8.5;DE13 48.1 8.0;DE14 48.2 9.5;DE21 48.1 11.8;DE22 48.7 12.9;DE23 49.4 12.1;DE24 49.9 11.4;DE25 49.4 10.7;DE26 50.0 9.9;DE27 48.0 10.4
DE30 52.5 13.4;DE40 52.4 13.4;DE50 53.1 8.8;DE60 53.6 10.0;DE71 50.0 8.9;DE72 50.7 8.7;DE73 51.1 9.4;DE80 53.8 12.5;DE91 52.2 10.4;DE92 52.4 9.6;DE93 53.2 9.8;DE94 52.8 7.9
DEA1 51.3 6.7;DEA2 50.8 6.9;DEA3 51.9 7.5;DEA4 51.9 8.8;DEA5 51.3 7.9;DEB1 50.3 7.3;DEB2 49.9 6.7;DEB3 49.6 8.0;DEC0 49.4 6.9;DED2 51.1 14.2;DED4 50.7 12.7;DED5 51.3 12.6;DEE0 51.9 11.7;DEF0 54.2 9.8;DEG0 50.9 11.0
DK01 55.7 12.5;DK02 55.4 11.6;DK03 55.3 9.3;DK04 56.2 9.3;DK05 57.0 9.8
EE00 58.7 25.5
EL30 38.0 23.7;EL41 39.1 26.2;EL42 36.6 27.2;EL43 35.2 24.9;EL51 41.1 25.2;EL52 40.7 22.9;EL53 40.3 21.5;EL54 39.6 20.8;EL61 39.5 22.2;EL62 38.8 20.6;EL63 38.3 21.6;EL64 38.7 22.9;EL65 37.3 22.3
ES11 42.8 -7.9;ES12 43.3 -5.9;ES13 43.2 -4.0;ES21 43.0 -2.6;ES22 42.7 -1.7;ES23 42.3 -2.5;ES24 41.5 -0.7;ES30 40.4 -3.7;ES41 41.8 -4.8;ES42 39.5 -3.0;ES43 39.2 -6.1;ES51 41.8 1.6;ES52 39.4 -0.7;ES53 39.6 2.9;ES61 37.4 -4.6;ES62 38.0 -1.5;ES63 35.9 -5.3;ES64 35.3 -2.9;ES70 28.3 -16.0
FI19 62.5 24.0;FI1B 60.3 24.9;FI1C 60.7 23.5;FI1D 65.0 27.0;FI20 60.2 20.0
FR10 48.7 2.5;FRB0 47.5 1.7;FRC1 47.2 4.5;FRC2 47.2 6.3;FRD1 49.0 -0.4;FRD2 49.4 1.0;FRE1 50.5 2.7;FRE2 49.6 2.8;FRF1 48.3 7.5;FRF2 48.8 4.4;FRF3 48.7 6.2;FRG0 47.5 -0.7;FRH0 48.2 -2.9
FRI1 44.4 -0.3;FRI2 45.8 1.7;FRI3 46.2 0.0;FRJ1 43.7 3.5;FRJ2 43.7 1.5;FRK1 45.6 3.2;FRK2 45.5 5.2;FRL0 43.9 6.1;FRM0 42.2 9.1
HR02 45.3 17.7;HR03 44.2 15.6;HR04 45.8 16.0;HR05 45.8 16.0;HR06 46.1 16.5
HU11 47.5 19.1;HU12 47.4 19.4;HU21 47.2 18.3;HU22 47.2 17.0;HU23 46.4 18.0;HU31 48.0 20.5;HU32 47.5 21.6;HU33 46.5 20.2
IE04 53.9 -8.8;IE05 52.5 -8.1;IE06 53.4 -6.6
IS00 64.9 -18.6
ITC1 45.0 7.9;ITC2 45.7 7.4;ITC3 44.3 8.7;ITC4 45.6 9.8;ITF1 42.2 13.9;ITF2 41.7 14.6;ITF3 40.9 14.8;ITF4 41.0 16.6;ITF5 40.5 16.1;ITF6 39.0 16.4;ITG1 37.6 14.2;ITG2 40.1 9.0
ITH1 46.7 11.4;ITH2 46.1 11.1;ITH3 45.6 11.8;ITH4 46.1 13.1;ITH5 44.5 11.2;ITI1 43.4 11.1;ITI2 43.0 12.5;ITI3 43.4 13.1;ITI4 42.0 12.7
LI00 47.1 9.5
LT01 54.7 25.2;LT02 55.3 23.6
LU00 49.7 6.1
LV00 56.9 24.9
MT00 35.9 14.4
NL11 53.2 6.8;NL12 53.1 5.8;NL13 52.9 6.6;NL21 52.4 6.4;NL22 52.1 6.0;NL23 52.5 5.6;NL31 52.1 5.2;NL32 52.6 4.9;NL33 52.0 4.5;NL34 51.4 3.8;NL35 52.1 5.2;NL36 52.0 4.5;NL41 51.6 5.2;NL42 51.2 5.9
NO02 61.3 10.5;NO06 64.0 11.5;NO07 68.5 16.5;NO08 60.0 10.5;NO09 58.9 8.5;NO0A 61.0 6.5
PL21 49.9 20.3;PL22 50.3 19.0;PL41 52.3 17.2;PL42 53.6 15.6;PL43 52.2 15.4;PL51 51.1 16.5;PL52 50.6 17.9;PL61 53.1 18.5;PL62 53.9 20.8;PL63 54.2 18.0;PL71 51.6 19.4;PL72 50.8 20.8;PL81 51.2 22.9;PL82 49.9 22.2;PL84 53.3 22.9;PL91 52.2 21.0;PL92 52.3 21.0
PT11 41.4 -7.9;PT15 37.2 -8.2;PT16 40.1 -8.0;PT17 38.8 -9.1;PT18 38.2 -8.0;PT19 40.4 -7.9;PT1A 38.8 -9.1;PT1B 38.5 -8.8;PT1C 38.4 -7.9;PT1D 39.3 -8.7;PT20 38.5 -28.0;PT30 32.7 -17.0
RO11 47.0 23.6;RO12 46.3 25.2;RO21 46.8 27.1;RO22 45.2 27.7;RO31 44.6 25.6;RO32 44.4 26.1;RO41 44.4 23.7;RO42 45.6 22.1
SE11 59.4 18.1;SE12 58.9 16.2;SE21 57.1 15.4;SE22 55.9 13.6;SE23 58.1 12.6;SE31 60.9 14.9;SE32 62.9 15.8;SE33 66.2 19.4
SI03 46.2 15.3;SI04 46.0 14.1
SK01 48.3 17.2;SK02 48.4 18.0;SK03 48.8 19.3;SK04 48.9 21.3
UKC1 54.6 -1.5;UKC2 55.2 -1.9;UKD1 54.6 -2.9;UKD3 53.5 -2.3;UKD4 53.9 -2.6;UKD6 53.2 -2.6;UKD7 53.4 -2.9;UKE1 53.8 -0.4;UKE2 54.2 -1.3;UKE3 53.5 -1.3;UKE4 53.8 -1.7;UKF1 53.0 -1.4;UKF2 52.6 -1.0;UKF3 53.1 -0.3
UKG1 52.2 -2.3;UKG2 52.8 -2.3;UKG3 52.5 -1.9;UKH1 52.5 0.7;UKH2 51.9 -0.4;UKH3 51.7 0.5;UKI3 51.5 -0.2;UKI4 51.5 -0.1;UKI5 51.5 0.2;UKI6 51.4 -0.1;UKI7 51.5 -0.3;UKJ1 51.8 -1.0;UKJ2 51.0 -0.3;UKJ3 51.1 -1.3;UKJ4 51.2 0.8
UKK1 51.4 -2.2;UKK2 51.0 -2.6;UKK3 50.4 -4.8;UKK4 50.7 -3.8;UKL1 52.0 -4.0;UKL2 51.9 -3.0;UKM5 57.3 -2.6;UKM6 57.5 -5.0;UKM7 56.3 -3.5;UKM8 55.8 -4.4;UKM9 55.2 -3.9;UKN0 54.6 -6.7`;

/** Latitude and longitude, in degrees. */
export type Point = readonly [number, number];

const points: ReadonlyMap<string, Point> = new Map(
  written
    .split(/[;\n]/)
    .filter((one) => one !== '')
    .map((one) => one.split(' '))
    .map(([code = '', lat, lon]) => [code, [Number(lat), Number(lon)]]),
);

/** The middle of a country whose regions are not known here. */
const countries: Readonly<Record<string, Point>> = {
  AL: [41.1, 20.0],
  BA: [44.2, 17.8],
  BY: [53.5, 28.0],
  GE: [42.1, 43.5],
  MD: [47.2, 28.5],
  ME: [42.8, 19.2],
  MK: [41.6, 21.7],
  RS: [44.2, 20.8],
  TR: [39.0, 35.0],
  UA: [49.0, 31.5],
  XK: [42.6, 20.9],
};

/** GR and GB are EL and UK in codes of regions. */
const statistical: Readonly<Record<string, string>> = { GR: 'EL', GB: 'UK' };

/**
 * Where to draw somebody of a place: the middle of the NUTS 2 region (a longer code is cut to it), or of the country; null outside of what
 * this map knows.
 */
export function pointOf(nuts: string | null, country: string | null): Point | null {
  const region = nuts === null ? undefined : points.get(nuts.slice(0, 4));
  if (region) return region;
  const code = country ?? nuts?.slice(0, 2) ?? '';
  return countries[code] ?? middleOf(statistical[code] ?? code);
}

function middleOf(country: string): Point | null {
  const own = [...points].filter(([code]) => code.startsWith(country)).map(([, point]) => point);
  if (country === '' || own.length === 0) return null;
  const mean = (at: 0 | 1): number => own.reduce((sum, point) => sum + point[at], 0) / own.length;
  return [mean(0), mean(1)];
}
