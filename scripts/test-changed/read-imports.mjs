import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { root } from "../install.mjs";

const named = /(?:\bfrom|\bimport|\bimport\(|new URL\()\s*"((?:\.{1,2}\/|@leadrelay\/)[^"]+)"/g;

/** What each of these files imports of the others, types too: `Map<file, file[]>`, by paths from the root. */
export function readImports(files) {
  const exported = exportsOf(files);
  const code = files.filter((file) => /\.(ts|mjs)$/.test(file) && existsSync(join(root, file)));
  return new Map(code.map((file) => [file, importsOf(file, exported)]));
}

function importsOf(file, exported) {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(named)].flatMap(([, to]) =>
    to.startsWith(".") ? [normalize(join(dirname(file), to))] : ofPackage(to, exported),
  );
}

/** `@leadrelay/core/ids/time-of-id` is a file of that package, by the pattern it exports. */
function ofPackage(specifier, exported) {
  const [scope, name, ...rest] = specifier.split("/");
  const found = exported.get(`${scope}/${name}`);
  const target = found?.exports[`./${rest.join("/")}`] ?? found?.exports["./*"]?.replace("*", rest.join("/"));
  return target === undefined ? [] : [normalize(join(found.folder, target))];
}

function exportsOf(files) {
  const manifests = files.filter((file) => /^(apps|packages)\/[^/]+\/package\.json$/.test(file));
  return new Map(
    manifests.map((file) => {
      const { name, exports = {} } = JSON.parse(readFileSync(join(root, file), "utf8"));
      return [name, { folder: dirname(file), exports }];
    }),
  );
}
