import { fieldsOfMapping } from "../../format/form-fields.ts";
import { formsTexts } from "../../texts/forms.ts";

const texts = formsTexts.posts;

/** What became of a post, as far as this page may read it. `unread`: it was sent, and the answer is only for pages on the form's hosts. */
export type Posted =
  | { kind: "accepted"; submissionId: string }
  | { kind: "refused"; detail: string }
  | { kind: "unread" }
  | { kind: "unreachable" };

/** Marks a post as a test, wherever it comes in. */
const marker = ["__leadrelay_test", "yes"] as const;

/** A test's fields, under the form's own names; nobody has its address or its number. */
export function testFields(mapping: Readonly<Record<string, string>>, random: number): URLSearchParams {
  const hex = random.toString(16).padStart(8, "0");
  const samples: Readonly<Record<string, string>> = {
    name: texts.name,
    email: `leadrelay-test-${hex}@example.com`,
    phone: `+44 7700 900${String(random % 1_000).padStart(3, "0")}`,
  };
  const fields = fieldsOfMapping(mapping, {}).flatMap(({ name, kind }): [string, string][] => {
    const ours = mapping[name] ?? name;
    return kind === "hidden" ? [] : [[name, samples[ours] ?? texts.value(ours)]];
  });
  return new URLSearchParams([...fields, [...marker]]);
}

/**
 * Posts to the intake as a visitor's browser does. It is no operation of the API, and no session goes along.
 * @param mayRead whether the form lets this page read the answer
 */
export async function postTest(action: string, fields: URLSearchParams, mayRead: boolean): Promise<Posted> {
  try {
    const answer = await fetch(action, {
      method: "POST",
      mode: mayRead ? "cors" : "no-cors",
      credentials: "omit",
      headers: { accept: "application/json" },
      body: fields,
    });
    return mayRead ? await readAnswer(answer) : { kind: "unread" };
  } catch {
    return { kind: "unreachable" };
  }
}

async function readAnswer(answer: Response): Promise<Posted> {
  const body: unknown = await answer.json();
  const { submission_id, detail } = { ...(body as Partial<Record<string, unknown>>) };
  return typeof submission_id === "string"
    ? { kind: "accepted", submissionId: submission_id }
    : { kind: "refused", detail: typeof detail === "string" ? detail : String(answer.status) };
}
