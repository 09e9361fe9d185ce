import { harmlessValue } from "../text/harmless.ts";

/** The answer with nothing in its JSON that acts on a terminal; one that is no JSON as it is. */
export async function harmlessAnswer(response: Response): Promise<Response> {
  const text = await response.text();
  const { status, statusText, headers } = response;
  return new Response(text === "" ? null : made(text), { status, statusText, headers });
}

function made(text: string): string {
  try {
    return JSON.stringify(harmlessValue(JSON.parse(text)));
  } catch {
    return text;
  }
}
