import { defineSettings } from "@leadrelay/adapters/settings/define-settings";
import { secret } from "@leadrelay/adapters/settings/fields";
import type { SettingsOf } from "@leadrelay/adapters/settings/setting-field";
import { accessKeySecretPattern, newAccessKeySecret } from "@leadrelay/signing/access-keys/access-key";
import * as z from "zod/mini";
import type { SourceDoor } from "../door.ts";
import { answer } from "./answer.ts";
import { splitLeads } from "./split-leads.ts";
import { verify } from "./verify.ts";

const given = secret({
  label: "Secret",
  help: "what the server signs with, `lrs_` and 43 signs; made here where none is given",
  example: "lrs_ExampleExampleExampleExampleExampleExample0",
  most: 47,
});

const fields = {
  secret: {
    ...given,
    schema: given.schema.check(
      z.regex(accessKeySecretPattern, "should be lrs_ and 43 signs: leave it out to have one made"),
    ),
  },
};
type SignedSettings = SettingsOf<typeof fields>;

/** Servers that sign what they post to `/v1/leads`: with the signature of docs/signing.md, or as Standard Webhooks do. */
export const signed: SourceDoor<SignedSettings> = {
  ...defineSettings("signed", fields),
  kind: "signed",
  methods: ["POST"],
  foundBy: "key",
  keyNames: "request",
  makes: { secret: newAccessKeySecret },
  verify,
  split: splitLeads,
  answer,
};
