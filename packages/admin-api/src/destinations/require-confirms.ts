import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import type { ConfirmationRule } from "@leadrelay/contracts/after-delivery";
import { apiProblem } from "../problems/api-problem.ts";

/** A kind that can say nothing after it took a lead would have each of them told as never confirmed. Throws the 422 that says which can. */
export function requireConfirms(kind: string, asked: ConfirmationRule | null | undefined): void {
  if (asked == null || getAdapter(kind).confirmedBy !== undefined) return;
  const can = destinationKinds.filter((one) => getAdapter(one).confirmedBy !== undefined);
  const detail = `should be left out: a ${kind} destination can confirm nothing; those of kind ${can.join(", ")} can`;
  throw apiProblem("invalid", `confirmation ${detail}.`, { errors: [{ field: "confirmation", detail }] });
}
