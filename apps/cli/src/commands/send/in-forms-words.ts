import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findFormId } from "../shared/find-form.ts";

/** A form's own field names → ours. */
export type Mapping = Readonly<Record<string, string>>;

/** The mapping of a form, given by its id or its key. */
export async function mappingOf(cli: Cli, given: string): Promise<Mapping> {
  const params = { path: { form_id: await findFormId(cli, given) } };
  return (await answerOf(cli.api().GET("/api/forms/{form_id}", { params }))).field_mapping;
}

/** Whether a field of ours is one by which somebody is reached. */
export const isReach = (ours: string | undefined): boolean => ours === "email" || ours === "phone";

/** Fields of ours under the names the form's own mapping has for them, the first of several; what it does not name keeps ours. */
export const inFormsWords = (
  fields: Readonly<Record<string, string | undefined>>,
  mapping: Mapping,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([ours, value]): [string, string][] => {
      const theirs = Object.keys(mapping).find((name) => mapping[name] === ours);
      return value === undefined ? [] : [[theirs ?? ours, value]];
    }),
  );
