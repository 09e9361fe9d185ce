import { expect, it } from "vitest";
import { outgoing } from "../test/outgoing.ts";
import { getAdapter } from "./registry.ts";

const callback_url = "https://leads.example/callbacks/make/d-1?token=t";
const settings = { url: "https://crm.example/hook", signature: "none" };

const bodyOf = (kind: string, more: { callback_url?: string | null }) =>
  getAdapter(kind).sentBody(settings, { ...outgoing(), ...more });

it.each([
  ["make", (body: object) => body],
  ["zapier", (body: object) => body],
  ["n8n", (body: object) => body],
  ["webhook", (body: { data?: object }) => body.data ?? {}],
] as const)("%s is told where to confirm, beside the lead", (kind, leadIn) => {
  expect(leadIn(bodyOf(kind, { callback_url }))).toMatchObject({ callback_url });
});

it.each(["zapier", "n8n", "webhook"])("%s that has to confirm nothing is sent as it always was", (kind) => {
  for (const more of [{}, { callback_url: null }])
    expect(JSON.stringify(bodyOf(kind, more))).not.toContain("callback_url");
});
