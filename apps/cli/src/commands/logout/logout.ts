import { Command } from "@commander-js/extra-typings";
import { postAuth } from "../../sign-in/post-auth.ts";
import type { Cli } from "../../cli.ts";
import { readCredential, writeCredential } from "../../credentials/credentials-file.ts";
import { mergeCookies } from "../../credentials/session-cookies.ts";
import { Failure } from "../../exit/failure.ts";

export const logout = (cli: Cli) =>
  new Command("logout")
    .description("end the session, and forget what this profile signs in with")
    .action(async () => {
      const { profile } = cli.settings();
      const credential = readCredential(cli.outside, profile);
      if (credential === undefined) {
        cli.results.nothing(`The profile ${profile} is not signed in.`);
        return;
      }
      // Forgotten here first: a server that does not answer must not keep you signed in.
      writeCredential(cli.outside, profile, null);
      const { url } = credential;
      if (credential.kind === "session") await endSession(cli, url, credential.cookie);
      cli.results.show({ profile, url }, () => `Signed out of ${url} (profile ${profile}).\n`);
    });

async function endSession({ outside }: Cli, url: string, cookie: string): Promise<void> {
  const cookies = mergeCookies(new Map(), cookie.split("; "));
  try {
    await postAuth(outside, { url, path: "/sign-out", cookies });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.parts.ending === "auth") return;
    throw new Failure(
      {
        ...error.parts,
        title: `This machine has forgotten the session; the server could not be told. ${error.parts.title}`,
      },
      { cause: error },
    );
  }
}
