import { group } from "../shared/group.ts";
import { changeKey } from "./change.ts";
import { createKey } from "./create.ts";
import { listKeys } from "./list.ts";
import { revokeKey } from "./revoke.ts";
import { rotateKey } from "./rotate.ts";
import { showKey } from "./show.ts";

export const key = group("key", "what machines sign with", [
  listKeys,
  showKey,
  createKey,
  changeKey,
  rotateKey,
  revokeKey,
]);
