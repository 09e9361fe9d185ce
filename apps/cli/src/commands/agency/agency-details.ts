import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";

/** An agency, for a person. */
export const agencyDetails = (
  agency: components["schemas"]["Agency"],
  { outside }: Cli,
  paint: Paint,
): string =>
  renderDetails(
    [
      ["Id", agency.id],
      ["Name", agency.name],
      ["Hue", agency.hue === null ? undefined : String(agency.hue)],
      ["Logo", agency.logo_url === null ? undefined : `at ${agency.logo_url}`],
      ["Installation", agency.is_installation ? "runs it: its owners add agencies" : undefined],
      ["Created", localTime(agency.created_at, outside)],
      ["Changed", localTime(agency.updated_at, outside)],
      ["Deleted", agency.deleted_at === null ? undefined : localTime(agency.deleted_at, outside)],
    ],
    paint,
  );
