import { fieldsOf, keyOf, listOf, membersOf, textOf } from "../../read-value.ts";
import { fits, isNear } from "../hmac.ts";
import type { Preset } from "../preset.ts";

/** Calendly: who booked is a lead; who cancelled, or booked anew, was one. */
export const calendly: Preset = {
  name: "calendly",
  async isSigned({ headers, body }, { secret, nowMs }) {
    const [, seconds = "", signature = ""] =
      /^t=(\d{1,12}),\s*v1=([0-9a-f]{64})$/.exec(headers.get("calendly-webhook-signature") ?? "") ?? [];
    return isNear(Number(seconds) * 1000, nowMs) && fits(signature, "hex", secret, [`${seconds}.`, body]);
  },
  split(value) {
    const body = membersOf(value);
    const event = textOf(body.get("event"));
    const payload = membersOf(body.get("payload"));
    if (event !== "invitee.created" && event.startsWith("invitee"))
      return { kind: "skipped", why: /^invitee[a-z_.]{0,33}$/.test(event) ? event : "another event" };
    const key = keyOf(payload.get("uri"));
    if (key === null)
      return {
        kind: "unreadable",
        detail: "There is no payload with a uri: this is no invitee of Calendly's.",
      };
    const asked = listOf(payload.get("questions_and_answers")).map((each): [string, unknown] => {
      const read = membersOf(each);
      return [textOf(read.get("question")) || "question", read.get("answer")];
    });
    const fields = fieldsOf([
      ["name", payload.get("name")],
      ["first_name", textOf(payload.get("name")) === "" ? payload.get("first_name") : undefined],
      ["last_name", textOf(payload.get("name")) === "" ? payload.get("last_name") : undefined],
      ["email", payload.get("email")],
      ["phone", payload.get("text_reminder_number")],
      ["timezone", payload.get("timezone")],
      ["event_start", membersOf(payload.get("scheduled_event")).get("start_time")],
      ...membersOf(payload.get("tracking")),
      // Behind what Calendly itself asks of everybody.
      ...asked,
    ]);
    return { kind: "items", items: [{ key, fields }] };
  },
};
