/** Which door, and what its address names: a delivery, a client's callback key, a destination. */
export interface CallbackRoute {
  door: "make" | "link" | "activity" | "outcome" | "twilio";
  id: string;
}

const address =
  /^\/callbacks\/(?:(make|twilio)\/([A-Za-z0-9_-]{1,100})|crm\/([A-Za-z0-9_-]{1,100})(?:\/(activity|outcome))?)\/?$/;

/** undefined for what is no callback's address. */
export function callbackRoute(path: string): CallbackRoute | undefined {
  const [, door, id, key, of] = address.exec(path) ?? [];
  if (door !== undefined && id !== undefined) return { door: door as "make" | "twilio", id };
  if (key === undefined) return undefined;
  return { door: of === undefined ? "link" : (of as "activity" | "outcome"), id: key };
}
