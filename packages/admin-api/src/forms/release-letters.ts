import { lettersOfForm } from "@leadrelay/db/dead-letters/letters-of-form";
import { markReplayed } from "@leadrelay/db/dead-letters/mark-replayed";
import type { FormDetails } from "@leadrelay/db/forms/form";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { requeueLetters } from "@leadrelay/delivery/replay/requeue-letters";
import type { ReplayDependencies } from "@leadrelay/delivery/replay/replay-dependencies";

const mostAtOnce = 500;

/**
 * Puts what came for the form's key while it took no posts back on the queue, and returns what closes those letters. Only what came since the
 * form was made: letters of before belong to whoever had the key in mind then. Throws when the queue takes nothing.
 */
export async function releaseLetters(
  { form_key, created_at }: Pick<FormDetails, "form_key" | "created_at">,
  by: string,
  dependencies: Pick<ReplayDependencies, "control" | "leadDatabase" | "enqueueSubmissions" | "now">,
): Promise<{ released: number; more: boolean; statements: Statement<number>[] }> {
  const asked = { formKey: form_key, sinceMs: created_at, most: mostAtOnce + 1 };
  const found = await runOne(dependencies.control, lettersOfForm(pipelineScope, asked));
  const letters = found.slice(0, mostAtOnce);
  const ids = letters.map(({ id }) => id);
  // Letters without a client are the installation's, in its own database.
  const { taken, left } = await requeueLetters(
    pipelineScope,
    { database: "DB", clientId: null, ids },
    dependencies,
  );
  const closed = letters.filter(({ id }) => taken.has(id));
  return {
    released: closed.length,
    more: found.length > mostAtOnce || left.size > 0,
    statements: closed.length === 0 ? [] : [markReplayed(pipelineScope, closed, by, dependencies.now())],
  };
}
