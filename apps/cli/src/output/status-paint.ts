import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { Format, Paint } from "./paint.ts";

type ShownStatus = DeliveryStatus | "unconfirmed";

const formats: Readonly<Record<ShownStatus, Format>> = {
  pending: "cyan",
  in_flight: "cyan",
  held: "yellow",
  delivered: "green",
  confirmed: "green",
  unconfirmed: "yellow",
  dead: "red",
  skipped: "dim",
  cancelled: "dim",
};

/** A delivery's status in its colour. */
export const paintStatus = (status: ShownStatus, paint: Paint): string => paint(formats[status], status);

/** Its status, or `unconfirmed` where it was delivered and its receiver did not confirm it as it must. */
export const shownStatus = ({
  status,
  confirmation,
}: {
  status: DeliveryStatus;
  confirmation?: { state: string } | null;
}): ShownStatus => (confirmation?.state === "unconfirmed" ? "unconfirmed" : status);
