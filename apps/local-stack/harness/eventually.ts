import { setTimeout as wait } from "node:timers/promises";

const patienceMs = 20_000;

/** What `look` finds, as soon as it finds something; throws what it threw last, or that there was nothing. */
export async function eventually<Found>(
  look: () => Found | undefined | Promise<Found | undefined>,
): Promise<Found> {
  let last: unknown = new Error("There was nothing in time");
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(200)) {
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch (error) {
      last = error;
    }
  }
  throw last;
}
