import type { Endpoint } from "../endpoint/endpoint.ts";
import { getDestinationShape } from "./get-shape.ts";
import { listLeadFields } from "./list-lead-fields.ts";
import { previewDestination } from "./preview-shape.ts";
import { putDestinationShape } from "./put-shape.ts";
import { undoDestinationShape } from "./undo-shape.ts";

/** Which leads a destination gets, and how they are written for it. */
export const shapeEndpoints: readonly Endpoint[] = [
  getDestinationShape,
  listLeadFields,
  putDestinationShape,
  undoDestinationShape,
  previewDestination,
];
