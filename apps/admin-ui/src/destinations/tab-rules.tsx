import type { FormEvent } from "react";
import { faultsOf } from "../format/faults.ts";
import { useMay } from "../shell/use-may.ts";
import { destinations } from "../texts/destinations.ts";
import { rules as texts } from "../texts/limits.ts";
import { Switch } from "../ui/switch.tsx";
import { TextField } from "../ui/text-field.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { useDraft } from "../ui/use-draft.ts";
import type { PartProps } from "./parts.ts";
import { ReturnsFields } from "./returns-fields.tsx";
import { changedRules, draftOfRules } from "./rules-draft.ts";
import { SaveBar } from "./save-bar.tsx";
import { useDestinationChange } from "./use-destination-change.ts";

/** What was agreed with whoever receives: refusals, tries, that leads are confirmed, and which may be given back. */
export function TabRules({ destination, kind }: PartProps) {
  const may = useMay("config:write", destination.client_id);
  const change = useDestinationChange();
  const { draft, version, setDraft, begin } = useDraft(draftOfRules(destination), destination.updated_at);
  const set = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const changed = changedRules(draft, destination);
  const faults = faultsOf(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.send(destination, changed, {
      version,
      onDone: (now) => {
        begin(draftOfRules(now), now.updated_at);
        tellDone(destinations.saved);
      },
    });
  };
  const text = (name: "holdAfter" | "retries" | "timeout" | "minutes", fault: string) => ({
    value: draft[name],
    fault: faults[fault],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  });
  const by = kind.confirmed_by;
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-6">
      <section aria-label={texts.refusals} className="grid gap-3">
        <h2 className="text-sm font-semibold">{texts.refusals}</h2>
        <TextField
          label={texts.holdAfter}
          help={texts.holdAfterHelp}
          inputMode="numeric"
          maxLength={6}
          {...text("holdAfter", "hold_after_refusals")}
        />
      </section>
      <section aria-label={texts.retries} className="grid gap-3">
        <h2 className="text-sm font-semibold">{texts.retries}</h2>
        <TextField
          label={texts.retrySchedule}
          help={texts.retryHelp}
          maxLength={200}
          {...text("retries", "retry_schedule")}
        />
        <TextField
          label={texts.timeout}
          help={texts.timeoutHelp}
          inputMode="numeric"
          maxLength={6}
          {...text("timeout", "timeout_ms")}
        />
      </section>
      <section aria-label={texts.confirmation} className="grid gap-3">
        <h2 className="text-sm font-semibold">{texts.confirmation}</h2>
        {by.length === 0 ? (
          <p className="text-soft">{texts.confirmNone}</p>
        ) : (
          <Switch label={texts.mustConfirm} isOn={draft.confirms} onChange={(confirms) => set({ confirms })}>
            {draft.confirms ? texts.confirmOn : texts.confirmOff}{" "}
            {texts.confirmBy[by.length > 1 ? "both" : (by[0] ?? "callback")]}
          </Switch>
        )}
        {draft.confirms ? (
          <TextField
            label={texts.minutes}
            inputMode="numeric"
            required
            maxLength={5}
            {...text("minutes", "confirmation.within_minutes")}
          />
        ) : null}
      </section>
      <ReturnsFields draft={draft} faults={faults} onChange={set} />
      <SaveBar
        isChanged={Object.keys(changed).length > 0}
        isPending={change.isPending}
        error={change.error}
        why={may ? undefined : destinations.mayNotChange}
        onDiscard={() => begin()}
      />
    </form>
  );
}
