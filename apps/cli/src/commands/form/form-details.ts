import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { publishedWords } from "../shared/published-words.ts";
import type { Mapping } from "./mapping-options.ts";

type Form = components["schemas"]["Form"];

const installation = "as the installation says";

/** A form, for a person. @param intake the origin before its path, where that is known */
export const formDetails = (
  form: Form,
  { outside, settings }: Cli,
  paint: Paint,
  intake = settings().intakeUrl,
): string =>
  renderDetails(
    [
      ["Id", form.id],
      ["Name", form.name],
      ["Posts to", `${intake ?? ""}${form.endpoint_path}`],
      ["Client", form.client_id],
      ["At the edge", publishedWords(form.snapshot, outside, form.updated_at)],
      ["Allowed hosts", form.allowed_hosts.join("\n") || "any may post, none is a redirect target"],
      ["Thank-you page", form.thank_you_url],
      ["Redirect", form.redirect_status],
      ["Honeypot", form.honeypot_mode === null ? installation : honeypots[form.honeypot_mode]],
      ["Region", form.default_region],
      ["Not again within", withUnit(form.duplicate_window_minutes, "minutes")],
      ["Again after", withUnit(form.reengage_hours, `hours since the ${basis[form.reengage_basis]}`)],
      ["Identity guard", onOff(form.identity_guard)],
      ["Fields", mappingWords(form.field_mapping)],
      ["Created", localTime(form.created_at, outside)],
      ["Changed", localTime(form.updated_at, outside)],
      ["Deleted", form.deleted_at === null ? undefined : localTime(form.deleted_at, outside)],
    ],
    paint,
  );

const honeypots = {
  log: "log: what fills it is dropped",
  quarantine: "quarantine: what fills it is kept apart for 30 days",
  off: "off: what fills it goes through as a bot's",
} as const;

const basis = { last_submission: "last submission", last_send: "last send" } as const;

const onOff = (value: boolean | null) => (value === null ? installation : value ? "on" : "off");

const withUnit = (value: number | null, unit: string) => (value === null ? installation : `${value} ${unit}`);

/** A mapping, an entry a line. */
export const mappingWords = (mapping: Mapping): string =>
  Object.entries(mapping)
    .map(([theirs, ours]) => `${theirs} = ${ours}`)
    .join("\n");
