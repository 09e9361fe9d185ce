import type { CallbackLead } from "@leadrelay/contracts/callback-message";
import { formatPhone } from "../phone/format-phone.ts";
import { phoneIdentity } from "../phone/phone-identity.ts";

/** What Twilio told, read. */
export type TwilioSaid =
  | {
      kind: "reply";
      sid: string;
      /** Who wrote, as it identifies somebody; null where no number could be read. */
      phone: string | null;
      text: string;
      /** They want no more, or want it again. */
      wish: "stop" | "start" | null;
    }
  | {
      kind: "sms_status";
      sid: string;
      lead: CallbackLead;
      status: string;
      result: "done" | "failed";
      error: string | null;
    };

const stop = /^(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)$/;
const start = /^(start|unstop|yes)$/;

const results: ReadonlyMap<string, "done" | "failed"> = new Map([
  ["delivered", "done"],
  ["read", "done"],
  ["undelivered", "failed"],
  ["failed", "failed"],
]);

/**
 * A reply, or what became of a message (twilio.com/docs/messaging/guides/webhook-request); null: on its way, or nothing of ours.
 * @param deliveryId the one that the message was sent by, of the address that we gave along
 */
export function readTwilio(
  fields: readonly (readonly [name: string, value: string])[],
  deliveryId: string | null,
): TwilioSaid | null {
  const named = new Map(fields);
  const sid = named.get("MessageSid") ?? named.get("SmsSid") ?? "";
  const status = (named.get("MessageStatus") ?? "").toLowerCase();
  if (status !== "") {
    const result = results.get(status);
    if (result === undefined || deliveryId === null) return null;
    const code = named.get("ErrorCode") ?? "";
    const error = code === "" ? null : `Twilio's error ${code}`;
    return { kind: "sms_status", sid, lead: { delivery_id: deliveryId }, status, result, error };
  }
  const text = named.get("Body");
  if (text === undefined) return null;
  const word = text.trim().toLowerCase();
  const asked = (named.get("OptOutType") ?? "").toLowerCase();
  const isStop = asked === "stop" || stop.test(word);
  const isStart = asked === "start" || start.test(word);
  const phone = formatPhone((named.get("From") ?? "").replace(/^[a-z]+:/, ""), {});
  return {
    kind: "reply",
    sid,
    phone: phone.ok ? (phoneIdentity(phone.formatted) ?? null) : null,
    text,
    wish: isStop ? "stop" : isStart ? "start" : null,
  };
}
