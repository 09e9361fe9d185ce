import type { Destination } from "@leadrelay/db/destinations/destination";
import { mappingNeedsForm } from "@leadrelay/core/shape/shape-needs";
import { showsMessage } from "./with-message.ts";
import { readStoredShape } from "./read-stored-shape.ts";

/**
 * Whether what is sent there asks for what only the submission has: its kind shows what the person wrote, or its mapping does. A shape that cannot
 * be read asks for nothing: its try says so.
 */
export function needsForm({ kind, shape_json }: Pick<Destination, "kind" | "shape_json">): boolean {
  if (showsMessage(kind)) return true;
  if (shape_json === null) return false;
  try {
    return mappingNeedsForm(readStoredShape(shape_json));
  } catch {
    return false;
  }
}
