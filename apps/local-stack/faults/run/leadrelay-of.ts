import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { demoOwnerOf } from "../../harness/demo-owner-of.ts";
import { leadrelayIn, type Leadrelay } from "../../harness/leadrelay-in.ts";
import type { Run } from "./run.ts";

/** The command line, signed in as the demo's owner; what it keeps goes with the stack's state. */
export async function leadrelayOf({ stack }: Pick<Run, "stack">): Promise<Leadrelay> {
  const folder = join(stack.stateDir, "cli");
  mkdirSync(folder, { recursive: true });
  const leadrelay = leadrelayIn(folder, stack);
  const { email, password } = await demoOwnerOf(stack);
  const { code, err } = await leadrelay.run(["login", "--email", email, "--stdin"], password);
  if (code !== 0) throw new Error(`login ended with ${code}: ${err}`);
  return leadrelay;
}
