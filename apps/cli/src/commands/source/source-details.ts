import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { publishedWords } from "../shared/published-words.ts";

type Source = components["schemas"]["Source"] &
  Partial<Pick<components["schemas"]["SourceDetails"], "last_lead_at" | "newest_leads">>;

/** A source, for a person. */
export const sourceDetails = (source: Source, { outside }: Cli, paint: Paint): string =>
  renderDetails(
    [
      ["Id", source.id],
      ["Name", source.name],
      ["Kind", source.kind],
      ["Client", source.client_id],
      ["Form", source.form_id],
      [source.kind === "signed" ? "Key id" : "Address ends", source.key_hint],
      ["State", source.deleted_at !== null ? "deleted" : source.enabled ? "on" : paint("yellow", "paused")],
      ["Settings", settingsWords(source)],
      ["Secret before", untilWords(source.previous_settings_until, outside)],
      ["Address before", untilWords(source.previous_keys_until, outside)],
      ["Last lead", lastWords(source.last_lead_at, outside)],
      ["Newest", source.newest_leads?.map(({ submission_id }) => submission_id).join("\n") || undefined],
      ["At the edge", publishedWords(source.snapshot, outside, source.updated_at)],
      ["Created", localTime(source.created_at, outside)],
      ["Changed", localTime(source.updated_at, outside)],
      ["Deleted", source.deleted_at === null ? undefined : localTime(source.deleted_at, outside)],
    ],
    paint,
  );

function settingsWords({ settings }: Source): string {
  if (settings === null) return "cannot be opened: give them anew";
  const shown = Object.entries(settings).map(([name, value]) => `${name} = ${String(value)}`);
  return shown.join("\n") || "none";
}

const untilWords = (until: number | null, outside: Cli["outside"]) =>
  until === null ? undefined : `goes on until ${localTime(until, outside)}`;

const lastWords = (at: number | null | undefined, outside: Cli["outside"]) =>
  at === undefined ? undefined : at === null ? "none yet" : localTime(at, outside);
