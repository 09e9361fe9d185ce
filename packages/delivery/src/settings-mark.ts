import type { Destination } from "@leadrelay/db/destinations/destination";

/** Tells a destination's settings from any others it had or will have: the end of their seal is its authentication tag, and no two seals share it. */
export const settingsMark = ({ sealed_settings }: Pick<Destination, "sealed_settings">): string =>
  sealed_settings.slice(-22);
