import type { components, paths } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";

type Source = components["schemas"]["SourceDetails"];
type Patch = paths["/api/sources/{source_id}"]["patch"]["requestBody"]["content"]["application/json"];

/** Changes a source as it is now, by what it is. */
export async function patchSource(
  cli: Cli,
  source_id: string,
  bodyFor: (current: Source) => Patch | Promise<Patch>,
) {
  const api = cli.api();
  const path = { source_id };
  const { current, version } = await readForChange(api.GET("/api/sources/{source_id}", { params: { path } }));
  const header = { "if-match": version };
  const body = await bodyFor(current);
  return answerOf(api.PATCH("/api/sources/{source_id}", { params: { path, header }, body }));
}
