import { Argument, Command } from "@commander-js/extra-typings";
import { authenticateWith } from "../../api/authenticate.ts";
import type { Cli } from "../../cli.ts";
import { findCredential } from "../../credentials/find-credential.ts";
import { Failure, usageFailure } from "../../exit/failure.ts";
import { readStdin } from "../../prompts/read-stdin.ts";
import { curlCommand } from "./curl-command.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export const sign = (cli: Cli) =>
  new Command("sign")
    .description("sign a request with the profile's access key, and print the curl that sends it")
    .addArgument(new Argument("<method>", "of the request").choices(methods))
    .argument("<path>", "path and query, such as /api/clients?limit=5")
    .option("--body <json>", "what is sent")
    .option("--stdin", "read the body from standard input")
    .addHelpText(
      "after",
      "\nWhat is printed holds for 300 seconds, once. docs/signing.md tells how to sign without this command.",
    )
    .action(async (method, path, { body, stdin }) => {
      const url = cli.url();
      const credential = findCredential(cli.outside, cli.settings(), url);
      if (credential.kind !== "key")
        throw new Failure({
          ending: "auth",
          title: "A session does not sign requests: that takes an access key.",
          whatToDo: "run `leadrelay login --key-id <id>`, or set LEADRELAY_KEY_ID and LEADRELAY_KEY_SECRET.",
        });
      if (!path.startsWith("/"))
        throw usageFailure("The path begins with a slash: give it without the host.");
      const sent = stdin === true ? await readStdin(cli.outside.stdin, "the body") : body;
      if (method === "GET" && sent !== undefined) throw usageFailure("A GET has no body.");
      const request = new Request(new URL(`${url}${path}`), {
        method,
        ...(sent === undefined ? {} : { body: sent, headers: { "content-type": "application/json" } }),
      });
      const signed = await authenticateWith(credential, cli.outside)(request);
      const headers = Object.fromEntries(signed.headers);
      const document = { method, url: signed.url, headers, body: sent ?? null };
      cli.results.show(document, () => curlCommand(document));
    });
