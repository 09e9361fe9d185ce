import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";

type Client = components["schemas"]["Client"];

/** A client, for a person. */
export const clientDetails = (client: Client, { outside }: Cli, paint: Paint): string =>
  renderDetails(
    [
      ["Id", client.id],
      ["Name", client.name],
      ["Agency", client.agency_id],
      ["Time zone", client.time_zone ?? undefined],
      ["Phone country", client.phone_country ?? undefined],
      ["Stages", client.stages.join(" › ")],
      ["Test strings", client.test_strings?.join("\n") ?? "hidden, like contact details"],
      ["Weights", weightsOf(client)],
      ["While D1 is down", outageWords(client, outside)],
      ["Created", localTime(client.created_at, outside)],
      ["Changed", localTime(client.updated_at, outside)],
      ["Deleted", client.deleted_at === null ? undefined : localTime(client.deleted_at, outside)],
    ],
    paint,
  );

/** Whether leads of the client can be sent without the database: what that takes is kept beside it. */
function outageWords({ direct_config: { state, since } }: Client, clock: Cli["outside"]): string {
  if (state === "published") return "its leads are sent directly to its destinations, and stored afterwards";
  if (state === "withdrawn") return "nothing is sent for it";
  return `its leads can not be sent directly yet: what that takes is being put in place since ${localTime(since, clock)}`;
}

const weightsOf = ({ suspicion_weights }: Client) =>
  Object.entries(suspicion_weights)
    .map(([reason, points]) => `${reason} ${points}`)
    .join("\n");
