import type { LetterRow } from "@leadrelay/db/dead-letters/letter-columns";
import type { OperatorScope } from "@leadrelay/db/scope";
import { isMasked } from "../access/is-masked.ts";
import { readActorNames } from "../access/read-actor-names.ts";
import type { AdminDependencies } from "../dependencies.ts";

/**
 * Letters as a story tells them: whoever settled them by name, and for those who see contacts masked without the
 * reason, which a person wrote and which may name somebody.
 */
export async function showLetters(
  letters: readonly LetterRow[],
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control">,
): Promise<LetterRow[]> {
  const settlers = letters.map(({ settled_by }) => settled_by);
  const nameOf = await readActorNames(settlers, scope, dependencies);
  return letters.map((letter) => ({
    ...letter,
    settled_by: letter.settled_by === null ? null : nameOf(letter.settled_by),
    settle_reason: isMasked(scope, letter.client_id) ? null : letter.settle_reason,
  }));
}
