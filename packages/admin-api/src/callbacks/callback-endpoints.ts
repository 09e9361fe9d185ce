import type { Endpoint } from "../endpoint/endpoint.ts";
import { getCallbacks } from "./get-callbacks.ts";
import { listUnmatched } from "./list-unmatched.ts";
import { rotateCallbacks } from "./rotate-callbacks.ts";

/** What lets a client's callbacks in. */
export const callbackEndpoints: readonly Endpoint[] = [getCallbacks, rotateCallbacks, listUnmatched];
