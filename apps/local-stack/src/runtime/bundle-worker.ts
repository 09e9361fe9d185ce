import { build } from "esbuild";
import { resolve } from "node:path";
import { repositoryRoot } from "../settings/repository-root.ts";

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

/** One ES module: a Worker as it is. */
export function bundlePlain(main: string): Promise<string> {
  return bundle(`export * from ${JSON.stringify(main)}; export { default } from ${JSON.stringify(main)};`);
}

async function bundle(contents: string): Promise<string> {
  const built = await build({
    stdin: { contents, resolveDir: repositoryRoot, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    // Without `workerd`, packages that ship a native path for it fall back to slow JavaScript.
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
    logLevel: "silent",
  });
  const [file] = built.outputFiles;
  if (file === undefined) throw new Error("esbuild wrote nothing");
  return file.text;
}
