import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";

const mostNames = 10_000;

/** The names of clients, forms or destinations by id, deleted ones too; none for days and origins, and where the list is not for the caller. */
export async function groupNames(
  cli: Cli,
  by: "day" | "client" | "form" | "destination" | "source" | "campaign",
): Promise<ReadonlyMap<string, string>> {
  const api = cli.api();
  const lists = {
    client: "/api/clients",
    form: "/api/forms",
    destination: "/api/destinations",
  } as const;
  if (by === "day" || by === "source" || by === "campaign") return new Map();
  try {
    const { items } = await takeItems<{ id: string; name: string }>({ limit: mostNames }, (page) =>
      answerOf(api.GET(lists[by], { params: { query: { deleted: "true", ...page } } })),
    );
    return new Map(items.map(({ id, name }) => [id, name]));
  } catch (error) {
    if (error instanceof Failure) return new Map();
    throw error;
  }
}
