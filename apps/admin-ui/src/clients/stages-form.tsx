import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useState, type FormEvent } from "react";
import { api, type Schemas } from "../api.ts";
import { clientsTexts } from "../texts/clients.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { faultOfStages, moved, oneMore, takenAway, toEdited } from "./edited-stages.ts";
import { useChangeClient } from "./use-change-client.ts";

const words = clientsTexts.stages;
const mostStages = 30;

/** A client's pipeline, in order. It says how many leads stay at a stage that is taken away. */
export function StagesForm({ client }: { client: Schemas["Client"] }) {
  const [stages, setStages] = useState(() => toEdited(client.stages));
  const { change, error, isPending } = useChangeClient(client);
  const counts = api.useQuery("get", "/api/clients/{client_id}/stages", {
    params: { path: { client_id: client.id } },
  });
  const fault = faultOfStages(stages);
  const isChanged = JSON.stringify(stages.map(({ name }) => name.trim())) !== JSON.stringify(client.stages);
  const leftAt = (stage: string) => counts.data?.stages.find((one) => one.stage === stage)?.leads ?? 0;
  const stay = takenAway(client.stages, stages).filter((stage) => leftAt(stage) > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fault === null && isChanged) change({ stages: stages.map(({ name }) => name.trim()) }, words.saved);
  };
  return (
    <form onSubmit={submit} className="grid w-full gap-2">
      <p className="text-soft">{words.why}</p>
      <ol className="grid gap-1.5">
        {stages.map(({ key, name }, at) => (
          <li key={key} className="flex gap-1">
            <input
              aria-label={words.name(at + 1)}
              required
              maxLength={50}
              value={name}
              onChange={({ target }) => setStages(stages.with(at, { key, name: target.value }))}
              className="bg-raised border-line h-8 min-w-0 flex-1 rounded-md border px-3 max-sm:text-base"
            />
            <Button
              kind="quiet"
              className="px-2!"
              aria-label={words.up(name)}
              disabled={at === 0}
              onClick={() => setStages(moved(stages, key, -1))}
            >
              <ArrowUp aria-hidden className="size-4" />
            </Button>
            <Button
              kind="quiet"
              className="px-2!"
              aria-label={words.down(name)}
              disabled={at === stages.length - 1}
              onClick={() => setStages(moved(stages, key, 1))}
            >
              <ArrowDown aria-hidden className="size-4" />
            </Button>
            <Button
              kind="quiet"
              className="px-2!"
              aria-label={words.remove(name)}
              disabled={stages.length === 1}
              onClick={() => setStages(stages.filter((stage) => stage.key !== key))}
            >
              <X aria-hidden className="size-4" />
            </Button>
          </li>
        ))}
      </ol>
      {stay.map((stage) => (
        <p key={stage} className="bg-warn-tint text-warn rounded-md px-3 py-2">
          {words.stay(stage, String(leftAt(stage)))}
        </p>
      ))}
      {fault === null ? null : <p className="text-bad text-xs">{words[fault]}</p>}
      <Refused error={error} />
      <div className="flex gap-2">
        <Button disabled={stages.length >= mostStages} onClick={() => setStages(oneMore(stages))}>
          {words.add}
        </Button>
        <Button
          type="submit"
          kind="main"
          disabled={isPending}
          why={isChanged ? (fault === null ? undefined : words[fault]) : clientsTexts.noChange}
        >
          {words.save}
        </Button>
      </div>
    </form>
  );
}
