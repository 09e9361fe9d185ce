import { SlidersHorizontal } from "lucide-react";
import { useState, type FormEvent } from "react";
import { leadTexts } from "../texts/leads.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { TextField } from "../ui/text-field.tsx";

/** Where leads came from. */
interface Came {
  source?: string | undefined;
  campaign?: string | undefined;
}

/** Filters that are typed. */
export const MoreFilters = ({ source, campaign, onChange }: Came & { onChange: (came: Came) => void }) => {
  const given = [source, campaign].filter((text) => text !== undefined);
  const { filter } = leadTexts;
  return (
    <Popover
      label={filter.more}
      className={`${buttonClass()} ${given.length === 0 ? "" : "border-brand!"}`}
      trigger={
        <>
          <SlidersHorizontal aria-hidden className="text-soft size-4" />
          {given.length === 0 ? filter.more : given.join(" · ")}
        </>
      }
    >
      {(close) => (
        <CameForm
          source={source}
          campaign={campaign}
          onGiven={(came) => {
            onChange(came);
            close();
          }}
        />
      )}
    </Popover>
  );
};

function CameForm({ source, campaign, onGiven }: Came & { onGiven: (came: Came) => void }) {
  const [given, setGiven] = useState({ source: source ?? "", campaign: campaign ?? "" });
  const { filter } = leadTexts;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGiven({ source: given.source.trim() || undefined, campaign: given.campaign.trim() || undefined });
  };
  return (
    <form onSubmit={submit} className="grid w-64 gap-3">
      <TextField
        label={filter.source}
        help={filter.sourceHelp}
        maxLength={250}
        value={given.source}
        onChange={({ target }) => setGiven({ ...given, source: target.value })}
      />
      <TextField
        label={filter.campaign}
        maxLength={250}
        value={given.campaign}
        onChange={({ target }) => setGiven({ ...given, campaign: target.value })}
      />
      <Button type="submit" kind="main">
        {filter.apply}
      </Button>
    </form>
  );
}
