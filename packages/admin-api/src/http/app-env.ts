import type { Access } from "../access/access.ts";

/** What a request carries through the app. */
export interface AppEnv {
  Variables: { requestId: string; access: Access };
}
