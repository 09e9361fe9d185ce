import { group } from "../shared/group.ts";
import { allowAddresses } from "./allow.ts";
import { listAllowed } from "./allowed.ts";
import { blockAddresses } from "./block.ts";
import { listBlocked } from "./blocked.ts";
import { disallowAddresses } from "./disallow.ts";
import { unblockAddresses } from "./unblock.ts";

export const address = group("address", "networks a client blocks, and its own", [
  listBlocked,
  blockAddresses,
  unblockAddresses,
  listAllowed,
  allowAddresses,
  disallowAddresses,
]);
