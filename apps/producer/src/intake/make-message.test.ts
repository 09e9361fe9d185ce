import { submissionMessageSchema } from "@leadrelay/contracts/submission-message";
import type { HoneypotMode } from "@leadrelay/contracts/honeypot-mode";
import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { compileMapping } from "@leadrelay/core/fields/field-mapping";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unknownForm, type EdgeForm } from "../forms/edge-form.ts";
import { makeMessage, type ReadSubmission } from "./make-message.ts";

const named = { form_id: "form", client_id: "client", database: "DB", default_region: "IN" };
const context = {
  ip: "203.0.113.7",
  country: "IN",
  city: null,
  region: null,
  timezone: null,
  asn: null,
  user_agent: null,
  referrer: "https://shop.example/villa",
};

interface Given extends Partial<Pick<ReadSubmission, "channel">> {
  form?: Partial<EdgeForm>;
  notes?: string[];
  honeypotMode?: HoneypotMode;
}

const made = (entries: BodyEntry[], { form, notes = [], honeypotMode = "log", ...given }: Given = {}) =>
  makeMessage(
    {
      id: "sub",
      receivedAt: 1_700_000_000_000,
      formKey: "frm",
      form: { ...unknownForm, named, ...form },
      channel: "browser",
      body: { entries, notes },
      context,
      ...given,
    },
    honeypotMode,
  );

const email: BodyEntry = ["EMAIL", "anna@example.com"];
const honeypot: BodyEntry = ["__pg_hp", "x"];

test("a submission becomes a message with its fields, its whole body and what is known of its caller", () => {
  const notes = ["file skipped: cv (cv.pdf, 9 bytes)"];
  expect(made([email, ["budget", "2 crore"]], { notes, channel: "server" })).toEqual({
    kind: "made",
    honeypot: null,
    message: {
      v: 1,
      type: "submission",
      submission_id: "sub",
      received_at: 1_700_000_000_000,
      form_key: "frm",
      form: named,
      channel: "server",
      is_bot: false,
      fields: { email: "anna@example.com" },
      payload: Object.assign(Object.create(null), { EMAIL: "anna@example.com", budget: "2 crore" }),
      notes,
      context,
    },
  });
});

test("while nobody can say whose form it is the message is made without", () => {
  expect(made([email], { form: { named: null } })).toMatchObject({ kind: "made", message: { form: null } });
});

test("the form's own names of fields are read", () => {
  const form = { mapping: compileMapping({ kontakt: "email" }) };
  expect(made([["kontakt", "anna@example.com"]], { form })).toMatchObject({
    message: { fields: { email: "anna@example.com" } },
  });
});

describe("a filled honeypot", () => {
  test.each([
    ["drops what is logged only", null, "log", "log"],
    ["drops it where the form says so, whatever the Worker's setting", "log", "off", "log"],
    ["marks what is let through", null, "off", "off"],
    ["marks it where the form lets it through, whatever the Worker's setting", "off", "log", "off"],
    ["marks what is to be kept apart", null, "quarantine", "quarantine"],
    [
      "marks it where the form keeps it apart, whatever the Worker's setting",
      "quarantine",
      "off",
      "quarantine",
    ],
    [
      "drops it where the form does, though the Worker's setting would keep it apart",
      "log",
      "quarantine",
      "log",
    ],
  ] as const)("%s", (_what, ofForm, honeypotMode, expected) => {
    const messages = {
      log: { kind: "dropped" },
      off: { kind: "made", honeypot: "off", message: { is_bot: true } },
      quarantine: { kind: "made", honeypot: "quarantine", message: { is_bot: true, quarantine: "kept" } },
    };
    const result = made([email, honeypot], { form: { honeypotMode: ofForm }, honeypotMode });
    expect(result).toMatchObject(messages[expected]);
    const message = result.kind === "made" ? result.message : {};
    expect("quarantine" in message).toBe(expected === "quarantine");
  });

  test.each(["log", "quarantine"] as const)(
    "with nobody to reach is dropped, so that a bot learns nothing from the answer (%s)",
    (honeypotMode) => expect(made([honeypot], { honeypotMode })).toEqual({ kind: "dropped" }),
  );

  test("with nobody to reach is corrected where honeypots are let through", () => {
    expect(made([honeypot], { honeypotMode: "off" })).toMatchObject({ kind: "incorrect" });
  });

  test.each(["log", "quarantine", "off"] as const)(
    "is none where it says that it is not (%s)",
    (honeypotMode) => {
      for (const value of ["false", "0", "null", "undefined", false, 0, null]) {
        const result = made([email, ["__pg_hp", value]], { honeypotMode });
        expect(result).toMatchObject({ kind: "made", honeypot: null, message: { is_bot: false } });
        expect(result.kind === "made" && result.message).not.toHaveProperty("quarantine");
      }
    },
  );

  test("is none where the field is empty", () => {
    const result = made([email, ["__pg_hp", ""]], { honeypotMode: "quarantine" });
    expect(result).toMatchObject({ kind: "made", honeypot: null, message: { is_bot: false } });
  });
});

describe("who cannot be reached", () => {
  test.each([
    ["nothing to reach them by", [["name", "Anna"]]],
    ["an address that is none", [["email", "anna@"]]],
    ["too few digits", [["phone", "12"]]],
  ] satisfies [string, BodyEntry[]][])("makes no message: %s", (_what, entries) => {
    expect(made(entries)).toMatchObject({
      kind: "incorrect",
      problems: [{ field: "email" }, { field: "phone" }],
    });
  });

  test("by e-mail can be by phone", () => {
    const phone: BodyEntry = ["phone", "9999999999"];
    expect(made([["email", "none"], phone])).toMatchObject({ kind: "made" });
  });
});

test("whatever a body holds, what is made of it is a message that the consumer can read", () => {
  const name = fc.oneof(fc.constantFrom("phone", "__pg_hp", "__proto__", "utm_source"), fc.string());
  const entries = fc.array(fc.tuple(name, fc.jsonValue()));
  fc.assert(
    fc.property(entries, fc.constantFrom("off", "quarantine"), (others, honeypotMode) => {
      const result = made([...others, email], { honeypotMode });
      const sent: unknown = JSON.parse(JSON.stringify(result.kind === "made" ? result.message : null));
      expect(submissionMessageSchema.safeParse(sent).success).toBe(true);
    }),
  );
});
