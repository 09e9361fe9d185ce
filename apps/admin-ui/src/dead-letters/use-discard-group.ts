import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { deadLetters } from "../texts/dead-letters.ts";
import { tellDone, tellFailed } from "../ui/toasts.tsx";

/** As much of a group, or of a letter, as names a group. */
type Group = Pick<
  Schemas["DeadLetterGroup"],
  "client_id" | "destination_id" | "kind" | "cause" | "status_code" | "fingerprint"
>;

const nameOf = ({ client_id, destination_id, kind, cause, status_code, fingerprint }: Group) => ({
  client_id,
  destination_id,
  kind,
  cause,
  status_code,
  fingerprint,
});

/** Gives a whole group up, step by step, and takes it back for whoever thinks better of it. */
export function useDiscardGroup(group: Group) {
  const [done, setDone] = useState<number | null>(null);
  const discard = api.useMutation("post", "/api/dead-letter-groups/discard");
  const reopen = api.useMutation("post", "/api/dead-letter-groups/reopen");
  const of = nameOf(group);
  const refresh = () => void queryClient.invalidateQueries();

  async function undo(discarded_since: number): Promise<void> {
    let count = 0;
    let cursor: string | null = null;
    try {
      do {
        const step: Schemas["DeadLetterGroupStep"] = await reopen.mutateAsync({
          body: { ...of, discarded_since, cursor },
        });
        count += step.count;
        cursor = step.next_cursor;
      } while (cursor !== null);
      tellDone(deadLetters.group.undone(count));
    } catch (error) {
      tellFailed(error);
    }
    refresh();
  }

  async function giveUp(reason: string, until: number): Promise<void> {
    let [count, since] = [0, until];
    let cursor: string | null = null;
    setDone(0);
    try {
      do {
        const step: Schemas["DeadLetterGroupStep"] = await discard.mutateAsync({
          body: { ...of, reason, until, cursor },
        });
        if (cursor === null) since = step.at;
        count += step.count;
        cursor = step.next_cursor;
        setDone(count);
      } while (cursor !== null);
      tellDone(deadLetters.group.done(count), { undo: () => void undo(since) });
    } catch (error) {
      tellFailed(error, deadLetters.group.cutOff(count));
    }
    setDone(null);
    refresh();
  }

  return { giveUp, done };
}
