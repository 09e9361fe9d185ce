import type { LocalEnv } from "./local-env.ts";

/** Tells the stack's process; that it does not hear costs only what health says. */
export const tellStack = (env: Pick<LocalEnv, "LOCAL_STACK">, path: string, body = ""): Promise<unknown> =>
  env.LOCAL_STACK.fetch(`http://local-stack${path}`, { method: "POST", body }).catch(() => undefined);
