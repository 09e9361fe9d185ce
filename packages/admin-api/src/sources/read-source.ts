import type { SourceDetails } from "@leadrelay/db/sources/source";
import { findSource } from "@leadrelay/db/sources/find-source";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { findDoor } from "@leadrelay/sources/doors";
import type { SourceDoor } from "@leadrelay/sources/door";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";

/** The source with this id, deleted or not. Throws the 404 that hides other tenants. */
export async function readSource(
  id: string,
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<SourceDetails> {
  const [found] = await runOne(control, findSource(scope, id));
  if (found === undefined) throw notFound("source");
  return found;
}

/** The same, to be changed. Throws the 409 of a source that was deleted. */
export async function readLiveSource(...asked: Parameters<typeof readSource>): Promise<SourceDetails> {
  const source = await readSource(...asked);
  if (source.deleted_at !== null) throw apiProblem("conflict", "This source was deleted: add a new one.");
  return source;
}

/** Throws the 409 of a kind that this version does not know. */
export function requireDoor(kind: string): SourceDoor<unknown> {
  const door = findDoor(kind);
  if (door === undefined)
    throw apiProblem(
      "conflict",
      `This version knows no sources of the kind ${kind}: it was added by a later one.`,
    );
  return door;
}
