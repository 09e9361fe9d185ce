import { useState, type FormEvent } from "react";
import type { Schemas } from "../api.ts";
import { shell } from "../texts/shell.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isMeant } from "./palette-items.ts";

/** One of many clients, found by typing; Enter takes the first. */
export function ClientPicker({
  clients,
  agencies,
  onChosen,
  onClose,
}: {
  clients: readonly Schemas["Client"][];
  agencies: Schemas["You"]["agencies"];
  onChosen: (id: string | undefined) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState("");
  const agencyOf = ({ agency_id }: Schemas["Client"]) =>
    agencies.length < 2 ? undefined : agencies.find(({ id }) => id === agency_id)?.name;
  const found = clients.filter((client) => {
    const agency = agencyOf(client);
    return isMeant({ title: client.name, ...(agency === undefined ? {} : { also: agency }) }, text);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text !== "" && found[0] !== undefined) onChosen(found[0].id);
  };
  const lineClass = "hover:bg-calm-tint flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-start";
  return (
    <Dialog isOpen onClose={onClose} title={shell.client}>
      <form onSubmit={submit}>
        <input
          type="search"
          data-first
          aria-label={shell.findClient}
          placeholder={shell.findClient}
          maxLength={200}
          value={text}
          onChange={({ target }) => setText(target.value)}
          className="bg-surface border-line placeholder:text-soft h-9 w-full rounded-md border px-3 max-sm:text-base"
        />
      </form>
      <ul className="max-h-[45vh] overflow-y-auto">
        {text === "" ? (
          <li>
            <button type="button" className={lineClass} onClick={() => onChosen(undefined)}>
              {shell.allClients}
            </button>
          </li>
        ) : null}
        {found.map((client) => (
          <li key={client.id}>
            <button type="button" className={lineClass} onClick={() => onChosen(client.id)}>
              <span className="min-w-0 flex-1 truncate">{client.name}</span>
              <span className="text-soft text-xs">{agencyOf(client)}</span>
            </button>
          </li>
        ))}
        {found.length === 0 ? <li className="text-soft px-2 py-1.5">{shell.noClient}</li> : null}
      </ul>
    </Dialog>
  );
}
