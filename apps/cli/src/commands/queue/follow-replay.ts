import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";
import { startProgress } from "../../output/progress.ts";
import { endedCount, progressWords } from "./standing-words.ts";

type Standing = components["schemas"]["ReplayStanding"];

const askEveryMs = 1_000;
/** A server that restarts goes on with the replay by itself; it is not given up before this. */
const patienceMs = 120_000;
/** When all is scheduled and nothing moves for so long, what is left waits for a later try, or is held. */
const quietMs = 60_000;

/** Shows a replay's progress until nothing of it moves any more, through restarts of the server. */
export async function followReplay(cli: Cli, replay_id: string, first: Standing): Promise<Standing> {
  const { outside } = cli;
  const api = cli.api();
  const params = { path: { replay_id } };
  const progress = startProgress(outside, {
    total: first.progress.planned,
    what: progressWords(first),
    interrupted: goesOn(replay_id),
  });
  let standing = first;
  let answeredAt = outside.now();
  let movedAt = quietSince(first, answeredAt);
  while (isUnderWay(standing, outside.now() - movedAt)) {
    progress.at(endedCount(standing), progressWords(standing));
    await outside.wait(askEveryMs);
    try {
      const next = await answerOf(api.GET("/api/replays/{replay_id}", { params }));
      answeredAt = outside.now();
      if (JSON.stringify(next.progress) !== JSON.stringify(standing.progress)) movedAt = answeredAt;
      standing = next;
    } catch (error) {
      if (isPassing(error) && outside.now() - answeredAt < patienceMs) continue;
      progress.end(`${progressWords(standing)}; then the server could not be asked`);
      throw error;
    }
  }
  progress.at(endedCount(standing), progressWords(standing));
  progress.end(progressWords(standing));
  return standing;
}

/** What whoever looks away should know. */
export const goesOn = (replay_id: string): string =>
  `It goes on by itself. To follow it: leadrelay queue replay --plan ${replay_id}; to stop it: leadrelay queue cancel ${replay_id}`;

/** Since when nothing is known to have moved: the last send had its turn, or now. Milliseconds UTC. */
const quietSince = ({ finished_at }: Standing, nowMs: number): number => finished_at ?? nowMs;

/** Whether there is something to follow in a replay as it was just read. */
export const isToFollow = (standing: Standing, nowMs: number): boolean =>
  isUnderWay(standing, nowMs - quietSince(standing, nowMs));

const isUnderWay = ({ state, progress }: Standing, quietForMs: number): boolean =>
  state === "running" || (state === "done" && progress.waiting > 0 && quietForMs < quietMs);

/** Nobody answers, or says that it is not for long. */
const isPassing = (error: unknown): boolean =>
  error instanceof Failure && error.parts.ending === "error" && (error.parts.problem?.status ?? 503) >= 500;
