import { Command } from "@commander-js/extra-typings";
import { testMarker } from "@leadrelay/contracts/test-marker";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { findFormKey } from "../shared/find-form.ts";
import { readSeconds } from "../shared/time-options.ts";
import { collectPairs } from "../shared/values.ts";
import { followSubmission } from "./follow-submission.ts";
import { inFormsWords, isReach, mappingOf, type Mapping } from "./in-forms-words.ts";
import { intakeOrigin } from "./intake-origin.ts";
import { postSubmission } from "./post-submission.ts";
import { sampleFields } from "./sample-fields.ts";
import { showLanding } from "./show-landing.ts";

const usualTimeoutSeconds = 60;

export const send = (cli: Cli) =>
  new Command("send")
    .description(
      "post a submission to a form, as a visitor's browser would reach it, and follow it until it lands",
    )
    .requiredOption("--form <key>", "the form's key, such as frm_site, or its name or id")
    .option("--name <name>", "of the lead", "LeadRelay test")
    .option("--email <address>", "of the lead; without it and --phone a new one at example.com")
    .option("--phone <number>", "of the lead")
    .option("--field <name=value>", "any other field of the form; may be repeated", collectPairs)
    .option(
      "--as-form",
      "name the fields as the form itself does, and fill every one that its mapping names, as its visitors' posts do (needs signing in)",
    )
    .option("--test", "mark it as a test (the default): stored as one, sent to destinations that take tests")
    .option("--live", "send it as a real lead: stored, counted and delivered like any other")
    .option("--no-follow", "only post it; takes no signing in")
    .option("--timeout <time>", "how long to follow it, such as 30s or 5m (default: 60s)", readSeconds)
    .addHelpText("after", "\nIt is a test unless --live is given. Ends with 4 when it did not land in time.")
    .action(async (options) => {
      const { form: given, name, email, phone, field = {}, follow, timeout = usualTimeoutSeconds } = options;
      if (options.test === true && options.live === true)
        throw usageFailure(
          "--test and --live say the opposite.",
          "give one of them; it is a test without either.",
        );
      const isLive = options.live === true;
      const origin = await intakeOrigin(cli);
      // Before it is posted: who cannot follow it should not have sent it.
      if (follow) cli.api();
      const form = await findFormKey(cli, given);
      const mapping = options.asForm === true ? await mappingOf(cli, given) : {};
      const hex = cli.outside.randomHex(4);
      const made = `leadrelay-test-${hex}@example.com`;
      const reaches = email ?? phone ?? Object.keys(field).find((theirs) => isReach(mapping[theirs]));
      const fields = {
        ...inFormsWords({ name, email: reaches === undefined ? made : email, phone }, mapping),
        ...inFormsWords(sampleFields(leftOver(mapping, { email, phone, field }), hex), mapping),
        ...field,
        ...(isLive ? {} : { [testMarker.name]: testMarker.value }),
      };
      const url = `${origin}/f/${encodeURIComponent(form)}`;
      const { submission_id } = await postSubmission(cli.outside, url, fields);
      const sent = { submission_id, form_key: form, is_test: !isLive, fields };
      const named = options.asForm === true ? ` Its fields: ${Object.keys(fields).join(", ")}.` : "";
      const accepted = `Accepted: submission ${submission_id} to form ${form}, ${isLive ? "a real lead" : "marked as a test"}.${named}`;
      if (!follow) {
        cli.results.show(sent, () => `${accepted}\n`);
        return;
      }
      cli.results.note(accepted);
      const story = await followSubmission(cli, submission_id, timeout * 1_000);
      showLanding(cli, { ...sent, story: story ?? null });
    });

/** What of a form's mapping nothing that was given stands for. */
function leftOver(
  mapping: Mapping,
  { email, phone, field }: { email?: string | undefined; phone?: string | undefined; field: Mapping },
): Mapping {
  const given = new Set([
    "name",
    ...(email === undefined ? [] : ["email"]),
    ...(phone === undefined ? [] : ["phone"]),
    ...Object.keys(field).map((theirs) => mapping[theirs]),
  ]);
  return Object.fromEntries(Object.entries(mapping).filter(([, ours]) => !given.has(ours)));
}
