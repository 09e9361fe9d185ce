import { longestCallbackTexts } from "@leadrelay/contracts/callback-limits";
import type { CallbackSaid } from "@leadrelay/contracts/callback-message";
import { pick, type CallbackFields } from "../callback-fields.ts";
import type { Unsaid } from "../unsaid.ts";
import { inCrm } from "./said-lead.ts";

const { url, word, text } = longestCallbackTexts;

const done = /^(success|succeeded|ok|done|complete|finished|true|yes|1|200)/i;
const failed = /^(error|fail|incomplete|abort|cancel|timeout|false|no|0)/i;

/** What a scenario says of its run; without a status, that it ran. */
export function saidByMake(fields: CallbackFields, deliveryId: string): CallbackSaid | Unsaid {
  const said = pick(fields, {
    status: [word, "status", "result", "success", "executionstatus"],
    error: [text, "error", "errormessage", "message"],
    execution_url: [url, "executionurl", "execution", "url"],
    ...inCrm,
  });
  const status = said.status ?? "ok";
  if (!done.test(status) && !failed.test(status)) return { unsaid: "the status should be success or error" };
  return {
    kind: "execution",
    delivery_id: deliveryId.toLowerCase(),
    result: done.test(status) ? "done" : "failed",
    ...said,
  };
}
