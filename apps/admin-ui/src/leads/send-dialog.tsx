import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { leadWords } from "../texts/lead.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { tellDone } from "../ui/toasts.tsx";

const words = leadWords.send;

/** Sends what nobody was sent of a lead to destinations that are chosen, after showing what that comes to. */
export function SendDialog({ lead, onClose }: { lead: Schemas["LeadDetails"]; onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const query = { client_id: lead.client_id, limit: 100 };
  const destinations = api.useQuery("get", "/api/destinations", { params: { query } });
  const plan = api.useMutation("post", "/api/replays");
  const apply = api.useMutation("post", "/api/replays/{replay_id}/apply");
  const choose = (id: string) => {
    plan.reset();
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  const show = () =>
    plan.mutate({
      body: {
        filter: {
          status: "unsent",
          client_ids: [lead.client_id],
          submission_ids: lead.submissions.map(({ id }) => id),
          destination_ids: [...chosen],
        },
      },
    });
  const send = (replay_id: string) =>
    apply.mutate(
      { params: { path: { replay_id } } },
      {
        onSuccess: () => {
          tellDone(words.done);
          setTimeout(() => void queryClient.invalidateQueries(), 1_500);
          onClose();
        },
      },
    );
  const planned = plan.data;
  const items = destinations.data?.items;
  return (
    <Dialog isOpen onClose={onClose} title={leadWords.send.title} description={words.what}>
      <fieldset className="grid gap-1">
        <legend className="pb-1 font-medium">{words.to}</legend>
        {items?.map(({ id, name, enabled }) => (
          <label key={id} className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              className="accent-brand size-4 shrink-0"
              checked={chosen.includes(id)}
              onChange={() => choose(id)}
            />
            {name}
            {enabled ? null : <span className="text-soft">{words.off}</span>}
          </label>
        ))}
        {items?.length === 0 ? <p className="text-soft">{words.nowhere}</p> : null}
      </fieldset>
      <Refused error={destinations.error ?? plan.error ?? apply.error} />
      {planned === undefined ? null : <Plan plan={planned} />}
      <DialogActions>
        {planned === undefined || planned.id === null || planned.summary.count === 0 ? (
          <Button kind="main" disabled={chosen.length === 0 || plan.isPending} onClick={show}>
            {plan.isPending ? words.planning : words.plan}
          </Button>
        ) : (
          <Button
            kind="main"
            disabled={apply.isPending}
            onClick={() => planned.id !== null && send(planned.id)}
          >
            {words.go(planned.summary.count)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

const Plan = ({ plan: { summary } }: { plan: Schemas["Replay"] }) => (
  <div role="status" className="bg-calm-tint grid gap-1 rounded-md p-3">
    {summary.count === 0 ? (
      <>
        <p>{words.nothing}</p>
        <p className="text-soft">{words.retry}</p>
      </>
    ) : (
      <>
        <p>{words.would(summary.count)}</p>
        <ul className="list-disc ps-4">
          {summary.destinations.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </>
    )}
    {summary.skipped.map(({ reason, count, meaning }) => (
      <p key={reason} className="text-soft">
        {words.leftOut(count, meaning)}
      </p>
    ))}
  </div>
);
