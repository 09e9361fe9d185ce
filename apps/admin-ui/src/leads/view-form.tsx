import { getRouteApi } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import type { Schemas } from "../api.ts";
import { useClients as useAllClients } from "../shell/use-clients.ts";
import { leadTexts } from "../texts/leads.ts";
import { shared } from "../texts/shared.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useClients } from "./use-clients.ts";

const route = getRouteApi("/frame");

/** How a view is called, and who has it. */
export interface GivenView {
  name: string;
  is_shared: boolean;
  client_id?: string;
  agency_id?: string;
}

type Who = "me" | "client" | "agency";

/** A view's name, and who sees it; `kept` is the one that is changed. */
export function ViewForm({
  kept,
  onGiven,
}: {
  kept?: Schemas["SavedView"];
  onGiven: (given: GivenView) => void;
}) {
  const { you } = route.useRouteContext();
  const { only } = useClients();
  const { clients } = useAllClients();
  const [name, setName] = useState(kept?.name ?? "");
  const [who, setWho] = useState<Who>(whoHas(kept));
  const texts = leadTexts.views;
  const writing = you.grants.filter(({ permissions }) => permissions.includes("leads:write"));
  const client = kept?.client_id == null ? only : clients.find(({ id }) => id === kept.client_id);
  const mayShare = client !== undefined && writing.some(({ client_ids }) => client_ids.includes(client.id));
  const agency =
    kept?.agency_id ??
    writing.find(({ role }) => role === "agency_owner" || role === "agency_operator")?.agency_id;
  const choices: readonly (readonly [Who, string])[] = [
    ["me", texts.forMe],
    ...(mayShare ? ([["client", texts.forClient(client.name)]] as const) : []),
    ...(agency === undefined ? [] : ([["agency", texts.forAgency]] as const)),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGiven({
      name: name.trim(),
      is_shared: who !== "me",
      ...(who === "client" && client !== undefined ? { client_id: client.id } : {}),
      ...(who === "agency" && agency !== undefined ? { agency_id: agency } : {}),
    });
  };
  return (
    <form onSubmit={submit} className="grid w-64 gap-3">
      <TextField
        label={texts.name}
        required
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <fieldset className="grid gap-1">
        <legend className="pb-1 text-[13px] font-medium">{texts.who}</legend>
        {choices.map(([value, title]) => (
          <label key={value} className="flex min-h-6 items-center gap-2">
            <input
              type="radio"
              name="who"
              className="accent-brand size-4 shrink-0"
              checked={who === value}
              onChange={() => setWho(value)}
            />
            {title}
          </label>
        ))}
      </fieldset>
      <Button type="submit" kind="main">
        {shared.save}
      </Button>
    </form>
  );
}

function whoHas(kept: Schemas["SavedView"] | undefined): Who {
  if (kept === undefined || !kept.is_shared) return "me";
  return kept.client_id === null ? "agency" : "client";
}
