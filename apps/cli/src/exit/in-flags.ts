import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { Failure } from "./failure.ts";

/** Fields of the API whose option or argument is not called as they are; the first that the command has. */
const names: Readonly<Record<string, readonly string[]>> = {
  agency_id: ["--agency"],
  causes: ["--cause"],
  cidr: ["network"],
  client_id: ["--client"],
  client_ids: ["--client"],
  confirmation: ["--within-minutes", "--confirm-within", "--confirmation"],
  discarded_since: ["--at"],
  default_region: ["--region"],
  destination_id: ["--destination", "destination"],
  destination_ids: ["--destination"],
  duplicate_window_minutes: ["--duplicate-window"],
  email: ["--email", "email"],
  event_types: ["--events"],
  expires_at: ["--expires"],
  field_mapping: ["--map"],
  filter: ["--only"],
  fingerprints: ["--fingerprint"],
  form_id: ["--form"],
  form_ids: ["--form"],
  form_key: ["--key"],
  from: ["--since"],
  group_by: ["--by"],
  honeypot_mode: ["--honeypot"],
  hosted_page: ["--field"],
  is_shared: ["--client"],
  is_test: ["--test"],
  kinds: ["--kind"],
  lead_id: ["--lead"],
  mapping: ["--map"],
  limits: ["--cap"],
  returns: ["--reasons", "--any"],
  overflow_minutes: ["--overflow"],
  overlap_seconds: ["--overlap"],
  owner_email: ["--owner"],
  password: ["--stdin"],
  permissions: ["--may"],
  q: ["what", "search"],
  retry_schedule: ["--retry"],
  route_id: ["route"],
  shape: ["--only"],
  status: ["--stage", "--status", "stage"],
  source_id: ["source"],
  status_codes: ["--code"],
  submission_ids: ["submissions"],
  suspicion_weights: ["--weights"],
  takes_test: ["--tests"],
  text: ["text"],
  timeout_ms: ["--timeout"],
  to: ["--until"],
  token: ["link"],
  version: ["--to"],
  view: ["--board"],
  view_id: ["view"],
};

/** Fields that are several flags, each called as its part: `limits.hours.monday.0` is `--hours`. */
const ofParts = new Set(["limits", "returns"]);

const dashed = (name: string) => `--${name.replaceAll("_", "-")}`;

/** How a command is given a field of the API: `--client`, `<email>`; undefined where it is not. */
export function flagOf(command: CommandUnknownOpts, field: string): string | undefined {
  const [name = "", part = ""] = field.replace(/^(?:filter|settings)\./, "").split(".");
  const candidates = [...(ofParts.has(name) ? [dashed(part)] : []), ...(names[name] ?? [dashed(name)])];
  const option = candidates.find((one) => command.options.some(({ long }) => long === one));
  const argument = candidates.find((one) =>
    command.registeredArguments.some((taken) => taken.name() === one),
  );
  return option ?? (argument === undefined ? undefined : `<${argument}>`);
}

/** Fields whose entries have names that whoever typed the command gave them. */
const ofEntries = new Set(["field_mapping", "suspicion_weights"]);

/** The flag, and which of its entries is meant: `--map kontakt`. */
function flagAndEntry(command: CommandUnknownOpts, path: string): string | undefined {
  const flag = flagOf(command, path);
  const [, name = "", entry] = /^([^.]+)\.(.+)$/s.exec(path) ?? [];
  return flag === undefined || entry === undefined || !ofEntries.has(name) ? flag : `${flag} ${entry}`;
}

/** What is wrong, each once with all that it is wrong of. */
function saidOnce(faults: readonly { flag: string | undefined; what: string }[]): string {
  const byWhat = Map.groupBy(faults, ({ what }) => what.replace(/\.$/, ""));
  return [...byWhat]
    .map(([what, all]) => `${[...new Set(all.map(({ flag }) => flag))].join(", ")}: ${what}`)
    .join("; ");
}

const ofValues = /\/(invalid|malformed-request)$/;

/**
 * The failure as whoever typed the command knows it: the API's names of fields are the command's flags, and a refusal
 * of nothing but values given by them is a wrong usage.
 */
export function inFlags(failure: Failure, command: CommandUnknownOpts): Failure {
  const { problem, detail } = failure.parts;
  if (problem === undefined) return failure;
  const told = detail?.replaceAll(/\b[a-z]+(?:_[a-z]+)+\b/g, (field) => flagOf(command, field) ?? field);
  const faults = problem.errors?.map((error) => ({
    flag: flagAndEntry(command, error.field),
    what: error.detail,
  }));
  const isOurs = faults !== undefined && faults.length > 0 && faults.every(({ flag }) => flag !== undefined);
  if (isOurs && ofValues.test(problem.type))
    return new Failure({
      ...failure.parts,
      ending: "usage",
      title: `${saidOnce(faults)}.`,
      // Most often it tells the same once more.
      detail: faults.every(({ what }) => detail?.includes(what)) ? undefined : told,
      whatToDo: "add --help to see how it is called.",
    });
  return told === detail ? failure : new Failure({ ...failure.parts, detail: told });
}
