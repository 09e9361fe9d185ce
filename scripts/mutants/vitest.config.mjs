import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Stryker copies the packages to a folder of its own and runs this file there.
const root = fileURLToPath(new URL("../..", import.meta.url));

/** One "test" that is asked for each mutant and runs the pure tests of the packages that are mutated. */
export default defineConfig({
  plugins: [
    {
      name: "tests-tell-what-they-are",
      enforce: "pre",
      resolveId: (source, importer) =>
        source === "vitest" && importer?.includes("/packages/")
          ? `${root}/scripts/mutants/worker/collected-tests.mjs`
          : undefined,
    },
  ],
  // The links in node_modules lead back to the originals, which have no mutants in them.
  resolve: {
    alias: [
      { find: /^@leadrelay\/([^/]+)\/test\/(.+)$/, replacement: `${root}/packages/$1/test/$2.ts` },
      { find: /^@leadrelay\/([^/]+)\/(.+)$/, replacement: `${root}/packages/$1/src/$2.ts` },
    ],
  },
  test: {
    root,
    include: ["scripts/mutants/worker/run-tests.mjs"],
    pool: "threads",
    maxWorkers: 1,
    testTimeout: 0,
    reporters: [{}],
    silent: true,
    // What a mutant leaves unhandled after its test has ended says nothing about the next one.
    dangerouslyIgnoreUnhandledErrors: true,
  },
});
