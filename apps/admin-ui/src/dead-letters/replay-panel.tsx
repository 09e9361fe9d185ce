import { X } from "lucide-react";
import { useEffect } from "react";
import { api, type Schemas } from "../api.ts";
import { span } from "../format/time.ts";
import { queryClient } from "../query-client.ts";
import { Button } from "../ui/button.tsx";
import { Failed, Loading, Refused } from "../ui/notices.tsx";
import { ReplayProgress } from "./replay-progress.tsx";

/** A replay: what it would send before it does, how far it is, and how it is stopped. */
export function ReplayPanel({ replayId, onClose }: { replayId: string; onClose: () => void }) {
  const path = { replay_id: replayId };
  const { data: replay, error } = api.useQuery(
    "get",
    "/api/replays/{replay_id}",
    { params: { path } },
    { refetchInterval: ({ state }) => (isUnderWay(state.data) ? 1_500 : false) },
  );
  const more = api.useMutation("post", "/api/replays/{replay_id}/continue");
  const apply = api.useMutation("post", "/api/replays/{replay_id}/apply");
  const cancel = api.useMutation("post", "/api/replays/{replay_id}/cancel");
  const refresh = () => void queryClient.invalidateQueries();
  const isDone = replay?.state === "done" && !isUnderWay(replay);
  useEffect(() => {
    if (isDone) refresh();
  }, [isDone]);
  const { mutate: goOn, isPending: isCounting } = more;
  const isPlanning = replay?.state === "planning";
  const examined = replay?.examined ?? null;
  useEffect(() => {
    if (isPlanning && !isCounting)
      goOn(
        { params: { path: { replay_id: replayId } } },
        {
          onSettled: () =>
            void queryClient.invalidateQueries({ queryKey: ["get", "/api/replays/{replay_id}"] }),
        },
      );
  }, [isPlanning, examined, isCounting, goOn, replayId]);
  if (replay === undefined) return error === null ? <Loading rows={2} /> : <Failed error={error} />;
  return (
    <section aria-label="Sending again" className="bg-surface border-brand grid gap-3 rounded-lg border p-4">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 font-semibold">{titleOf(replay)}</h2>
        <Button kind="quiet" aria-label="Close" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {replay.state === "planned" ? (
        <ul className="grid gap-1">
          {replay.summary.destinations.map(({ id, name, count }) => (
            <li key={id}>
              <span className="font-medium">{count}</span> to {name}
            </li>
          ))}
          {replay.summary.messages > 0 ? (
            <li>{replay.summary.messages} back to the beginning of their way</li>
          ) : null}
          {replay.summary.skipped.map(({ reason, count, meaning }) => (
            <li key={reason} className="text-soft">
              Left out {count}: {meaning}
            </li>
          ))}
        </ul>
      ) : (
        <ReplayProgress replay={replay} />
      )}
      <Refused error={apply.error ?? cancel.error ?? more.error} />
      <div className="flex flex-wrap gap-2">
        {replay.state === "planned" ? (
          <Button
            kind="main"
            disabled={apply.isPending}
            onClick={() => apply.mutate({ params: { path } }, { onSettled: refresh })}
          >
            {apply.isPending ? "Starting …" : `Send ${replay.summary.count} now`}
          </Button>
        ) : null}
        {replay.state === "running" || replay.state === "planned" ? (
          <Button
            disabled={cancel.isPending}
            onClick={() => cancel.mutate({ params: { path } }, { onSettled: refresh })}
          >
            {replay.state === "running" ? "Stop" : "Leave it"}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** All had their turn, and some wait for the receiver's answer yet. */
const isUnderWay = (replay: Schemas["ReplayStanding"] | undefined): boolean =>
  replay?.state === "running" || (replay?.state === "done" && replay.progress.waiting > 0);

function titleOf(replay: Schemas["ReplayStanding"]): string {
  const { state, summary, examined } = replay;
  const takes = summary.estimated_ms === null ? "" : `, about ${span(summary.estimated_ms)}`;
  switch (state) {
    case "planning":
      return `Counting: ${examined ?? 0} looked at so far`;
    case "planned":
      return `${summary.count}${summary.is_complete ? "" : " or more"} would be sent again${takes}`;
    case "running":
      return "Sending again";
    case "done":
      return isUnderWay(replay) ? "Sending again" : "Sent again";
    case "cancelled":
      return "Stopped";
    case "empty":
      return "There is nothing to send";
  }
}
