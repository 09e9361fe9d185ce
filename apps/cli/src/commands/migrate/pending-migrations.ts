import { Failure } from "../../exit/failure.ts";
import type { Outside } from "../../outside/outside.ts";
import { runWrangler } from "./run-wrangler.ts";

/** The migrations the database does not have yet, by file name, in their order. */
export async function pendingMigrations(
  outside: Pick<Outside, "runProgram">,
  target: readonly string[],
): Promise<string[]> {
  const { status, output } = await runWrangler(outside, "list", target);
  if (status !== 0)
    throw new Failure({
      ending: "error",
      title: "wrangler could not tell which migrations are missing.",
      detail: output.trim(),
      whatToDo:
        "for --remote, log in with `npx wrangler login` and write the ids into wrangler.consumer.toml.",
    });
  return [...new Set(output.match(/\b\d{4}_\w+\.sql\b/g))];
}
