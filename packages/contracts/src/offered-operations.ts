/** Operations that the API offers where something stands still; the command line has a command for each. */
export const offeredOperations = [
  "retryDelivery",
  "cancelDelivery",
  "replayDeadLetter",
  "discardDeadLetter",
  "changeDestination",
  "testDestination",
  "unblockIp",
] as const;
export type OfferedOperation = (typeof offeredOperations)[number];
