import type { CallbackMessage } from "@leadrelay/contracts/callback-message";
import type { Proved } from "./prove-callbacks.ts";

export interface ReceivedCallback {
  message: Message;
  body: CallbackMessage;
}

export type ProvedCallback = ReceivedCallback & Extract<Proved, { kind: "proved" }>;

/**
 * How the try to keep one ended. unmatched: no lead has what it names, yet, or what it speaks of is not settled · later: one of the same lead went first, and it is to see what that did ·
 * conflict: another consumer kept the same.
 */
export interface KeptCallback {
  one: ProvedCallback;
  end: "kept" | "unmatched" | "later" | "conflict";
}
