import type { Cli } from "../../cli.ts";
import type { StoredCredential } from "../../credentials/credentials-file.ts";
import { signIn } from "../../sign-in/sign-in.ts";
import { usageFailure } from "../../exit/failure.ts";
import { readStdin } from "../../prompts/read-stdin.ts";

interface LoginOptions {
  email?: string;
  keyId?: string;
  stdin?: true;
  code?: string;
}

/** Signs in, or takes the access key: by what the options say, else by asking. */
export async function askCredential(cli: Cli, url: string, options: LoginOptions): Promise<StoredCredential> {
  const { ask, outside } = cli;
  const { email: givenEmail, keyId, stdin, code } = options;
  if (keyId !== undefined) {
    if (givenEmail !== undefined)
      throw usageFailure("--email and --key-id are two ways to sign in: give one.");
    const secret = outside.env["LEADRELAY_KEY_SECRET"] ?? (await secretly(cli, stdin, "The key's secret"));
    return { kind: "key", url, key_id: keyId, secret };
  }
  const email = givenEmail ?? (await ask.text({ message: "E-mail", flag: "--email <address>" }));
  const password = await secretly(cli, stdin, "Password");
  const askCode = async () =>
    code ?? ask.text({ message: "Code of your authenticator", flag: "--code <digits>" });
  return signIn(outside, { url, email, password, askCode });
}

const secretly = ({ ask, outside }: Cli, fromStdin: true | undefined, message: string) =>
  fromStdin === true
    ? readStdin(outside.stdin, message.toLowerCase())
    : ask.secret({ message, flag: "--stdin" });
