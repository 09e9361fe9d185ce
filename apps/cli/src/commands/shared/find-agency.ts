import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";

/** The agency given, else the only one the caller belongs to. */
export async function findAgency(cli: Cli, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const { grants } = await answerOf(cli.api().GET("/api/me"));
  const [only, ...others] = new Set(grants.map(({ agency_id }) => agency_id));
  if (only === undefined) throw usageFailure("You belong to no agency: give --agency <agency>.");
  if (others.length > 0)
    throw usageFailure(
      `You belong to several agencies: give --agency, one of ${[only, ...others].join(", ")}.`,
    );
  return only;
}
