import type { HoneypotMode } from "@leadrelay/contracts/honeypot-mode";

interface Spelled {
  honeypot_mode?: HoneypotMode | null | undefined;
  bot_detection?: boolean | null | undefined;
}

/** What was sent of a form, its honeypot's mode spelled in one way only, and not at all where it was not sent. */
export function spellHoneypot<Body extends Spelled>({ bot_detection, ...body }: Body) {
  if (body.honeypot_mode !== undefined || bot_detection === undefined) return body;
  return {
    ...body,
    honeypot_mode: bot_detection === null ? null : bot_detection ? ("log" as const) : ("off" as const),
  };
}
