import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { Format, Paint } from "./paint.ts";

const formats: Readonly<Record<DeliveryStatus, Format>> = {
  pending: "cyan",
  in_flight: "cyan",
  held: "yellow",
  delivered: "green",
  confirmed: "green",
  dead: "red",
  skipped: "dim",
  cancelled: "dim",
};

/** A delivery's status in its colour. */
export const paintStatus = (status: DeliveryStatus, paint: Paint): string => paint(formats[status], status);
