import type { sharedSettings } from "./shared-settings.ts";

/** What the settings page says of the settings that both Workers read: apart from them, so that the producer's bundle is spared it. */
export const sharedMeanings: Readonly<Record<keyof typeof sharedSettings, string>> = {
  ENVIRONMENT:
    'Where this installation runs. Outside production only destinations marked for it receive, and payloads say `dev_environment: "yes"`.',
  BOT_LEAD_DETECTION:
    "What becomes of a submission with a filled honeypot (`false`, `0`, `no`, `off` and words for none do not fill one). `true`, or `log`: it is logged and dropped, and answered like any other; `quarantine`: it is kept apart for 30 days, and sent only when a person releases it (one without a way to reach anybody is dropped); `false`, or `off`: it goes through as a bot's. A form can override it.",
  TEST_CLOCK_OFFSET_MS: "Moves the Worker's clock, in ms, for whole-stack tests. Refused in production.",
};
