import { group } from "../shared/group.ts";
import { listSubmissions } from "./list.ts";
import { showSubmission } from "./show.ts";

export const submission = group("submission", "what was posted, and why it was decided so", [
  listSubmissions,
  showSubmission,
]);
