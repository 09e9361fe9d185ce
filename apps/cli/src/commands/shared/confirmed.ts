import type { Cli } from "../../cli.ts";

/** Whether `--yes` was given or the person says yes; a no is told. */
export async function confirmed(
  { ask, results }: Cli,
  { yes, message }: { yes: true | undefined; message: string },
): Promise<boolean> {
  if (yes === true || (await ask.confirm({ message, flag: "--yes" }))) return true;
  results.note("Nothing was changed.");
  return false;
}
