import { harmlessValue } from "../text/harmless.ts";
import { keptValue } from "../text/kept-text.ts";

/** The answer with nothing in its JSON that acts on a terminal, and no visitor's text that reads as a command of ours; one that is no JSON as it is. */
export async function harmlessAnswer(response: Response): Promise<Response> {
  const text = await response.text();
  const { status, statusText, headers } = response;
  return new Response(text === "" ? null : made(text), { status, statusText, headers });
}

function made(text: string): string {
  try {
    return JSON.stringify(keptValue(harmlessValue(JSON.parse(text))));
  } catch {
    return text;
  }
}
