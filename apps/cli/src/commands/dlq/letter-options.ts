import { Option } from "@commander-js/extra-typings";
import { deadLetterKinds } from "@leadrelay/contracts/dead-letter";

const states = ["open", "replayed", "discarded", "all"] as const;

export const stateOption = () =>
  new Option("--state <state>", "of this state").choices(states).default("open" as const);

export const kindOption = () =>
  new Option("--kind <kind>", "what could not be done").choices(deadLetterKinds);
