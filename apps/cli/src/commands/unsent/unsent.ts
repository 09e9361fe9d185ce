import { group } from "../shared/group.ts";
import { splitLead } from "../lead/split.ts";
import { listUnsent } from "./list.ts";
import { releaseUnsent } from "./release.ts";
import { showUnsent } from "./show.ts";

export const unsent = group("unsent", "what was not sent, and why", [
  listUnsent,
  showUnsent,
  releaseUnsent,
  splitLead,
]);
