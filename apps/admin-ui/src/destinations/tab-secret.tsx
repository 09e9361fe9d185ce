import { useState } from "react";
import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useMay } from "../shell/use-may.ts";
import { secret as texts } from "../texts/answers.ts";
import { destinations } from "../texts/destinations.ts";
import { Button } from "../ui/button.tsx";
import { inputClass } from "../ui/input-class.ts";
import { Refused } from "../ui/notices.tsx";
import { When } from "../ui/when.tsx";
import type { PartProps } from "./parts.ts";
import { ShownSecret } from "./shown-secret.tsx";

const overlaps = [86_400, 3_600, 604_800, 0] as const;

/** Another secret to sign with: shown once, beside the one before for as long as one says. */
export function TabSecret({ destination: { id, client_id, settings } }: PartProps) {
  const may = useMay("config:write", client_id);
  const [overlap, setOverlap] = useState<(typeof overlaps)[number]>(86_400);
  const rotate = api.useMutation("post", "/api/destinations/{destination_id}/secret");
  const { data } = rotate;
  const until = settings?.["has_previous_secret"] === true ? dateOf(settings["previous_until"]) : NaN;
  return (
    <div className="grid max-w-2xl gap-4">
      <h2 className="text-sm font-semibold">{texts.title}</h2>
      <p className="text-soft">{texts.help}</p>
      <p className="text-soft">{texts.verify}</p>
      {settings?.["signature"] === "none" ? <p className="text-warn">{texts.unsigned}</p> : null}
      {data === undefined ? null : <ShownSecret secret={data.secret} />}
      {Number.isNaN(until) || until < Date.now() ? null : (
        <p role="status">
          {texts.until} <When at={until} />.
        </p>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1">
          <span className="text-[13px] font-medium">{texts.overlap}</span>
          <select
            className={`${inputClass} w-auto!`}
            value={overlap}
            onChange={({ target }) =>
              setOverlap(overlaps.find((one) => String(one) === target.value) ?? 86_400)
            }
          >
            {overlaps.map((one) => (
              <option key={one} value={one}>
                {texts.overlaps[one]}
              </option>
            ))}
          </select>
        </label>
        <Button
          kind="main"
          disabled={rotate.isPending}
          why={may ? undefined : destinations.mayNotChange}
          onClick={() =>
            rotate.mutate(
              { params: { path: { destination_id: id } }, body: { overlap_seconds: overlap } },
              { onSettled: () => void queryClient.invalidateQueries() },
            )
          }
        >
          {rotate.isPending ? texts.rotating : texts.rotate}
        </Button>
      </div>
      <Refused error={rotate.error} />
    </div>
  );
}

const dateOf = (value: string | boolean | undefined) =>
  typeof value === "string" ? Date.parse(value) : Number.NaN;
