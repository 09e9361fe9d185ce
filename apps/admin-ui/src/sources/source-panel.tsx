import { Link } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { useMay } from "../shell/use-may.ts";
import { sourcesTexts } from "../texts/sources.ts";
import { Badge } from "../ui/badge.tsx";
import { Facts } from "../ui/facts.tsx";
import { Section } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { When } from "../ui/when.tsx";
import { GuideSteps } from "./guide-steps.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { SourceActions } from "./source-actions.tsx";
import { sourceState } from "./source-state.ts";

/** A source beside the list: how it stands, what came by it, how it is set up there, and its settings. */
export function SourcePanel({
  listed,
  kind,
  form,
  onClose,
}: {
  listed: Schemas["ListedSource"];
  kind: Schemas["SourceKind"] | undefined;
  form: string;
  onClose: () => void;
}) {
  const mayChange = useMay("config:write");
  const path = { source_id: listed.id };
  const { data: source } = api.useQuery("get", "/api/sources/{source_id}", { params: { path } });
  const { label, look } = sourceState(listed);
  const ends = Math.max(listed.previous_keys_until ?? 0, listed.previous_settings_until ?? 0);
  return (
    <SidePanel label={sourcesTexts.panel} title={listed.name} onClose={onClose}>
      <div className="grid gap-5 p-4">
        <Facts
          facts={[
            [
              sourcesTexts.columns.state,
              <Badge key="state" look={look}>
                {label}
              </Badge>,
            ],
            [sourcesTexts.columns.kind, kind?.title ?? listed.kind],
            [sourcesTexts.columns.form, form],
            [
              sourcesTexts.columns.last,
              listed.last_lead_at === null ? (
                sourcesTexts.none
              ) : (
                <When key="last" at={listed.last_lead_at} relative />
              ),
            ],
            [
              listed.kind === "signed" ? sourcesTexts.key : sourcesTexts.address,
              <code key="key" className="text-xs break-all">
                {listed.key_hint}
              </code>,
            ],
            [sourcesTexts.before, ends === 0 ? undefined : <When key="before" at={ends} />],
          ]}
        />
        {mayChange && kind !== undefined ? <SourceActions source={listed} rotates={kind.rotates} /> : null}
      </div>
      {source === undefined ? null : (
        <>
          <Section title={sourcesTexts.newest}>
            {source.newest_leads.length === 0 ? (
              <p className="text-soft">{sourcesTexts.noneCame}</p>
            ) : (
              <ul className="grid gap-1">
                {source.newest_leads.map(({ submission_id, received_at }) => (
                  <li key={submission_id}>
                    <Link
                      to="/where"
                      search={({ client }) => ({ client, id: submission_id })}
                      className="hover:underline"
                    >
                      <When at={received_at} />
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={sourcesTexts.making.steps}>
            <GuideSteps steps={source.guide} />
          </Section>
          {mayChange && kind !== undefined && kind.settings.length > 0 ? (
            <Section title={sourcesTexts.edit}>
              <SettingsForm key={source.updated_at} source={source} kind={kind} />
            </Section>
          ) : null}
        </>
      )}
    </SidePanel>
  );
}
