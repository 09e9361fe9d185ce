import { formSnapshotSchema } from "@leadrelay/contracts/form-snapshot";
import { expect, test } from "vitest";
import { prepareForm } from "./edge-form.ts";

const snapshot = {
  v: 1,
  form_id: "form",
  client_id: "client",
  database: "DB",
  allowed_hosts: [],
  thank_you_url: null,
  redirect_status: 301,
  field_mapping: {},
  default_region: null,
};

test.each([
  ["one of before that leaves it to the Worker", { bot_detection: null }, null],
  ["one of before with detection on", { bot_detection: true }, "log"],
  ["one of before with detection off", { bot_detection: false }, "off"],
  ["one that quarantines", { bot_detection: true, honeypot_mode: "quarantine" }, "quarantine"],
])("a snapshot says what becomes of a filled honeypot: %s", (_which, said, mode) => {
  expect(prepareForm(formSnapshotSchema.parse({ ...snapshot, ...said })).honeypotMode).toBe(mode);
});
