import { shortestPassword } from "@leadrelay/contracts/password-length";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { readStdin } from "../../prompts/read-stdin.ts";

/** As the API asks for it, so that nobody types a password twice that is refused. */
const judge = (password: string | undefined): string | undefined =>
  (password ?? "").length < shortestPassword
    ? `A password has at least ${shortestPassword} characters.`
    : undefined;

/** A password that nobody has yet: piped in, or typed twice, as it is not shown. */
export async function askNewPassword({ ask, outside }: Cli, fromStdin: true | undefined): Promise<string> {
  if (fromStdin === true) {
    const piped = await readStdin(outside.stdin, "the password");
    const wrong = judge(piped);
    if (wrong !== undefined) throw usageFailure(wrong);
    return piped;
  }
  const password = await ask.secret({ message: "A password of your own", flag: "--stdin", check: judge });
  const again = await ask.secret({ message: "The same again", flag: "--stdin" });
  if (again !== password) throw usageFailure("These are two different passwords.", "run it again.");
  return password;
}
