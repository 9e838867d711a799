/** Redraws the municipalities of Sweden as small SVG paths in the national grid, keyed by municipality code. */
import { readFileSync, writeFileSync } from "node:fs";

import { parquetReadObjects } from "hyparquet";

import { sweref99tm } from "./sweref.mjs";

/** Metres a unit of the drawing stands for, and where its origin lies (north and west of the whole country). */
const UNIT = 20;
const NORTH = 7_700_000;
const WEST = 200_000;

function toDrawing([longitude, latitude]) {
  const { north, east } = sweref99tm(latitude, longitude);
  return [Math.round((east - WEST) / UNIT), Math.round((NORTH - north) / UNIT)];
}

/** A closed SVG path in relative steps, which are short because neighbouring points are near. */
function path(ring) {
  const steps = [];
  let [x, y] = ring[0];
  for (const [nextX, nextY] of ring.slice(1, -1)) {
    if (nextX === x && nextY === y) continue;
    steps.push(`${nextX - x} ${nextY - y}`);
    [x, y] = [nextX, nextY];
  }
  return `M${ring[0].join(" ")}l${steps.join(" ")}z`;
}

/** Twice the area that the ring encloses; its sign tells the direction. */
function area(ring) {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);
}

function distanceToSegment([px, py], [ax, ay], [bx, by]) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length ? Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length)) : 0;
  return Math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay));
}

function inside([px, py], ring) {
  let within = false;
  ring.slice(1).forEach(([bx, by], i) => {
    const [ax, ay] = ring[i];
    if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) within = !within;
  });
  return within;
}

/** The point farthest from every border, where a name is best put: searched on a grid, then around the best. */
function labelPoint(ring, box) {
  let best = { point: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], room: -Infinity };
  let [west, north, east, south] = box;
  for (let round = 0; round < 4; round += 1) {
    const [stepX, stepY] = [(east - west) / 16, (south - north) / 16];
    for (let x = west; x <= east; x += stepX || 1) {
      for (let y = north; y <= south; y += stepY || 1) {
        if (!inside([x, y], ring)) continue;
        const room = Math.min(...ring.slice(1).map((end, i) => distanceToSegment([x, y], ring[i], end)));
        if (room > best.room) best = { point: [x, y], room };
      }
    }
    const [x, y] = best.point;
    [west, north, east, south] = [x - stepX, y - stepY, x + stepX, y + stepY];
  }
  return best.point.map(Math.round);
}

function draw({ kommun, geometry }) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat().map((ring) => ring.map(toDrawing));
  const [xs, ys] = [0, 1].map((axis) => rings.flat().map((point) => point[axis]));
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const largest = rings.reduce((a, b) => (Math.abs(area(b)) > Math.abs(area(a)) ? b : a));
  return { name: kommun, box, label: labelPoint(largest, box), path: rings.map(path).join("") };
}

/** Writes `{code: {name, box: [x0, y0, x1, y1], label: [x, y], path}}`, north up, y downwards. */
export async function writeMap(parquet, target) {
  const bytes = readFileSync(parquet);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = await parquetReadObjects({ file });
  const drawn = Object.fromEntries(rows.map((row) => [row.kommun_kod, draw(row)]));
  writeFileSync(target, JSON.stringify(drawn));
}
