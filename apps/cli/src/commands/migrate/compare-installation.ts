import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";

/**
 * What the installation signed in to says of its migrations, where that is not what this database says: then it has
 * another one. Undefined where they agree, and where nobody is signed in or may be told.
 */
export async function disagreement(cli: Cli, pending: readonly string[]): Promise<string | undefined> {
  if (cli.settings().url === undefined) return undefined;
  const url = cli.url();
  try {
    const { checks } = await answerOf(cli.api().GET("/api/health"));
    const said = checks.find(({ name }) => name === "migrations");
    if (said === undefined || (said.state === "ok") === (pending.length === 0)) return undefined;
    return `Not the database of ${url}, which you are signed in to: of that it says "${said.message}"`;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.parts.ending !== "error") return undefined;
    return `Whether this is the database of ${url} is not known: ${error.parts.title}`;
  }
}
