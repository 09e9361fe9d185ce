import type { FormEvent } from "react";
import { useMay } from "../shell/use-may.ts";
import { destinations } from "../texts/destinations.ts";
import { limits as texts } from "../texts/limits.ts";
import { Switch } from "../ui/switch.tsx";
import { TextField } from "../ui/text-field.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import { useDraft } from "../ui/use-draft.ts";
import { CapRows } from "./cap-rows.tsx";
import { HourRows } from "./hour-rows.tsx";
import { draftOfLimits, toLimits, weekdays } from "./limits-draft.ts";
import type { PartProps } from "./parts.ts";
import { SaveBar } from "./save-bar.tsx";
import { inputClass } from "../ui/input-class.ts";
import { useDestinationChange } from "./use-destination-change.ts";

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How many leads it takes, and when. */
export function TabLimits({ destination }: PartProps) {
  const may = useMay("config:write", destination.client_id);
  const change = useDestinationChange();
  const begun = draftOfLimits(destination.limits, ownZone);
  const { draft, version, setDraft, begin } = useDraft(begun, destination.updated_at);
  const limits = toLimits(draft);
  const before = toLimits(begun);
  const isChanged = JSON.stringify(limits) !== JSON.stringify(before);
  const set = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const had = destination.limits;
    change.send(
      destination,
      { limits },
      {
        version,
        onDone: (changed) => {
          begin(draftOfLimits(changed.limits, ownZone), changed.updated_at);
          tellDone(destinations.saved, {
            detail: changed.what_next,
            undo: () =>
              change.send(
                changed,
                { limits: had },
                {
                  onDone: (undone) => begin(draftOfLimits(had, ownZone), undone.updated_at),
                  onFailed: tellFailed,
                },
              ),
          });
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="grid max-w-3xl gap-6">
      <div className="grid gap-1">
        <h2 className="text-sm font-semibold">{texts.title}</h2>
        <p className="text-soft max-w-prose">{texts.help}</p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={texts.zone}
          help={texts.zoneHelp}
          list="time-zones"
          required
          maxLength={64}
          value={draft.zone}
          onChange={({ target }) => set({ zone: target.value })}
        />
        <label className="grid content-start gap-1">
          <span className="text-[13px] font-medium">{texts.weekStarts}</span>
          <select
            className={inputClass}
            value={draft.weekStarts}
            onChange={({ target }) =>
              set({ weekStarts: weekdays.find((day) => day === target.value) ?? "monday" })
            }
          >
            {weekdays.map((day) => (
              <option key={day} value={day}>
                {texts.days[day]}
              </option>
            ))}
          </select>
        </label>
        <datalist id="time-zones">
          {Intl.supportedValuesOf("timeZone").map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      <CapRows caps={draft.caps} onChange={(caps) => set({ caps })} />
      <section aria-label={texts.hours} className="grid gap-3">
        <h2 className="text-sm font-semibold">{texts.hours}</h2>
        <Switch
          label={texts.anyTime}
          isOn={draft.isAlwaysOpen}
          onChange={(isAlwaysOpen) => set({ isAlwaysOpen })}
        >
          {draft.isAlwaysOpen ? texts.anyTimeOn : texts.anyTimeOff}
        </Switch>
        {draft.isAlwaysOpen ? null : <HourRows hours={draft.hours} onChange={(hours) => set({ hours })} />}
        <label className="grid gap-1">
          <span className="text-[13px] font-medium">{texts.holidays}</span>
          <textarea
            rows={2}
            maxLength={4_000}
            className={`${inputClass} h-auto! py-2`}
            value={draft.holidays}
            onChange={({ target }) => set({ holidays: target.value })}
          />
          <span className="text-soft text-xs">{texts.holidaysHelp}</span>
        </label>
      </section>
      <SaveBar
        isChanged={isChanged}
        isPending={change.isPending}
        error={change.error}
        why={may ? undefined : destinations.mayNotChange}
        onDiscard={() => begin()}
      />
    </form>
  );
}
