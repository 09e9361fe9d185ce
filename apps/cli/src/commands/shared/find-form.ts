import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";
import { resolveThing } from "../../named/resolve-thing.ts";

const keyPrefix = "frm_";

/** The id of a form named by its id, key or name, where a command did not have it resolved before it ran. */
export const findFormId = (cli: Cli, given: string): Promise<string> =>
  resolveThing(cli, "form", given, { flag: "--form" });

/** The key of a form named by its key, id or name. Posting takes no signing in: what cannot be looked up stays what it is. */
export async function findFormKey(cli: Cli, given: string): Promise<string> {
  if (given.startsWith(keyPrefix)) return given;
  try {
    const params = { path: { form_id: await findFormId(cli, given) } };
    return (await answerOf(cli.api().GET("/api/forms/{form_id}", { params }))).form_key;
  } catch (error) {
    if (error instanceof Failure && (error.parts.ending !== "usage" || /^\S+$/.test(given))) return given;
    throw error;
  }
}
