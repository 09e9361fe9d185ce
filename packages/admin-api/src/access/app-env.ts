import type { Access } from "./access.ts";
import type { Caller } from "./caller.ts";

/** What a request carries through the app. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** The access key that signed it. */
    machine: Caller | undefined;
    access: Access;
  };
}
