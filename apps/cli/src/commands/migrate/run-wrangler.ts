import { join } from "node:path";
import type { Outside } from "../../outside/outside.ts";
import { repositoryRoot } from "./repository-root.ts";

/** Runs `wrangler d1 migrations list` or `apply` on the consumer's database. */
export const runWrangler = (
  { runProgram }: Pick<Outside, "runProgram">,
  verb: "list" | "apply",
  target: readonly string[],
): Promise<{ status: number; output: string }> =>
  runProgram(
    join(repositoryRoot, "node_modules", ".bin", "wrangler"),
    ["d1", "migrations", verb, "DB", "-c", "wrangler.consumer.toml", ...target],
    { cwd: repositoryRoot, shown: verb === "apply" },
  );
