import { build, version, type Metafile } from "esbuild";
import { resolve } from "node:path";
import { repositoryRoot } from "../settings/repository-root.ts";
import { keptText } from "../storage/kept-texts.ts";

const localEntry = resolve(import.meta.dirname, "../../entry/wrap-worker.ts");

/** One ES module: the Worker at `main` inside a wrapper, which without another is what Cloudflare's edge would add. */
export function bundleWrapped(main: string, wrapper = localEntry): Promise<string> {
  return bundle(
    [
      `import worker from ${JSON.stringify(main)};`,
      `import { wrapWorker } from ${JSON.stringify(wrapper)};`,
      `export * from ${JSON.stringify(main)};`,
      "export default wrapWorker(worker);",
    ].join("\n"),
  );
}

/** One ES module: a Worker as it is; minified as a deploy does where asked. */
export function bundlePlain(main: string, { minify = false } = {}): Promise<string> {
  return bundle(
    `export * from ${JSON.stringify(main)}; export { default } from ${JSON.stringify(main)};`,
    minify,
  );
}

/** Bundling takes longer than anything else of a start. */
const bundle = (entry: string, minify = false): Promise<string> =>
  keptText(JSON.stringify([version, options, entry, minify]), () => make(entry, minify));

const options = {
  bundle: true,
  format: "esm",
  target: "es2024",
  // Without `workerd`, packages that ship a native path for it fall back to slow JavaScript.
  conditions: ["workerd", "worker", "browser"],
  external: ["cloudflare:*", "node:*"],
  logLevel: "silent",
} as const;

async function make(entry: string, minify: boolean): Promise<{ text: string; sources: string[] }> {
  const built = await build({
    ...options,
    minify,
    conditions: [...options.conditions],
    external: [...options.external],
    stdin: { contents: entry, resolveDir: repositoryRoot, loader: "ts" },
    absWorkingDir: repositoryRoot,
    write: false,
    metafile: true,
  });
  const [file] = built.outputFiles;
  if (file === undefined) throw new Error("esbuild wrote nothing");
  return { text: file.text, sources: sourcesOf(built.metafile) };
}

const sourcesOf = ({ inputs }: Metafile): string[] =>
  Object.keys(inputs)
    .filter((path) => path !== "<stdin>")
    .map((path) => resolve(repositoryRoot, path));
