// The API's OpenAPI document and the types generated from it; with --check, fails when the committed ones are stale.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
if (process.argv[2] === "--print") {
  // Zod's extension for OpenAPI must be in place before any schema is made: the document's own module sees to that.
  const { openapiDocument } = await import("../packages/admin-api/src/openapi/openapi-document.ts");
  const { default: openapiTypes, astToString } = await import("openapi-typescript");
  const document = openapiDocument();
  const types = astToString(await openapiTypes(structuredClone(document), { alphabetize: true }));
  console.log(JSON.stringify({ document, types }));
} else {
  const self = pathToFileURL(join(root, "scripts", "openapi.mjs")).pathname;
  const made = spawnSync(node24, [self, "--print"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (made.status !== 0) {
    console.error(made.stdout, made.stderr);
    process.exit(1);
  }
  const { document, types } = JSON.parse(made.stdout);
  const header = "// Generated from openapi.json by `pnpm openapi`.\n";
  const files = {
    "openapi.json": `${JSON.stringify(document, null, 2)}\n`,
    "src/schema.gen.ts": header + types,
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, "packages", "client", name);
    if (!process.argv.includes("--check")) writeFileSync(path, text);
    else if (readFileSync(path, "utf8") !== text) {
      console.error(
        `packages/client/${name} is not what the API serves: run \`pnpm openapi\` and commit it with the change.`,
      );
      process.exit(1);
    }
  }
}
