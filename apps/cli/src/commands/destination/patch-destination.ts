import type { paths } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";

type Patch =
  paths["/api/destinations/{destination_id}"]["patch"]["requestBody"]["content"]["application/json"];

/** Changes a destination as it is now. */
export async function patchDestination(cli: Cli, destination_id: string, body: Patch) {
  const api = cli.api();
  const path = { destination_id };
  const { version } = await readForChange(
    api.GET("/api/destinations/{destination_id}", { params: { path } }),
  );
  const header = { "if-match": version };
  return answerOf(api.PATCH("/api/destinations/{destination_id}", { params: { path, header }, body }));
}
