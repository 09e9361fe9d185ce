import { getBlocked } from "./get-blocked.ts";
import { getSubmission } from "./get-submission.ts";
import { listBlocked } from "./list-blocked.ts";
import { listSubmissions } from "./list-submissions.ts";

export const submissionEndpoints = [listSubmissions, getSubmission, listBlocked, getBlocked];
