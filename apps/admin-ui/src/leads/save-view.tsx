import { getRouteApi } from "@tanstack/react-router";
import { Bookmark } from "lucide-react";
import { useState, type FormEvent } from "react";
import { leadTexts } from "../texts/leads.ts";
import { shared } from "../texts/shared.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useClients } from "./use-clients.ts";

const route = getRouteApi("/frame");

/** How a view is called, and who has it. */
interface GivenView {
  name: string;
  is_shared: boolean;
  client_id?: string;
  agency_id?: string;
}

/** Keeps what is looked at as a view: one's own, or one for those who see this client's leads, or the agency's people. */
export const SaveView = ({ onGiven }: { onGiven: (given: GivenView) => void }) => (
  <Popover
    label={leadTexts.views.save}
    className={buttonClass("quiet")}
    trigger={
      <>
        <Bookmark aria-hidden className="size-4" />
        {leadTexts.views.save}
      </>
    }
  >
    {(close) => (
      <ViewForm
        onGiven={(given) => {
          close();
          onGiven(given);
        }}
      />
    )}
  </Popover>
);

function ViewForm({ onGiven }: { onGiven: (given: GivenView) => void }) {
  const { you } = route.useRouteContext();
  const { only } = useClients();
  const [name, setName] = useState("");
  const [who, setWho] = useState("me");
  const texts = leadTexts.views;
  const writing = you.grants.filter(({ permissions }) => permissions.includes("leads:write"));
  const mayShare = only !== undefined && writing.some(({ client_ids }) => client_ids.includes(only.id));
  const agency = writing.find(({ role }) => role === "agency_owner" || role === "agency_operator")?.agency_id;
  const choices = [
    ["me", texts.forMe],
    ...(mayShare ? [["client", texts.forClient(only.name)]] : []),
    ...(agency === undefined ? [] : [["agency", texts.forAgency]]),
  ] as const;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGiven({
      name: name.trim(),
      is_shared: who !== "me",
      ...(who === "client" && only !== undefined ? { client_id: only.id } : {}),
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
              onChange={() => setWho(value ?? "me")}
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
