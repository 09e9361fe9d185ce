import type { RefusalReason } from "@leadrelay/delivery/replay/single-change";
import { apiProblem, type ApiProblem } from "../problems/api-problem.ts";

const details: Record<RefusalReason, string> = {
  delivered: "The receiver has it already.",
  under_way: "It is about to be sent, or being sent at this moment: wait for how that ends.",
  erased: "What would be sent was erased.",
  discarded: "Somebody gave its dead letter up.",
  destination_disabled: "Its destination is disabled: enable it first.",
  destination_deleted: "Its destination was deleted: there is nowhere to send it.",
  invalid_message:
    "It holds no submission that this version can read. Enter the lead by hand if there is one, then discard it.",
  queue_refuses: "The queue does not take it: look at its size, a message takes 128 KB at most.",
  dead: "It is dead already: discard its dead letter instead.",
  cancelled: "It was cancelled, or never to be sent.",
  settled: "It was replayed or discarded before.",
};

/** The 409 for a delivery or letter that stays as it is. */
export const refused = (reason: RefusalReason): ApiProblem => apiProblem("conflict", details[reason]);
