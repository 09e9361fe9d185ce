import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { readStdin } from "../../prompts/read-stdin.ts";

/** A password that nobody has yet: piped in, or typed twice, as it is not shown. */
export async function askNewPassword({ ask, outside }: Cli, fromStdin: true | undefined): Promise<string> {
  if (fromStdin === true) return readStdin(outside.stdin, "the password");
  const password = await ask.secret({ message: "A password of your own", flag: "--stdin" });
  const again = await ask.secret({ message: "The same again", flag: "--stdin" });
  if (again !== password) throw usageFailure("These are two different passwords.", "run it again.");
  return password;
}
