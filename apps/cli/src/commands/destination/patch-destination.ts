import type { components, paths } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";

type Destination = components["schemas"]["DestinationDetails"];
type Patch =
  paths["/api/destinations/{destination_id}"]["patch"]["requestBody"]["content"]["application/json"];

/** Changes a destination as it is now, by what it is. */
export async function patchDestination(
  cli: Cli,
  destination_id: string,
  bodyFor: (current: Destination) => Patch | Promise<Patch>,
) {
  const api = cli.api();
  const path = { destination_id };
  const { current, version } = await readForChange(
    api.GET("/api/destinations/{destination_id}", { params: { path } }),
  );
  const header = { "if-match": version };
  const body = await bodyFor(current);
  return answerOf(api.PATCH("/api/destinations/{destination_id}", { params: { path, header }, body }));
}
