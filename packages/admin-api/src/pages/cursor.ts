import type { ListKey } from "@leadrelay/core/lists/merge-page";
import { z } from "zod";
import { apiProblem } from "../problems/api-problem.ts";

const keySchema = z.array(z.union([z.string(), z.number()])).min(1);

/** A place in a list as callers carry it: base64url of JSON, of no meaning to them. */
export const writeCursor = (key: ListKey | null): string | null =>
  key === null
    ? null
    : btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replace(/=+$/, "");

/** Reads a cursor of a list whose keys look like `example`. Throws the 400 of one that is none of ours. */
export function readCursor<Key extends ListKey>(cursor: string | undefined, example: Key): Key | null {
  if (cursor === undefined) return null;
  const key = keySchema.safeParse(decode(cursor));
  const fits =
    key.success &&
    key.data.length === example.length &&
    key.data.every((part, index) => typeof part === typeof example[index]);
  if (!fits) throw foreignCursor();
  return key.data as readonly (string | number)[] as Key;
}

/** The 400 of a cursor that is none of this list. */
export const foreignCursor = () =>
  apiProblem("malformed-request", "This cursor is not of this list: start again without one.", {
    errors: [{ field: "cursor", detail: "is not a next_cursor of this list" }],
  });

/** As `readCursor`, of a resource that has several lists: the cursor says which it is of, as `[list, ...key]`. */
export function readListCursor<Key extends ListKey>(
  cursor: string | undefined,
  list: string,
  example: Key,
): Key | null {
  const [of, ...key] = readCursor(cursor, [list, ...example]) ?? [];
  if (of === undefined) return null;
  if (of !== list)
    throw apiProblem("malformed-request", "This cursor is of another filter: start again without one.", {
      errors: [{ field: "cursor", detail: "is not a next_cursor of this filter" }],
    });
  return key as readonly (string | number)[] as Key;
}

function decode(cursor: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
