/** No batch holds more. */
const manyMessages = 100;
const pauseMs = 100;

/**
 * Lets others gather behind a batch that is neither alone nor large, so that in a rush the next ones are: a lead costs half as much among
 * a hundred as among five. A lead that comes alone waits for nobody.
 */
export async function gatherOthers(
  messages: number,
  { wait }: { wait: (ms: number) => Promise<void> },
): Promise<void> {
  if (messages > 1 && messages < manyMessages) await wait(pauseMs);
}
