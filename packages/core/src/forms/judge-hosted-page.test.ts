import type { HostedField } from "@leadrelay/contracts/hosted-page";
import { expect, it } from "vitest";
import { judgeHostedFields } from "./judge-hosted-page.ts";

const field = (name: string, changes: Partial<HostedField> = {}): HostedField => ({
  name,
  label: name,
  kind: "text",
  is_required: false,
  options: [],
  ...changes,
});

it.each<[string, HostedField[], Record<string, string>, (number | null)[]]>([
  ["an e-mail address alone", [field("email")], {}, []],
  ["a phone number alone", [field("Phone Number")], {}, []],
  ["an address by the form's own name for it", [field("kontakt")], { kontakt: "email" }, []],
  ["nothing", [], {}, [null]],
  ["no way to reach anybody", [field("name")], {}, [null]],
  ["an e-mail address that the form takes for something else", [field("email")], { email: "cta" }, [null]],
  ["a name twice", [field("email"), field("EMAIL ")], {}, [1]],
  ["a name twice, as PHP writes it", [field("email"), field("a[b]"), field("a.b")], {}, [2]],
  ["the form's honeypot", [field("email"), field("url")], { url: "honeypot" }, [1]],
  ["our own honeypot", [field("email"), field("__pg_website")], {}, [1]],
  ["what the page keeps for itself", [field("Consent"), field("email"), field("_next")], {}, [0, 2]],
  ["a choice of nothing", [field("email"), field("size", { kind: "select" })], {}, [1]],
  ["a choice of something", [field("email"), field("size", { kind: "select", options: ["2"] })], {}, []],
])("%s", (_what, fields, mapping, faulty) => {
  expect(judgeHostedFields(fields, mapping).map(({ index }) => index)).toEqual(faulty);
});
