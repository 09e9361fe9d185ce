import type { Destination } from "@leadrelay/db/destinations/destination";
import { mappingNeedsForm } from "@leadrelay/core/shape/shape-needs";
import { readStoredShape } from "./read-stored-shape.ts";

/** Whether what is sent there asks for what only the submission has. A shape that cannot be read asks for nothing: its try says so. */
export function needsForm({ shape_json }: Pick<Destination, "shape_json">): boolean {
  if (shape_json === null) return false;
  try {
    return mappingNeedsForm(readStoredShape(shape_json));
  } catch {
    return false;
  }
}
