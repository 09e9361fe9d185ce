import { api } from "../api.ts";
import { useYou } from "../shell/use-you.ts";
import { clientsTexts } from "../texts/clients.ts";
import { Facts } from "../ui/facts.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
import { Section } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { ArchiveButton } from "./archive-button.tsx";
import { Callbacks } from "./callbacks.tsx";
import { GeneralForm } from "./general-form.tsx";
import { StagesForm } from "./stages-form.tsx";
import { UnmatchedCallbacks } from "./unmatched-callbacks.tsx";

const words = clientsTexts.archive;

/** A client beside the list: its name and place, its pipeline, and where its CRM answers. */
export function ClientPanel({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const {
    data: client,
    error,
    refetch,
  } = api.useQuery("get", "/api/clients/{client_id}", {
    params: { path: { client_id: clientId } },
  });
  const you = useYou();
  const granting = you.grants.filter(({ client_ids }) => client_ids.includes(clientId));
  const may = (permission: (typeof granting)[number]["permissions"][number]) =>
    granting.some(({ permissions }) => permissions.includes(permission));
  const mayChange = may("config:write") && client?.deleted_at === null;
  return (
    <SidePanel label={clientsTexts.panel} title={client?.name ?? clientsTexts.title} onClose={onClose}>
      {client === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <div className="divide-line divide-y">
          {client.deleted_at === null ? null : (
            <p className="bg-warn-tint text-warn px-4 py-3">{words.isArchived}</p>
          )}
          {mayChange ? (
            <>
              {/* Each begins anew where what it shows is another, not where the other was saved. */}
              <Section title={clientsTexts.general}>
                <GeneralForm
                  key={`${client.name} ${client.time_zone} ${client.phone_country}`}
                  client={client}
                />
              </Section>
              <Section title={clientsTexts.stages.title}>
                <StagesForm key={JSON.stringify(client.stages)} client={client} />
              </Section>
            </>
          ) : (
            <Section title={clientsTexts.general}>
              <Facts
                facts={[
                  [clientsTexts.name, client.name],
                  [clientsTexts.zone.label, client.time_zone ?? clientsTexts.zone.none],
                  [clientsTexts.country.label, client.phone_country ?? clientsTexts.country.none],
                  [clientsTexts.stages.title, client.stages.join(" › ")],
                ]}
              />
              {client.deleted_at === null ? <p className="text-soft">{clientsTexts.mayNot}</p> : null}
            </Section>
          )}
          <Section title={clientsTexts.callbacks.title}>
            <Callbacks clientId={client.id} mayChange={mayChange} />
          </Section>
          <Section title={clientsTexts.callbacks.unmatched}>
            <UnmatchedCallbacks clientId={client.id} />
          </Section>
          {may("agency:manage") ? (
            <div className="p-4">
              <ArchiveButton client={client} />
            </div>
          ) : null}
        </div>
      )}
    </SidePanel>
  );
}
