import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useEffect } from "react";
import { api, type Schemas } from "../../api.ts";
import { queryClient } from "../../query-client.ts";
import { replays } from "../../texts/replays.ts";
import { shared } from "../../texts/shared.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Failed, Loading, Refused } from "../../ui/notices.tsx";
import { pauseBeforeStep } from "./pause-before-step.ts";
import { ReplayPlan } from "./replay-plan.tsx";
import { ReplayProgress } from "./replay-progress.tsx";
import { isUnderWay, titleOf } from "./title-of.ts";

/** A replay: what it would send before it does, how far it is, how it is stopped, and how what is left goes out after all. */
export function ReplayPanel({
  replayId,
  onClose,
  onAgain,
}: {
  replayId: string;
  onClose: () => void;
  /** Plans anew for what is left of what it was asked for. */
  onAgain: (filter: Schemas["ReplayFilter"]) => void;
}) {
  const params = { path: { replay_id: replayId } };
  const { data: replay, error } = api.useQuery(
    "get",
    "/api/replays/{replay_id}",
    { params },
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
  const { mutate: goOn, isPending: isCounting, error: stopped } = more;
  const isPlanning = replay?.state === "planning";
  const examined = replay?.examined ?? null;
  useEffect(() => {
    const pause = pauseBeforeStep(stopped);
    if (!isPlanning || isCounting || pause === null) return undefined;
    const anew = () => void queryClient.invalidateQueries({ queryKey: ["get", "/api/replays/{replay_id}"] });
    const step = () => goOn({ params: { path: { replay_id: replayId } } }, { onSettled: anew });
    const timer = setTimeout(step, pause);
    return () => clearTimeout(timer);
  }, [isPlanning, examined, isCounting, stopped, goOn, replayId]);
  if (replay === undefined) return error === null ? <Loading rows={2} /> : <Failed error={error} />;
  const isOver = replay.state === "cancelled" || isDone;
  const leftOver = replay.progress.cancelled + replay.progress.dead;
  return (
    <section aria-label={replays.label} className="bg-surface border-brand grid gap-3 rounded-lg border p-4">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 font-semibold">{titleOf(replay)}</h2>
        <Button kind="quiet" className="px-2!" aria-label={shared.close} onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {replay.state === "planned" ? <ReplayPlan plan={replay} /> : <ReplayProgress replay={replay} />}
      {replay.state === "running" ? <p className="text-soft">{replays.isPaced}</p> : null}
      <Refused error={apply.error ?? cancel.error ?? more.error} />
      <div className="flex flex-wrap gap-2">
        {replay.state === "planned" ? (
          <Button
            kind="main"
            disabled={apply.isPending}
            onClick={() => apply.mutate({ params }, { onSettled: refresh })}
          >
            {apply.isPending ? replays.starting : replays.send(replay.summary.count)}
          </Button>
        ) : null}
        {replay.state === "running" || replay.state === "planned" ? (
          <Button
            disabled={cancel.isPending}
            onClick={() => cancel.mutate({ params }, { onSettled: refresh })}
          >
            {replay.state === "running" ? replays.stop : replays.leave}
          </Button>
        ) : null}
        {isOver && (leftOver > 0 || replay.summary.release?.leaves_more === true) ? (
          <Button onClick={() => onAgain(replay.filter)}>{replays.again}</Button>
        ) : null}
        {replay.state === "running" || isDone ? (
          <Link
            to="/deliveries"
            search={({ client }) => ({ client })}
            className={`${buttonClass("quiet")} ms-auto`}
          >
            {replays.seeDeliveries}
          </Link>
        ) : null}
      </div>
    </section>
  );
}
