import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";

/** The client given, else the only one the caller may work for. */
export async function findClient(cli: Cli, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const { grants } = await answerOf(cli.api().GET("/api/me"));
  const [only, ...others] = new Set(grants.flatMap(({ client_ids }) => client_ids));
  if (only === undefined) throw usageFailure("You work for no client: give --client <client>.");
  if (others.length > 0)
    throw usageFailure(
      `You work for several clients: give --client <client>, one of ${named([only, ...others])}.`,
      "`leadrelay client list` names them.",
    );
  return only;
}

const mostNamed = 10;

const named = (ids: readonly string[]) =>
  [...ids.slice(0, mostNamed), ...(ids.length > mostNamed ? ["…"] : [])].join(", ");
