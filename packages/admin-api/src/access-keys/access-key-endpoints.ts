import type { Endpoint } from "../endpoint/endpoint.ts";
import { changeAccessKey } from "./change-access-key.ts";
import { createAccessKey } from "./create-access-key.ts";
import { getAccessKey } from "./get-access-key.ts";
import { listAccessKeys } from "./list-access-keys.ts";
import { revokeAccessKey } from "./revoke-access-key.ts";
import { rotateAccessKey } from "./rotate-access-key.ts";

/** Keys of machines, in the reference's order. */
export const accessKeyEndpoints: readonly Endpoint[] = [
  listAccessKeys,
  createAccessKey,
  getAccessKey,
  changeAccessKey,
  rotateAccessKey,
  revokeAccessKey,
];
