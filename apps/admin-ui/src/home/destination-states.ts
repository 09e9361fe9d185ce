import type { Schemas } from "../api.ts";
import { homeTexts as texts } from "../texts/home.ts";
import type { Look } from "../format/states.ts";

type Kind = Schemas["Need"]["kind"];

const states: Partial<Record<Kind, { label: string; look: Look }>> = {
  destination_down: { label: texts.states.down, look: "bad" },
  destination_refuses: { label: texts.states.refuses, look: "bad" },
  destination_off: { label: texts.states.off, look: "bad" },
  key_rejected: { label: texts.states.key, look: "bad" },
  dead_letters: { label: texts.states.died, look: "bad" },
  unconfirmed: { label: texts.states.unconfirmed, look: "warn" },
  answer_suspect: { label: texts.states.suspect, look: "warn" },
  destination_holds: { label: texts.states.holds, look: "warn" },
  destination_full: { label: texts.states.full, look: "warn" },
};

/** How a destination is, by what needs somebody: the worst of it, or well. */
export function destinationState(
  needs: readonly Schemas["Need"][],
  id: string,
): { label: string; look: Look } {
  const found = needs.find((need) => need.destination_id === id && states[need.kind] !== undefined);
  const state = found === undefined ? undefined : states[found.kind];
  return state ?? { label: texts.states.well, look: "good" };
}
