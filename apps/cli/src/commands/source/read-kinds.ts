import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";

export type SourceKind = components["schemas"]["SourceKind"];

/** Where leads can come from, as this installation says. */
export async function readSourceKinds(cli: Cli): Promise<SourceKind[]> {
  return (await answerOf(cli.api().GET("/api/source-kinds"))).items;
}

/** One of them. A word that is none is a wrong usage that names those there are. */
export async function findSourceKind(cli: Cli, kind: string): Promise<SourceKind> {
  const kinds = await readSourceKinds(cli);
  const found = kinds.find((one) => one.kind === kind);
  if (found !== undefined) return found;
  const known = kinds.map((one) => one.kind).join(", ");
  throw usageFailure(`There is no kind "${kind}" of sources.`, `there are ${known}: leadrelay source kinds`);
}
