import { Option } from "@commander-js/extra-typings";

const states = ["open", "replayed", "discarded", "all"] as const;
const kinds = [
  "delivery",
  "poison",
  "invalid_message",
  "unknown_form",
  "storage_unavailable",
  "spill",
] as const;

export const stateOption = () =>
  new Option("--state <state>", "of this state").choices(states).default("open" as const);

export const kindOption = () => new Option("--kind <kind>", "what could not be done").choices(kinds);
