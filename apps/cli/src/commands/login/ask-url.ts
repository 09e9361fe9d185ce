import type { Cli } from "../../cli.ts";
import { readServerUrl } from "../../settings/server-url.ts";
import { usageFailure } from "../../exit/failure.ts";

/** Where `npm start` serves the API. */
const localStack = "http://127.0.0.1:8788";

/** The installation to sign in to: what the settings say, else the person. */
export async function askUrl({ settings, ask }: Cli): Promise<string> {
  const { url } = settings();
  if (url !== undefined) return url;
  const answer = await ask.text({
    message: "Address of the API (as it stands, the local stack)",
    flag: "--url <origin>",
    initial: localStack,
    check: (text) => {
      const read = readServerUrl(text);
      return read.kind === "wrong" ? `It ${read.why}` : undefined;
    },
  });
  const read = readServerUrl(answer);
  if (read.kind === "wrong") throw usageFailure(`The address ${read.why}.`);
  return read.origin;
}
