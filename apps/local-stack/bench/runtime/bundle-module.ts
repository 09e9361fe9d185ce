import { resolve } from "node:path";
import { bundlePlain } from "../../src/runtime/bundle-worker.ts";

/** A Worker's entry as Miniflare takes it, without the local stack's wrapper around it. @param main Absolute, or a name in `bench/workers`. */
export async function bundleModule(main: string, options: { minify?: boolean } = {}) {
  const file = resolve(import.meta.dirname, "../workers", main);
  return [{ type: "ESModule" as const, path: "worker.js", contents: await bundlePlain(file, options) }];
}
