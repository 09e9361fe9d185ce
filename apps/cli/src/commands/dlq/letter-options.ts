import { Option } from "@commander-js/extra-typings";
import { deadLetterKinds, deadLetterStates } from "@leadrelay/contracts/dead-letter";

export const stateOption = () =>
  new Option("--state <state>", "of this state")
    .choices([...deadLetterStates, "all"] as const)
    .default("open" as const);

export const kindOption = () =>
  new Option("--kind <kind>", "what could not be done").choices(deadLetterKinds);
