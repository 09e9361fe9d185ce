import type { Kept } from "@leadrelay/adapters/adapter";
import type { Destination } from "@leadrelay/db/destinations/destination";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import { settingsMark } from "./settings-mark.ts";

type Sealed = Pick<Destination, "sealed_settings">;

/** Beside what steps found out, the settings they found it out with. Adapters never see it. */
const markName = "_settings";

/** What steps found out, as it is stored: an id of one account is somebody else in another. */
export const keptUnder = (destination: Sealed, kept: Kept): Kept => ({
  ...kept,
  [markName]: settingsMark(destination),
});

/** A delivery with what earlier tries found out by the settings its destination has now: by others, nothing. */
export function withKeptOf({ delivery, destination }: ClaimedDelivery): ClaimedDelivery {
  const { [markName]: mark, ...found } = delivery.kept;
  const kept = mark === settingsMark(destination) ? found : {};
  return { destination, delivery: { ...delivery, kept } };
}
