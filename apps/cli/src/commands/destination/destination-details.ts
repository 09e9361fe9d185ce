import { usualRefusalsUntilHeld } from "@leadrelay/contracts/hold-after-refusals";
import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { confirmationWords } from "./confirmation-words.ts";
import { limitsWords } from "./limits-words.ts";
import { returnsWords } from "./returns-words.ts";
import { renderDetails } from "../../output/render-details.ts";

type Destination = components["schemas"]["Destination"] &
  Partial<
    Pick<components["schemas"]["DestinationDetails"], "what_next" | "route" | "shaped"> &
      Pick<components["schemas"]["CreatedDestination"], "secret">
  >;

const whyOff: Readonly<Record<string, string>> = {
  gone: ": it answered 410",
  failing: ": it took nothing for five days",
};

const installation = "as the installation says";

/** Whether things are sent to it, and why not. */
export function stateWords({ enabled, disabled_reason, deleted_at }: Destination, paint: Paint): string {
  if (deleted_at !== null) return paint("dim", "deleted");
  if (enabled) return paint("green", "on");
  return paint("yellow", `off${whyOff[disabled_reason ?? ""] ?? ""}`);
}

/** A destination, for a person. */
export const destinationDetails = (destination: Destination, { outside }: Cli, paint: Paint): string =>
  renderDetails(
    [
      ["Id", destination.id],
      ["Name", destination.name],
      ["Kind", destination.kind],
      ["Client", destination.client_id],
      ["State", stateWords(destination, paint)],
      [
        "Off since",
        destination.disabled_at === null ? undefined : localTime(destination.disabled_at, outside),
      ],
      ["What next", destination.what_next || undefined],
      ...reachedBy(destination),
      ["Signing secret", destination.secret],
      [
        "How people came",
        destination.settings?.["send_attribution"] === true ? "sent along" : "not sent along",
      ],
      ["Events", destination.event_types.join("\n")],
      ["Takes leads from", destination.environments.join(", ")],
      ["Test leads", destination.takes_test ? "yes" : "no"],
      ["Route", routeWords(destination)],
      ["Shape", shapeWords(destination)],
      ["Limits", destination.limits == null ? undefined : limitsWords(destination.limits)],
      [
        "Confirms",
        destination.confirmation == null ? undefined : confirmationWords(destination.confirmation),
      ],
      ["Gives back", destination.returns == null ? undefined : returnsWords(destination.returns)],
      ["Retries", destination.retry_schedule ?? installation],
      ["Time for a try", destination.timeout_ms === null ? installation : `${destination.timeout_ms} ms`],
      ["Holds after", refusalWords(destination.hold_after_refusals)],
      ["Created", localTime(destination.created_at, outside)],
      ["Changed", localTime(destination.updated_at, outside)],
      ["Deleted", destination.deleted_at === null ? undefined : localTime(destination.deleted_at, outside)],
    ],
    paint,
  );

/** Who else may get its leads, and what shows that. */
function routeWords({ route }: Destination): string | undefined {
  if (route === undefined) return undefined;
  if (route === null) return "in none: it hears of every lead that it takes";
  return `${route.name} (${route.mode}); \`leadrelay route show ${route.id}\` says who gets which leads`;
}

/** Which leads it gets, how they are written, and what shows or sets that. */
function shapeWords({ id, shaped }: Destination): string | undefined {
  if (shaped === undefined) return undefined;
  if (shaped === null)
    return `all leads, as its kind writes them; \`leadrelay shape set ${id}\` filters or maps them`;
  const { has_filter, mapped_fields } = shaped;
  const fields = `${mapped_fields} mapped field${mapped_fields === 1 ? "" : "s"}`;
  const parts = [...(has_filter ? ["a filter"] : []), ...(mapped_fields > 0 ? [fields] : [])];
  return `${parts.join(" and ")}; \`leadrelay shape show ${id}\` shows it, \`leadrelay shape preview ${id}\` what it makes of a lead`;
}

const refusalWords = (leads: number | null) =>
  leads === 0 ? "no number of refusals" : `${leads ?? usualRefusalsUntilHeld} refusals in a row`;

/** Its settings, as far as its kind lets them be seen. */
function reachedBy({ id, settings }: Destination): [name: string, value: string][] {
  if (settings === null) {
    const anew = `cannot be read: the master key that sealed it is gone. Give it anew: leadrelay destination change ${id} --address`;
    return [["Address", anew]];
  }
  return Object.entries(settings)
    .filter(([name]) => name !== "send_attribution")
    .map(([name, value]) => [names[name] ?? name.replaceAll("_", " "), inWords(value)]);
}

const names: Readonly<Record<string, string>> = { url_hint: "Address", has_api_key: "API key" };

const inWords = (value: string | boolean) => (typeof value === "string" ? value : value ? "set" : "none");
