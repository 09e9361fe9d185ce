import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { reach } from "../../api/reach.ts";
import { Failure } from "../../exit/failure.ts";
import type { Outside } from "../../outside/outside.ts";
import { intakeNamedBy } from "../send/intake-origin.ts";

const namedBy = { api: undefined, intake: intakeNamedBy };

/** Whether one of the Workers answers at its address; it may name a setting that is wrong. */
export async function checkAddress(
  outside: Outside,
  name: "api" | "intake",
  origin: string,
): Promise<HealthCheck> {
  try {
    const response = await reach(outside, new Request(`${origin}/healthz`), namedBy[name]);
    const text = (await response.text()).trim().slice(0, 300);
    if (response.ok) return fine(name, `${origin} answers.`);
    return amiss("problem", name, {
      message: `${origin} answers ${response.status}: ${text}`,
      todo: "Mend what it names, then deploy.",
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return amiss("problem", name, { message: error.parts.title, todo: error.parts.whatToDo ?? null });
  }
}
