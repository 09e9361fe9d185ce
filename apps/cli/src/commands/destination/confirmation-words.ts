import type { components } from "@leadrelay/client/schema.gen";

type Confirmation = components["schemas"]["DestinationConfirmation"];

/** What it must confirm, in a sentence. */
export function confirmationWords(confirmation: Confirmation | null): string {
  if (confirmation === null)
    return "It has to confirm nothing: that it took a lead is enough. `--within-minutes 15` has it confirm each.";
  const { within_minutes } = confirmation;
  return `It must confirm each lead that it took within ${within_minutes} ${within_minutes === 1 ? "minute" : "minutes"}, or whoever takes delivery.unconfirmed is told.`;
}
