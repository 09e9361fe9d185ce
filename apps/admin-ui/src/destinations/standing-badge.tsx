import type { Schemas } from "../api.ts";
import { standingLabels } from "../texts/destinations.ts";
import { Badge } from "../ui/badge.tsx";
import { standingLooks } from "./standing-looks.ts";

/** Whether it takes leads, in a word; the words of why stand beside or below. */
export const StandingBadge = ({ state }: { state: Schemas["DestinationStanding"]["state"] }) => (
  <Badge look={standingLooks[state]}>{standingLabels[state]}</Badge>
);
