import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { personName } from "../format/person.ts";
import { queryClient } from "../query-client.ts";
import { leadWords } from "../texts/lead.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { When } from "../ui/when.tsx";
import { SplitPlan } from "./split-plan.tsx";

const words = leadWords.split;

/** Makes submissions of another person a lead of their own, after showing what that comes to. */
export function SplitDialog({ lead, onClose }: { lead: Schemas["LeadDetails"]; onClose: () => void }) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAsked, setIsAsked] = useState(false);
  const path = { lead_id: lead.id };
  const planned = api.useQuery(
    "get",
    "/api/leads/{lead_id}/split",
    { params: { path, query: { submission_ids: chosen.join(",") } } },
    { enabled: isAsked && chosen.length > 0, staleTime: 0 },
  );
  const split = api.useMutation("post", "/api/leads/{lead_id}/split");
  const choose = (id: string) => {
    setIsAsked(false);
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  const plan = isAsked ? planned.data?.plan : undefined;
  const go = (version: number) =>
    split.mutate(
      { params: { path }, body: { submission_ids: [...chosen], version } },
      {
        onSuccess: ({ new_lead_id }) => {
          tellDone(words.done);
          void queryClient.invalidateQueries();
          onClose();
          if (new_lead_id !== null) void navigate({ to: "/leads/$leadId", params: { leadId: new_lead_id } });
        },
      },
    );
  return (
    <Dialog isOpen onClose={onClose} title={words.title} description={words.what} width="wide">
      <ul className="grid gap-1">
        {lead.submissions.map((submission) => (
          <li key={submission.id}>
            <label className="flex min-h-8 flex-wrap items-center gap-x-3">
              <input
                type="checkbox"
                className="accent-brand size-4 shrink-0"
                disabled={submission.submission_number === 1}
                checked={chosen.includes(submission.id)}
                onChange={() => choose(submission.id)}
              />
              <span className="font-medium">{leadWords.submission.title(submission.submission_number)}</span>
              <span>{personName(submission)}</span>
              <span className="text-soft">
                {submission.submission_number === 1 ? words.first : <When at={submission.submitted_at} />}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {plan === undefined || plan === null ? null : <SplitPlan plan={plan} />}
      <Refused error={(isAsked ? planned.error : null) ?? split.error} />
      <DialogActions>
        {plan === undefined || plan === null ? (
          <Button
            kind="main"
            disabled={chosen.length === 0 || planned.isFetching}
            onClick={() => setIsAsked(true)}
          >
            {words.plan}
          </Button>
        ) : (
          <Button kind="main" disabled={split.isPending} onClick={() => go(plan.version)}>
            {words.go}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
