import type { Paint } from "./paint.ts";
import type { Failure } from "../exit/failure.ts";
import type { Outside } from "../outside/outside.ts";
import { asCalled } from "./as-called.ts";
import { hang } from "./hang.ts";

/** The failure in words for a person, a line each, with a line feed at the end. */
export function failureText({ parts }: Failure, paint: Paint): string {
  const { ending, title, detail, whatToDo, requestId, problem } = parts;
  // A wrong usage names the flags themselves.
  const errors = ending === "usage" ? [] : (problem?.errors ?? []);
  const fields = errors.map(({ field, detail: what }) => `${field}: ${what}`);
  const below = (text: string) => hang("  ", text, paint);
  const lines = [
    hang(`${paint("red", "error:")} `, title, paint, 2),
    ...(detail === undefined || detail === title ? [] : [below(detail)]),
    ...fields.filter((line) => detail?.includes(line) !== true).map(below),
    ...(whatToDo === undefined ? [] : [below(`What to do: ${whatToDo}`)]),
    ...(requestId === undefined ? [] : [paint("dim", `  Request id: ${requestId}`)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** The failure as a problem document: the API's own, or one of the same form. */
export function failureDocument({ parts }: Failure, outside: Pick<Outside, "calledAs">): object {
  const { ending, title, detail, whatToDo, requestId, problem } = parts;
  return {
    ...(problem ?? { type: `https://leadrelay.dev/problems/cli-${ending}`, title, detail: detail ?? title }),
    ...(whatToDo === undefined ? {} : { what_to_do: asCalled(whatToDo, outside) }),
    ...(requestId === undefined ? {} : { request_id: requestId }),
  };
}
