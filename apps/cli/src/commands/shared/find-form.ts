import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";

const idPrefix = "form_";
const mostForms = 10_000;

/** The id of a form named by its id or its key, such as frm_site. What is neither is left for the API to refuse. */
export async function findFormId<Given extends string | undefined>(
  cli: Cli,
  given: Given,
): Promise<string | Given> {
  if (given === undefined || given.startsWith(idPrefix)) return given;
  const api = cli.api();
  const { items } = await takeItems({ limit: mostForms }, (page) =>
    answerOf(api.GET("/api/forms", { params: { query: { deleted: "true", ...page } } })),
  );
  return items.find(({ form_key }) => form_key === given)?.id ?? given;
}

/** The key of a form named by its key or its id; a key that looks like an id stays what it is. */
export async function findFormKey(cli: Cli, given: string): Promise<string> {
  if (!given.startsWith(idPrefix)) return given;
  try {
    const params = { path: { form_id: given } };
    return (await answerOf(cli.api().GET("/api/forms/{form_id}", { params }))).form_key;
  } catch (error) {
    // Posting takes no signing in.
    if (error instanceof Failure) return given;
    throw error;
  }
}
