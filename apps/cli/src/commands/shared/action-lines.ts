import { actionCommand, type Action } from "./action-command.ts";

/** What to type for each action that the API offers, a line each; undefined where it offers none. */
export const actionLines = (actions: readonly Action[]): string | undefined =>
  actions.length === 0 ? undefined : actions.map(actionCommand).join("\n");
