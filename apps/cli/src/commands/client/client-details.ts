import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-table.ts";
import { publishedWords } from "../shared/published-words.ts";

type Client = components["schemas"]["Client"];

/** A client, for a person. */
export const clientDetails = (client: Client, { outside }: Cli, paint: Paint): string =>
  renderDetails(
    [
      ["Id", client.id],
      ["Name", client.name],
      ["Agency", client.agency_id],
      ["Stages", client.stages.join(" › ")],
      ["Test strings", client.test_strings?.join("\n") ?? "hidden, like contact details"],
      ["Weights", weightsOf(client)],
      ["For outages", publishedWords(client.direct_config, outside)],
      ["Created", localTime(client.created_at, outside)],
      ["Changed", localTime(client.updated_at, outside)],
      ["Deleted", client.deleted_at === null ? undefined : localTime(client.deleted_at, outside)],
    ],
    paint,
  );

const weightsOf = ({ suspicion_weights }: Client) =>
  Object.entries(suspicion_weights)
    .map(([reason, points]) => `${reason} ${points}`)
    .join("\n");
