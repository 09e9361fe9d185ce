import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { usageFailure } from "../../exit/failure.ts";
import { findIntakeOrigin } from "../send/intake-origin.ts";
import { orNone } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { collectHostedFields, hostedFieldWords } from "./hosted-fields.ts";
import { unknownIntake } from "./html-form.ts";

type Form = components["schemas"]["Form"];

const usual = {
  is_on: false,
  title: "Get in touch",
  intro: "",
  fields: [
    { name: "name", label: "Name", kind: "text", is_required: true, options: [] },
    { name: "email", label: "E-mail", kind: "email", is_required: true, options: [] },
    { name: "phone", label: "Phone", kind: "tel", is_required: false, options: [] },
    { name: "message", label: "Message", kind: "textarea", is_required: false, options: [] },
  ],
  button: "Send",
  consent: null,
  thanks: "Thank you. Your details have arrived, we will be in touch soon.",
} satisfies Form["hosted_page"];

export const hostedPage = (cli: Cli) =>
  new Command("page")
    .description("the page at a form's own address: what is on it, and whether anybody sees it")
    .argument("<form>", "its name, key or id")
    .option("--on", "show it to whoever opens the form's address")
    .option("--off", "keep it, and show it to nobody")
    .option("--title <text>", "over it")
    .option("--intro <text>", "below the title; each line is a paragraph")
    .option(
      "--field <name=label>",
      "a field: name=Label*:kind:one|another, * for required; repeat it for each, in order: they replace those before",
      collectHostedFields,
    )
    .option("--button <text>", "on the button")
    .option(
      "--consent <text>",
      "what people must agree to, or none",
      orNone((text) => text),
    )
    .option("--thanks <text>", "what whoever sent it reads, where the form has no thank-you page")
    .addHelpText(
      "after",
      "\nWithout any of them it is shown as it is. Kinds: text, email, tel, textarea, select, checkbox.",
    )
    .action(async (form_id, { on, off, field, consent, ...words }) => {
      if (on === true && off === true)
        throw usageFailure("--on and --off say the opposite.", "give one of them.");
      const api = cli.api();
      const path = { form_id };
      const intake = (await findIntakeOrigin(cli)) ?? unknownIntake;
      const read = api.GET("/api/forms/{form_id}", { params: { path } });
      const { current, version } = await readForChange(read);
      const changed = withoutUndefined({
        is_on: on === true ? true : off === true ? false : undefined,
        fields: field === undefined ? undefined : [...field],
        consent: consent?.to,
        ...words,
      });
      const show = (form: Form) =>
        cli.results.show({ hosted_page: form.hosted_page }, (paint) => pageDetails(form, intake, paint));
      if (Object.keys(changed).length === 0) return show(current);
      const body = { hosted_page: { ...usual, ...current.hosted_page, ...changed } };
      const header = { "if-match": version };
      show(await answerOf(api.PATCH("/api/forms/{form_id}", { params: { path, header }, body })));
    });

const pageDetails = (
  { hosted_page: page, endpoint_path, name }: Form,
  intake: string,
  paint: Paint,
): string =>
  renderDetails(
    page === null
      ? [
          ["Form", name],
          ["Page", "none: its address only takes posts"],
        ]
      : [
          ["Form", name],
          ["Page", page.is_on ? `${intake}${endpoint_path}` : "off: nobody sees it"],
          ["Title", page.title],
          ["Intro", page.intro === "" ? undefined : page.intro],
          ["Fields", page.fields.map(hostedFieldWords).join("\n")],
          ["Button", page.button],
          ["Consent", page.consent ?? "none is asked for"],
          ["Thanks", page.thanks],
        ],
    paint,
  );
