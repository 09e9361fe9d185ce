import { z } from "zod";
import type { Access } from "../access/access.ts";
import { requireActor } from "../access/require-actor.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { openCursor, sealCursor } from "../pages/sealed-cursor.ts";
import { apiProblem } from "../problems/api-problem.ts";

/** As long as whoever makes an export may go on with it. */
const goodForMs = 24 * 3_600_000;

/** An export that was begun, and where it goes on: the cursor of the list it is of, none at its beginning. */
interface Export {
  id: string;
  /** Milliseconds UTC. */
  beganAt: number;
  cursor: string | undefined;
}

const exportSchema = z.object({ id: z.string(), beganAt: z.number(), cursor: z.string() });

/**
 * The export that a cursor goes on with, or a new one. Throws the 400 of one that nobody was given, that somebody else was given, or that is over
 * a day old.
 */
export async function openExport(
  cursor: string | undefined,
  access: Access,
  dependencies: Pick<AdminDependencies, "sealer" | "now" | "newId">,
): Promise<Export> {
  const sealed = await openCursor(cursor, exportsOf(access), dependencies);
  if (sealed === null)
    return { id: `exp_${dependencies.newId()}`, beganAt: dependencies.now(), cursor: undefined };
  const begun = exportSchema.parse(JSON.parse(sealed));
  if (begun.beganAt + goodForMs > dependencies.now()) return begun;
  throw apiProblem(
    "malformed-request",
    "This export was begun more than a day ago: begin it again, without a cursor.",
    {
      errors: [{ field: "cursor", detail: "is over a day old" }],
    },
  );
}

/** The cursor of its next page; null at its end. */
export const sealExport = async (
  { id, beganAt }: Export,
  cursor: string | null,
  access: Access,
  dependencies: Pick<AdminDependencies, "sealer">,
): Promise<string | null> =>
  sealCursor(
    cursor === null ? null : JSON.stringify({ id, beganAt, cursor } satisfies z.input<typeof exportSchema>),
    exportsOf(access),
    dependencies,
  );

/** Sealed for its caller: another's opens as little as one made up. */
function exportsOf(access: Access) {
  const { kind, id } = requireActor(access);
  return { table: "exports", row: `${kind} ${id}` };
}
