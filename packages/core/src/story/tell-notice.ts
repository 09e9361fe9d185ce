import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { Step, StoryActivity, StoryDelivery } from "./story.ts";

/** What became of telling a destination of this name what was done on a lead. It says nothing of where the lead itself went. */
export const tellNotice = (
  { kind, created_at }: Pick<StoryActivity, "kind" | "created_at">,
  delivery: StoryDelivery,
  name: string,
): Step => ({
  // Behind what it tells of, where both were in one moment.
  at: delivery.settled_at ?? created_at,
  kind: "notice",
  what: said[delivery.status](name, kind === "note" ? "the note" : "the new status"),
  event_id: delivery.event_id,
  delivery_id: delivery.public_id,
  destination_id: delivery.destination_id,
  error: delivery.last_error,
});

const onItsWay = (name: string, it: string) => `${name} is about to be told of ${it}.`;
const isTold = (name: string, it: string) => `${name} was told of ${it}.`;
const isNot = (name: string, it: string) => `${name} is not told of ${it}.`;

const said: Readonly<Record<DeliveryStatus, (name: string, it: string) => string>> = {
  pending: onItsWay,
  in_flight: onItsWay,
  held: (name, it) => `${name} is told of ${it} once it takes leads again.`,
  delivered: isTold,
  confirmed: isTold,
  dead: (name, it) => `${name} could not be told of ${it}, and no attempt is left: it needs a person.`,
  cancelled: isNot,
  skipped: isNot,
};
