import type { Remembered } from "@leadrelay/core/outage/sent-persons";
import type { Dependencies } from "../dependencies.ts";
import type { Received } from "../received/settlement.ts";
import type { PlannedSends } from "./planned-sends.ts";
import { sendDirectly } from "./send-directly.ts";
import { rememberSent } from "./sent-person-store.ts";

/** Makes the sends that were planned, and remembers meanwhile who is sent, so that who posts twice is not sent as new twice. */
export async function sendAndRemember<Each extends Received>(
  planned: readonly PlannedSends<Each>[],
  dependencies: Dependencies,
): Promise<Each[]> {
  const [sent] = await Promise.all([
    sendDirectly(planned, dependencies),
    rememberSent(rememberedWith(planned), dependencies),
  ]);
  return sent;
}

/** Who is to be remembered with these. */
export const rememberedWith = (planned: readonly PlannedSends<Received>[]): Remembered[] =>
  planned.flatMap(({ remembered }) => remembered);
