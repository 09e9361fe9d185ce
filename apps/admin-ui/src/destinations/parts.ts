import type { Schemas } from "../api.ts";

/** What every part of a destination's page is given. */
export interface PartProps {
  destination: Schemas["DestinationDetails"];
  kind: Schemas["DestinationKind"];
}
