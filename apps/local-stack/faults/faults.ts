import { bindingFaults } from "./kinds/bindings.ts";
import { changeFaults } from "./kinds/changes.ts";
import { crashFaults } from "./kinds/crashes.ts";
import { databaseFaults } from "./kinds/database.ts";
import { previousMessage } from "./kinds/previous-message.ts";
import { processFaults } from "./kinds/processes.ts";
import { queueFaults } from "./kinds/queue.ts";
import { receiverFaults } from "./kinds/receivers.ts";
import type { Fault } from "./run/fault.ts";

/** By the number in their names; those of the first list before the others. */
const byNumber = (a: Fault, b: Fault) => rank(a) - rank(b);
const rank = ({ name }: Fault) => (name.startsWith("F") ? 1_000 : 0) + Number(/\d+/.exec(name)?.[0]);

/** Every fault that is played against whole stacks. */
export const faults: readonly Fault[] = [
  ...queueFaults,
  ...crashFaults,
  ...databaseFaults,
  ...receiverFaults,
  ...changeFaults,
  previousMessage,
  ...processFaults,
  ...bindingFaults,
].toSorted(byNumber);

/** The sharpest few, which `npm test` plays in short. */
export const sharpest = [
  "1-redelivery",
  "10-d1-down",
  "15-receiver-5xx",
  "30-kill-9-under-load",
  "F13-full",
  "F18-kill-while-d1-is-away",
];
