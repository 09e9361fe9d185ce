import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { collectPairs } from "../shared/values.ts";
import { intakeOrigin } from "./intake-origin.ts";
import { postSubmission } from "./post-submission.ts";

export const send = (cli: Cli) =>
  new Command("send")
    .description("post a submission to a form, as a visitor's browser would reach it")
    .requiredOption("--form <key>", "the form's key, such as frm_site")
    .option("--name <name>", "of the lead", "LeadRelay test")
    .option("--email <address>", "of the lead; without it and --phone a new one at example.com")
    .option("--phone <number>", "of the lead")
    .option("--field <name=value>", "any other field of the form; may be repeated", collectPairs)
    .action(async ({ form, name, email, phone, field = {} }) => {
      const origin = intakeOrigin(cli);
      const made = `leadrelay-test-${cli.outside.randomHex(4)}@example.com`;
      const address = email ?? (phone === undefined ? made : undefined);
      const fields = {
        name,
        ...(address === undefined ? {} : { email: address }),
        ...(phone === undefined ? {} : { phone }),
        ...field,
      };
      const { submission_id } = await postSubmission(
        cli.outside,
        `${origin}/f/${encodeURIComponent(form)}`,
        fields,
      );
      cli.results.show(
        { submission_id, form_key: form, fields },
        () => `Accepted: submission ${submission_id} to form ${form}.\n`,
      );
    });
