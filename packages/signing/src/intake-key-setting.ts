import { SettingError, type Setting } from "@leadrelay/contracts/settings";
import { isMasterKeys } from "./seal.ts";

/** Of both Workers: what sources are sealed with, which the edge must open. null: not set, and there are no sources. */
export const intakeKeySetting: Setting<string | null> = {
  read: (text) => {
    if (text === undefined || text === "") return null;
    if (!isMasterKeys(text)) throw new SettingError("not an id, a colon and 32 bytes in base64");
    return text;
  },
  default: "none (secret)",
  range: "`id:base64` of 32 random bytes; several separated by commas, newest first",
  meaning:
    "Seals what [sources](sources.md) are checked by, the same in both Workers: the consumer seals it, the producer opens it. Without it there are no sources.",
};
