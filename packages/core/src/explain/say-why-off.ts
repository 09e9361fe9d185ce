import { spokenTime } from "../wording/spoken-time.ts";
import { switchedOffBy, type DestinationChange } from "./destination-change.ts";

const reasons: Readonly<Record<string, string>> = {
  gone: "its receiver answered that the address is gone, HTTP 410",
  failing: "it took nothing for five days",
  by_hand: "somebody switched it off",
};

/** ` (…, since …)`: why a destination is off, who switched it off and since when, as far as that is known. */
export function sayWhyOff({
  disabled_reason,
  disabled_at = null,
  changes = [],
}: {
  disabled_reason: string | null;
  disabled_at?: number | null;
  changes?: readonly DestinationChange[];
}): string {
  const by = disabled_reason === "by_hand" ? switchedOffBy(changes) : null;
  const known = disabled_reason === null ? null : (reasons[disabled_reason] ?? disabled_reason);
  const since = disabled_at === null ? null : `since ${spokenTime(disabled_at)}`;
  const said = [by === null ? known : `${by} switched it off`, since].filter((one) => one !== null);
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
}
