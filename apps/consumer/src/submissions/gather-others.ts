import { laneCount } from "@leadrelay/core/lanes/pick-next";

/** No batch holds more. */
const manyMessages = 100;
const pauseMs = 100;

/**
 * Lets others gather behind a batch that is neither small nor full, so that in a rush the next ones are: a lead costs half as much among
 * a hundred as among ten. Few leads, each of which may have a lane, wait for nobody.
 */
export async function gatherOthers(
  messages: number,
  { wait }: { wait: (ms: number) => Promise<void> },
): Promise<void> {
  if (messages > laneCount && messages < manyMessages) await wait(pauseMs);
}
