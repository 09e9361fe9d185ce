import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";

interface Tried {
  url: string;
  /** Whether it was to be accepted as somebody new. */
  asNew: boolean;
}

/** Why an invitation was not accepted, for whoever does not know whose link it is, or that it is used up. */
export async function explainRefusal(cli: Cli, error: unknown, { url, asNew }: Tried): Promise<unknown> {
  if (!(error instanceof Failure)) return error;
  const { parts } = error;
  const login = `leadrelay login --url ${url}`;
  const status = parts.problem?.status;
  if (status === 409 && parts.detail?.includes("accepted") === true)
    return new Failure({ ...parts, whatToDo: `if you have accepted it already, sign in: ${login}` });
  if (asNew) {
    const here = `if you have an account there: \`${login}\`, then run it again without --name.`;
    return status === 401 || status === 422 ? new Failure({ ...parts, whatToDo: here }) : error;
  }
  if (status !== 401 && status !== 422) return error;
  const you = await answerOf(cli.api().GET("/api/me")).catch(() => undefined);
  if (you === undefined) return error;
  return new Failure({
    ending: parts.ending,
    title: `This link is for another address than yours. You are signed in as ${you.name}.`,
    whatToDo: `if you have an account under that address, \`leadrelay logout\`, \`${login}\` and run it again; if you are new, run it again with --name <your name>: it asks for a password.`,
  });
}
