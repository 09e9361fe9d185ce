import type { HoneypotMode } from "@leadrelay/contracts/honeypot-mode";

/** As `forms.bot_detection` holds them: 0 and 1 are from when a form could only switch detection off and on. */
const storedModes = ["off", "log", "quarantine"] as const satisfies readonly HoneypotMode[];

/** null: as the installation says. A number of a later version counts as detection that is on. */
export const toHoneypotMode = (stored: number | null): HoneypotMode | null =>
  stored === null ? null : (storedModes[stored] ?? "log");

export const storedHoneypotMode = (mode: HoneypotMode | null): number | null =>
  mode === null ? null : storedModes.indexOf(mode);
