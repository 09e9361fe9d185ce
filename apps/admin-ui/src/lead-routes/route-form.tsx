import { useState, type FormEvent, type ReactNode } from "react";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { Switch } from "../ui/switch.tsx";
import { TextField } from "../ui/text-field.tsx";
import { AddMember } from "./add-member.tsx";
import { MemberList } from "./member-list.tsx";
import { RouteDiagram } from "./route-diagram.tsx";
import { isFinished, type RouteDraft } from "./route-draft.ts";

const modes = ["weighted", "round_robin", "first_accepting", "all"] as const;

/** A route as a form, drawn beside it as it is typed. */
export function RouteForm({
  clientId,
  draft,
  faults,
  children,
  onChange,
  onSubmit,
}: {
  clientId: string | undefined;
  draft: RouteDraft;
  faults: Readonly<Record<string, string>>;
  /** Its buttons. */
  children: ReactNode;
  onChange: (draft: RouteDraft) => void;
  onSubmit: () => void;
}) {
  const set = (changed: Partial<RouteDraft>) => onChange({ ...draft, ...changed });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What is wrong with it stands beside it.
    if (isFinished(draft)) onSubmit();
  };
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_27rem]">
      <form onSubmit={submit} className="grid content-start gap-5">
        <TextField
          label={texts.name}
          required
          maxLength={200}
          value={draft.name}
          fault={faults["name"]}
          onChange={({ target }) => set({ name: target.value })}
        />
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-[13px] font-medium">{texts.mode}</legend>
          {modes.map((mode) => (
            <label key={mode} className="flex items-start gap-2">
              <input
                type="radio"
                name="mode"
                className="accent-brand mt-0.5 size-4 shrink-0"
                checked={draft.mode === mode}
                onChange={() => set({ mode })}
              />
              <span>
                <span className="font-medium">{texts.modes[mode].title}.</span>{" "}
                <span className="text-soft">{texts.modes[mode].help}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <section aria-label={texts.members} className="grid gap-2">
          <h2 className="text-[13px] font-medium">{texts.members}</h2>
          <p className="text-soft">{draft.members.length === 0 ? texts.noMembers : texts.membersHelp}</p>
          <MemberList
            clientId={clientId}
            mode={draft.mode}
            members={draft.members}
            faults={faults}
            onChange={(members) => set({ members })}
          />
          <AddMember
            clientId={clientId}
            members={draft.members}
            onAdd={(member) => set({ members: [...draft.members, member] })}
          />
        </section>
        {draft.mode === "all" ? null : (
          <Overflow draft={draft} fault={faults["overflow_minutes"]} onChange={set} />
        )}
        {children}
      </form>
      {draft.members.length === 0 ? null : (
        <div className="content-start">
          <RouteDiagram mode={draft.mode} members={draft.members} />
        </div>
      )}
    </div>
  );
}

function Overflow({
  draft: { overflow },
  fault,
  onChange,
}: {
  draft: RouteDraft;
  fault: string | undefined;
  onChange: (changed: Partial<RouteDraft>) => void;
}) {
  const [isOn, setIsOn] = useState(overflow !== "");
  return (
    <div className="grid gap-3">
      <Switch
        label={texts.overflow}
        isOn={isOn}
        onChange={(on) => {
          setIsOn(on);
          onChange({ overflow: on ? "30" : "" });
        }}
      >
        {isOn ? texts.overflowOn : texts.overflowOff}
      </Switch>
      {isOn ? (
        <TextField
          label={texts.overflowMinutes}
          inputMode="numeric"
          required
          maxLength={5}
          value={overflow}
          fault={fault}
          onChange={({ target }) => onChange({ overflow: target.value })}
        />
      ) : null}
    </div>
  );
}
