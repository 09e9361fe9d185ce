import { describe, expect, it } from "vitest";
import { readTwilio, type TwilioSaid } from "./read-twilio.ts";

type Fields = Record<string, string>;
const read = (fields: Fields, deliveryId: string | null = "d-1") =>
  readTwilio(Object.entries(fields), deliveryId);
const reply = (fields: Fields = {}) =>
  read({ MessageSid: "SM1", From: "+919812345678", Body: "Call me", ...fields });

describe("what became of a message", () => {
  it.each<[status: string, result: "done" | "failed" | null]>([
    ["delivered", "done"],
    ["read", "done"],
    ["Delivered", "done"],
    ["undelivered", "failed"],
    ["failed", "failed"],
    ["queued", null],
    ["sending", null],
    ["sent", null],
    ["beamed", null],
  ])("is by %s that it is %s", (status, result) => {
    const said = read({ MessageSid: "SM1", MessageStatus: status });
    if (result === null) expect(said).toBeNull();
    else
      expect(said).toEqual({
        kind: "sms_status",
        sid: "SM1",
        lead: { delivery_id: "d-1" },
        status: status.toLowerCase(),
        result,
        error: null,
      });
  });

  it("is told with Twilio's number of the error", () => {
    const said = read({ MessageSid: "SM1", MessageStatus: "undelivered", ErrorCode: "30003" });
    expect(said).toMatchObject({ result: "failed", error: "Twilio's error 30003" });
  });

  it("is of nothing of ours without the delivery it was sent by", () => {
    expect(read({ MessageSid: "SM1", MessageStatus: "delivered" }, null)).toBeNull();
  });

  it("is no reply, though its text came along", () => {
    expect(read({ MessageStatus: "sent", Body: "STOP" })).toBeNull();
  });
});

describe("a reply", () => {
  it("says who wrote it, as they identify somebody, and what", () => {
    expect(reply()).toEqual({
      kind: "reply",
      sid: "SM1",
      phone: "+91-9812345678",
      text: "Call me",
      wish: null,
    } satisfies TwilioSaid);
  });

  it.each<[what: string, fields: Fields, phone: string | null]>([
    ["of WhatsApp is from the same number", { From: "whatsapp:+919812345678" }, "+91-9812345678"],
    ["of a short code is from nobody", { From: "56161" }, null],
    ["of a sender's name is from nobody", { From: "BANK" }, null],
    ["without a sender is from nobody", { From: "" }, null],
  ])("%s", (_what, fields, phone) => {
    expect(reply(fields)).toMatchObject({ phone });
  });

  it("without a sender's field at all is from nobody", () => {
    expect(read({ MessageSid: "SM1", Body: "Hi" })).toMatchObject({ phone: null });
  });

  it.each<[what: string, fields: Fields, sid: string]>([
    ["by its id", { MessageSid: "SM1", SmsSid: "SM2" }, "SM1"],
    ["by its older name", { SmsSid: "SM2" }, "SM2"],
    ["by none", {}, ""],
  ])("is known %s", (_what, fields, sid) => {
    expect(read({ Body: "Hi", ...fields })).toMatchObject({ sid });
  });

  it.each<[text: string, wish: "stop" | "start" | null]>([
    ["STOP", "stop"],
    [" stop\n", "stop"],
    ["Stopall", "stop"],
    ["unsubscribe", "stop"],
    ["CANCEL", "stop"],
    ["end", "stop"],
    ["quit", "stop"],
    ["revoke", "stop"],
    ["optout", "stop"],
    ["START", "start"],
    ["unstop", "start"],
    ["Yes", "start"],
    ["stop calling at night", null],
    ["please stop", null],
    ["yes please", null],
    ["oh yes", null],
    ["", null],
  ])("that says %o wishes %o", (Body, wish) => {
    expect(reply({ Body })).toMatchObject({ text: Body, wish });
  });

  it.each<[what: string, fields: Fields, wish: "stop" | "start" | null]>([
    ["stop, though its words do not say so", { OptOutType: "STOP", Body: "Arrêt" }, "stop"],
    ["start, though its words do not say so", { OptOutType: "START", Body: "Encore" }, "start"],
    ["nothing where somebody asked for help", { OptOutType: "HELP", Body: "Help" }, null],
    ["stop before start", { OptOutType: "START", Body: "STOP" }, "stop"],
  ])("wishes, as Twilio understood it, %s", (_what, fields, wish) => {
    expect(reply(fields)).toMatchObject({ wish });
  });

  it("is none without a text", () => {
    expect(read({ MessageSid: "SM1", From: "+919812345678" })).toBeNull();
  });
});
