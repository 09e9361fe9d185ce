import type { RefusalReason } from "@leadrelay/delivery/replay/single-change";
import { apiProblem, type ApiProblem } from "../problems/api-problem.ts";

/** What commands name that lead on; what is not known is left out. */
interface Named {
  destination_id?: string | null | undefined;
  delivery_id?: string | null | undefined;
  dead_letter_id?: string | null | undefined;
}

const details: Record<RefusalReason, (named: Named) => string> = {
  delivered: ({ delivery_id }) => `The receiver has it already${command("delivery show", delivery_id)}.`,
  under_way: ({ delivery_id }) =>
    `It is about to be sent, or being sent at this moment: wait for how that ends${command("delivery show", delivery_id)}.`,
  erased: () => "What would be sent was erased.",
  discarded: () => "Somebody gave its dead letter up.",
  destination_disabled: ({ destination_id }) =>
    `Its destination is disabled: enable it first${command("destination enable", destination_id)}.`,
  destination_deleted: () => "Its destination was deleted: there is nowhere to send it.",
  invalid_message: () =>
    "It holds no submission that this version can read. Enter the lead by hand if there is one, then discard it.",
  queue_refuses: () => "The queue does not take it: look at its size, a message takes 128 KB at most.",
  dead: ({ dead_letter_id }) =>
    `It is dead already: discard its dead letter instead${command("dlq discard", dead_letter_id, ' --reason "…"')}.`,
  cancelled: ({ delivery_id }) =>
    `It was cancelled, or never to be sent${command("delivery show", delivery_id)}.`,
  settled: ({ dead_letter_id }) =>
    `It was replayed or discarded before${command("dlq show", dead_letter_id)}.`,
};

const command = (what: string, id: string | null | undefined, more = ""): string =>
  typeof id === "string" ? ` (\`leadrelay ${what} ${id}${more}\`)` : "";

/** The 409 for a delivery or letter that stays as it is, with the command that leads on. */
export const refused = (reason: RefusalReason, named: Named): ApiProblem =>
  apiProblem("conflict", details[reason](named));
