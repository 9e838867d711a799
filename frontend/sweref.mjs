/** SWEREF 99 TM, the national grid: Gauss–Krüger on GRS 80, after Lantmäteriet's published formulas. */

const AXIS = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const CENTRAL_MERIDIAN = 15;
const SCALE = 0.9996;
const FALSE_EASTING = 500_000;

const e2 = FLATTENING * (2 - FLATTENING);
const n = FLATTENING / (2 - FLATTENING);
const ROUNDED_RADIUS = (AXIS / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);

/** Coefficients of the conformal latitude, and of the series from the sphere to the ellipsoid. */
const A = e2;
const B = (5 * e2 ** 2 - e2 ** 3) / 6;
const C = (104 * e2 ** 3 - 45 * e2 ** 4) / 120;
const D = (1237 * e2 ** 4) / 1260;
const BETA = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
  (49561 / 161280) * n ** 4,
];

/** Metres north and east of a point given in degrees of WGS 84 (equal to SWEREF 99 within a metre). */
export function sweref99tm(latitude, longitude) {
  const phi = (latitude * Math.PI) / 180;
  const lambda = ((longitude - CENTRAL_MERIDIAN) * Math.PI) / 180;
  const s2 = Math.sin(phi) ** 2;
  const conformal = phi - Math.sin(phi) * Math.cos(phi) * (A + B * s2 + C * s2 ** 2 + D * s2 ** 3);
  const xi = Math.atan2(Math.tan(conformal), Math.cos(lambda));
  const eta = Math.atanh(Math.cos(conformal) * Math.sin(lambda));
  const north = BETA.reduce((sum, beta, i) => sum + beta * Math.sin(2 * (i + 1) * xi) * Math.cosh(2 * (i + 1) * eta), xi);
  const east = BETA.reduce((sum, beta, i) => sum + beta * Math.cos(2 * (i + 1) * xi) * Math.sinh(2 * (i + 1) * eta), eta);
  return { north: SCALE * ROUNDED_RADIUS * north, east: SCALE * ROUNDED_RADIUS * east + FALSE_EASTING };
}
