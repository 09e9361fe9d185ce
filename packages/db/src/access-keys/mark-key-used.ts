import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** When a key was last used; no part of what people edit, so its version stays. */
export const markKeyUsed = (_scope: PipelineScope, id: string, nowMs: number): Statement<number> =>
  write(queries.updateTable("access_keys").set({ last_used_at: nowMs }).where("id", "=", id).compile());
