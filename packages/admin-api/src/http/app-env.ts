import type { Access } from "../access/access.ts";
import type { Caller } from "../access/caller.ts";

/** What a request carries through the app. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** The access key that signed it. */
    machine: Caller | undefined;
    access: Access;
  };
}
