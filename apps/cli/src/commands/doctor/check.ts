import type { components } from "@leadrelay/client/schema.gen";

/** How one thing is, as the server tells it of itself and as this machine sees it. */
export type Check = components["schemas"]["HealthCheck"];

export const fine = (name: string, message: string): Check => ({
  name,
  state: "ok",
  message,
  what_to_do: null,
  since: null,
});

export const amiss = (
  state: "warning" | "problem",
  name: string,
  message: string,
  whatToDo: string | null,
): Check => ({ name, state, message, what_to_do: whatToDo, since: null });
