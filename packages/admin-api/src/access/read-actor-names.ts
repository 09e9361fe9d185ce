import { actorNames } from "@leadrelay/db/operators/actor-names";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";

/** What whoever did something is called: an operator's e-mail address, a key's name; the id of those who are no more. */
export type ActorNames = (id: string) => string;

/** Looks up whoever rows of the scope name as having done something. */
export async function readActorNames(
  ids: readonly (string | null)[],
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<ActorNames> {
  const wanted = [...new Set(ids.filter((id) => id !== null))].filter((id) => id !== "system");
  if (wanted.length === 0) return toName(new Map());
  const found = await runOne(control, actorNames(scope, wanted));
  return toName(new Map(found.map(({ id, name }) => [id, name])));
}

const toName =
  (known: ReadonlyMap<string, string>): ActorNames =>
  (id) =>
    known.get(id) ?? (id === "system" ? "LeadRelay" : id);
