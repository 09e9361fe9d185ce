import { defineSettings } from "@leadrelay/adapters/settings/define-settings";
import { choice, optional, secret, text } from "@leadrelay/adapters/settings/fields";
import type { SettingsOf } from "@leadrelay/adapters/settings/setting-field";
import { messageAnswer } from "../answers/message-answers.ts";
import type { SourceDoor, Split, Verified } from "../door.ts";
import { listOf } from "../read-value.ts";
import { keyAt } from "./key-at.ts";
import type { Preset } from "./preset.ts";
import { calendly } from "./presets/calendly.ts";
import { contactForm7, elementor, gravityForms, none } from "./presets/form-plugins.ts";
import { jotform } from "./presets/jotform.ts";
import { typeform } from "./presets/typeform.ts";
import { webflow } from "./presets/webflow.ts";

const presets: ReadonlyMap<string, Preset> = new Map(
  [none, typeform, jotform, elementor, webflow, gravityForms, contactForm7, calendly].map((preset) => [
    preset.name,
    preset,
  ]),
);

const fields = {
  preset: choice({
    label: "Tool",
    help: "what sends the posts; none for any other: then the form's own mapping reads them, by path where they are nested",
    choices: [
      "none",
      "typeform",
      "jotform",
      "elementor",
      "webflow",
      "gravity_forms",
      "contact_form_7",
      "calendly",
    ],
    example: "typeform",
  }),
  signing_secret: optional(
    secret({
      label: "Signing secret",
      help: "what the tool signs with; where it is set, nothing unsigned is taken. Typeform, Webflow and Calendly sign",
      example: "ExampleExampleExample",
    }),
  ),
  key_path: optional(
    text({
      label: "Path of the id",
      help: "where the post has an id of its own, such as data.id: the same id again is the same lead. The presets know theirs",
      example: "data.id",
      most: 200,
    }),
  ),
};
type GenericSettings = SettingsOf<typeof fields>;

/** Any tool that posts a form or JSON to a private address of its own. */
export const generic: SourceDoor<GenericSettings> = {
  ...defineSettings("generic", fields, ({ preset, signing_secret }) =>
    signing_secret != null && presets.get(preset)?.isSigned === undefined
      ? [{ setting: "signing_secret", detail: "is of no use here: this tool signs nothing" }]
      : [],
  ),
  kind: "generic",
  methods: ["POST"],
  foundBy: "address",
  keyNames: "request",
  makes: {},
  async verify(request, { preset, signing_secret }, { nowMs }): Promise<Verified> {
    const isSigned = presets.get(preset)?.isSigned;
    if (signing_secret == null || isSigned === undefined) return { ok: true, key: null, isProven: false };
    if (await isSigned(request, { secret: signing_secret, nowMs }))
      return { ok: true, key: null, isProven: true };
    return {
      ok: false,
      status: 401,
      code: "wrong_signature",
      detail:
        "The signature is not there, or does not fit: compare the signing secret of the tool with this source's.",
    };
  },
  split(value, { preset, key_path }): Split {
    // As some tools wrap what they post.
    const posted = Array.isArray(value) && value.length === 1 ? listOf(value)[0] : value;
    const read = (presets.get(preset) ?? none).split(posted);
    if (read.kind !== "items" || key_path == null) return read;
    const key = keyAt(value, key_path) ?? keyAt(posted, key_path);
    return { kind: "items", items: read.items.map((item) => ({ ...item, key: key ?? item.key })) };
  },
  answer: messageAnswer,
};
