import { spellingOfE164 } from "@leadrelay/core/phone/spelling-of-e164";
import { setOptOut } from "@leadrelay/db/callbacks/opt-outs";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import type { SettledSend } from "../settled-send.ts";

/** Who wants no messages, as a round's answers say: nothing is sent to them from then on. */
export const noteOptedOut = (sent: readonly SettledSend[], nowMs: number): Statement<number>[] =>
  sent.flatMap(({ optedOut, attempt: { client_id } }) => {
    const phone = optedOut === undefined ? undefined : spellingOfE164(optedOut);
    return phone === undefined
      ? []
      : [setOptOut(pipelineScope, { client_id, phone, isOut: true, at: nowMs })];
  });
