import type { FormEvent } from "react";
import type { Schemas } from "../api.ts";
import { useMay } from "../shell/use-may.ts";
import { destinations } from "../texts/destinations.ts";
import { events as texts, eventTexts } from "../texts/events.ts";
import { Switch } from "../ui/switch.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { useDraft } from "../ui/use-draft.ts";
import type { PartProps } from "./parts.ts";
import { SaveBar } from "./save-bar.tsx";
import { useDestinationChange } from "./use-destination-change.ts";

type EventType = Schemas["Destination"]["event_types"][number];
type Environment = Schemas["Destination"]["environments"][number];

const isEvent = (type: string): type is EventType => type in eventTexts;
const all = Object.keys(eventTexts).filter(isEvent);
const ofLeads = all.slice(0, 3);
const ofStages = ["lead.status_changed", "lead.crm_activity"] as const satisfies EventType[];
const happened = all.filter((type) => type.startsWith("lead.") && !ofLeads.includes(type));
const alerts = all.filter((type) => !type.startsWith("lead."));

/** What it is told, in words, and from where. */
export function TabEvents({ destination, kind }: PartProps) {
  const may = useMay("config:write", destination.client_id);
  const change = useDestinationChange();
  const begun = draftOf(destination);
  const { draft, version, setDraft, begin } = useDraft(begun, destination.updated_at);
  const isChanged = asText(draft) !== asText(begun);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.send(destination, draft, {
      version,
      onDone: (now) => {
        begin(draftOf(now), now.updated_at);
        tellDone(destinations.saved);
      },
    });
  };
  const turn = (type: EventType, on: boolean) =>
    setDraft({
      ...draft,
      event_types: all.filter((one) => (one === type ? on : draft.event_types.includes(one))),
    });
  const choices = (types: readonly EventType[]) =>
    types.map((type) => (
      <Choice
        key={type}
        type={type}
        isOn={draft.event_types.includes(type)}
        onTurn={(on) => turn(type, on)}
      />
    ));
  return (
    <form onSubmit={submit} className="grid max-w-3xl gap-6">
      <Group title={texts.leads} help={texts.leadsHelp}>
        {kind.takes_stages ? (
          <>
            <p>{texts.stagesOnly}</p>
            {choices(ofStages)}
          </>
        ) : kind.replies ? (
          <p>{texts.repliesOnly}</p>
        ) : (
          choices(ofLeads)
        )}
        <Switch
          label={texts.tests}
          isOn={draft.takes_test}
          onChange={(takes_test) => setDraft({ ...draft, takes_test })}
        >
          {texts.testsHelp}
        </Switch>
      </Group>
      {kind.takes_notices ? (
        <>
          <Group title={texts.happened}>{choices(happened)}</Group>
          <Group title={texts.alerts} help={texts.alertsHelp}>
            {choices(alerts)}
          </Group>
        </>
      ) : kind.replies || kind.takes_stages ? null : (
        <p className="text-soft">{texts.leadsOnly}</p>
      )}
      <Group title={texts.environments} help={texts.environmentsHelp}>
        {(["production", "development"] as const satisfies Environment[]).map((one) => (
          <label key={one} className="flex items-center gap-2">
            <input
              type="checkbox"
              className="accent-brand size-4 shrink-0"
              checked={draft.environments.includes(one)}
              onChange={({ target }) =>
                setDraft({
                  ...draft,
                  environments: target.checked
                    ? [...draft.environments, one]
                    : draft.environments.filter((other) => other !== one),
                })
              }
            />
            {texts[one]}
          </label>
        ))}
      </Group>
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

type Draft = Pick<Schemas["Destination"], "event_types" | "environments" | "takes_test">;

const draftOf = ({ event_types, environments, takes_test }: Draft): Draft => ({
  event_types,
  environments,
  takes_test,
});

const asText = ({ event_types, environments, takes_test }: Draft) =>
  JSON.stringify([event_types.toSorted(), environments.toSorted(), takes_test]);

const Group = ({ title, help, children }: { title: string; help?: string; children: React.ReactNode }) => (
  <fieldset className="grid gap-2">
    <legend className="mb-1 text-sm font-semibold">{title}</legend>
    {help === undefined ? null : <p className="text-soft">{help}</p>}
    {children}
  </fieldset>
);

const Choice = ({
  type,
  isOn,
  onTurn,
}: {
  type: EventType;
  isOn: boolean;
  onTurn: (on: boolean) => void;
}) => (
  <label className="flex items-start gap-2">
    <input
      type="checkbox"
      className="accent-brand mt-0.5 size-4 shrink-0"
      checked={isOn}
      onChange={({ target }) => onTurn(target.checked)}
    />
    <span>
      <span className="font-medium">{eventTexts[type].title}</span>{" "}
      <span className="text-soft">{eventTexts[type].help}</span>
    </span>
  </label>
);
