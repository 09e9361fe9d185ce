import type { AdminDependencies } from "../dependencies.ts";
import { foreignCursor } from "./cursor.ts";

/** A list whose place may name what its reader must not see, and whose list it is. */
interface SealedList {
  table: string;
  /** What else the list is of, such as a client; "" where it is nothing. */
  row?: string;
}

const placeOf = ({ table, row = "" }: SealedList) => ({ table, row, column: "cursor" });

/** A place in a list as a cursor that nobody can read or make up. */
export async function sealCursor(
  place: string | null,
  list: SealedList,
  { sealer }: Pick<AdminDependencies, "sealer">,
): Promise<string | null> {
  return place === null ? null : (await sealer()).seal(place, placeOf(list));
}

/** The place a sealed cursor holds; null without one. Throws the 400 of one that is none of this list. */
export async function openCursor(
  cursor: string | undefined,
  list: SealedList,
  { sealer }: Pick<AdminDependencies, "sealer">,
): Promise<string | null> {
  if (cursor === undefined) return null;
  try {
    return await (await sealer()).open(cursor, placeOf(list));
  } catch {
    throw foreignCursor();
  }
}
