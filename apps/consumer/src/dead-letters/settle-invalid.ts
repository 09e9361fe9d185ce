import { logEvent } from "@leadrelay/contracts/log-event";
import { invalidMessageLetter, messageText } from "./invalid-message-letter.ts";
import { recordDeadLetters } from "./record-dead-letters.ts";
import type { Dependencies } from "../dependencies.ts";

/** What is no message of ours is kept where a person sees it. */
export async function settleInvalid(messages: readonly Message[], dependencies: Dependencies): Promise<void> {
  for (const message of messages) {
    logEvent("message.invalid", { message_id: message.id });
    try {
      const failure = {
        cause: "not_a_submission" as const,
        attempts: message.attempts,
        failedAt: dependencies.now(),
      };
      await recordDeadLetters(dependencies, [invalidMessageLetter(messageText(message.body), failure)]);
      message.ack();
    } catch {
      message.retry({ delaySeconds: 60 });
    }
  }
}
