import { refusal } from "./refusal.ts";

/** What `openapi-fetch` resolves to. */
export interface Fetched<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What the operation answered; throws the `Failure` its refusal means. */
export async function answerOf<Data>(asked: Promise<Fetched<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (!response.ok || data === undefined) throw refusal(response, error);
  return data;
}
