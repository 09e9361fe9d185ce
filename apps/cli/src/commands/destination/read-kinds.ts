import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";

export type DestinationKind = components["schemas"]["DestinationKind"];

/** What leads can be sent to, as this installation says. */
export async function readKinds(cli: Cli): Promise<DestinationKind[]> {
  return (await answerOf(cli.api().GET("/api/destination-kinds"))).items;
}

/** One of them. A word that is none is a wrong usage that names those there are. */
export async function findKind(cli: Cli, kind: string): Promise<DestinationKind> {
  const kinds = await readKinds(cli);
  const found = kinds.find((one) => one.kind === kind);
  if (found !== undefined) return found;
  const known = kinds.map((one) => one.kind).join(", ");
  throw usageFailure(
    `There is no kind "${kind}" of destinations.`,
    `there are ${known}: leadrelay destination kinds`,
  );
}
