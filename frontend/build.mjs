/**
 * Builds what the browser gets: one style sheet, the scripts and the fonts, into the folder given as `--out`;
 * and into `--print-fonts` the fonts that documents are set in, which are other files of the same family.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { build } from "esbuild";

import { writeMap } from "./map.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const theme = JSON.parse(readFileSync(join(here, "designsystemet.config.json"), "utf8"));

const option = { type: "string" };
const { values: given } = parseArgs({ options: { out: option, municipalities: option, "print-fonts": option } });
if (!given.out || !given.municipalities || !given["print-fonts"]) {
  console.error("usage: node build.mjs --out FOLDER --municipalities PARQUET --print-fonts FOLDER");
  process.exit(2);
}
const printFonts = ["400Regular", "400Regular_Italic", "500Medium", "600SemiBold", "600SemiBold_Italic"];

/** Turns the colours of the theme into Designsystemet's custom properties, by its own command. */
function writeTheme() {
  const command = join(here, "node_modules/@digdir/designsystemet/dist/bin/designsystemet.js");
  const run = (...args) => execFileSync(process.execPath, [command, "tokens", ...args], { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
  run("create", "--config", "designsystemet.config.json");
  run("build", "--tokens", theme.outDir, "--out-dir", join(theme.outDir, "../theme"), "--clean");
}

/** Sets the licences of what the built files contain beside them. */
function writeLicences(inputs) {
  const packages = new Set(inputs.map((path) => /.*node_modules\/((?:@[^/]+\/)?[^./][^/]*)/.exec(path)?.[0]).filter(Boolean));
  const texts = [...packages].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(here, folder, "package.json"), "utf8"));
    const licence = readdirSync(join(here, folder)).find((file) => /^licen[cs]e/i.test(file));
    return `${name} ${version}\n\n${licence ? readFileSync(join(here, folder, licence), "utf8") : ""}`;
  });
  writeFileSync(join(given.out, "licences.txt"), texts.join("\n\n"));
}

/** Copies the weights that documents use, and their licence, into an emptied folder. */
function copyPrintFonts(folder) {
  const family = join(here, "node_modules/@expo-google-fonts/inter");
  const files = ["LICENSE_FONT", ...printFonts.map((weight) => `${weight}/Inter_${weight}.ttf`)];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of files) copyFileSync(join(family, file), join(folder, basename(file)));
}

rmSync(given.out, { recursive: true, force: true });
writeTheme();
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { radslag: "css/main.css", "radslag-script": "js/main.js", "radslag-editing": "js/editing.js", "radslag-editor": "js/editor.js" },
  outdir: given.out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome109", "firefox115", "safari16"],
  alias: { theme: join(here, theme.outDir, "../theme/radslag.css") },
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});
writeLicences(Object.keys(metafile.inputs));
await writeMap(given.municipalities, join(given.out, "municipalities.json"));
copyPrintFonts(given["print-fonts"]);
