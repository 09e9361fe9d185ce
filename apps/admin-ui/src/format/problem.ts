import type { Problem } from "../api.ts";
import { shared } from "../texts/shared.ts";

const unreachable = { ...shared.unreachable, status: 599 };

/** What a failed request says for people; a failure that is no refusal of the API is told as no answer. */
export function problemOf(error: unknown): Pick<Problem, "title" | "detail" | "status"> {
  if (typeof error !== "object" || error === null || !("detail" in error)) return unreachable;
  return { ...unreachable, ...(error as Partial<Problem>) };
}
