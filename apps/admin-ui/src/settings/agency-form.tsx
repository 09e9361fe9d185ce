import { useEffect, useState, type FormEvent } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { applyHue } from "../shell/apply-hue.ts";
import { settingsTexts } from "../texts/settings.ts";
import { shared } from "../texts/shared.ts";
import { Badge } from "../ui/badge.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { TextField } from "../ui/text-field.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { smallPicture } from "./small-picture.ts";

const words = settingsTexts.agency;
const ownHue = 277;

/** An agency's name, hue and logo, with a sample of what comes of it. */
export function AgencyForm({ agency }: { agency: Schemas["Agency"] }) {
  const [name, setName] = useState(agency.name);
  const [hue, setHue] = useState(agency.hue);
  const [logo, setLogo] = useState<string | null | undefined>();
  const [isNoPicture, setIsNoPicture] = useState(false);
  const change = api.useMutation("patch", "/api/agencies/{agency_id}");
  // The whole page shows what is being chosen; left unsaved, it is as it was.
  useEffect(() => {
    applyHue(hue);
    return () => applyHue(agency.hue);
  }, [hue, agency.hue]);
  const shownLogo =
    logo === undefined ? agency.logo_url : logo === null ? null : `data:image/png;base64,${logo}`;
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const picture = await smallPicture(file);
    setIsNoPicture(picture === undefined);
    if (picture !== undefined) setLogo(picture);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      {
        params: {
          path: { agency_id: agency.id },
          header: { "if-match": `"${agency.updated_at}"` },
        },
        body: { name: name.trim(), hue, ...(logo === undefined ? {} : { logo }) },
      },
      {
        onSuccess: () => tellDone(words.saved),
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <TextField
        label={words.name}
        required
        maxLength={200}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <div className="grid gap-1">
        <label htmlFor="hue" className="font-medium">
          {words.hue}
        </label>
        <div className="flex flex-wrap items-center gap-3">
          <input
            id="hue"
            type="range"
            min={0}
            max={359}
            value={hue ?? ownHue}
            aria-describedby="hue-help"
            onChange={({ target }) => setHue(Number(target.value))}
            className="accent-brand min-w-40 flex-1"
          />
          <Button disabled={hue === null} onClick={() => setHue(null)}>
            {words.ownHue}
          </Button>
        </div>
        <p id="hue-help" className="text-soft text-xs">
          {words.hueHelp}
        </p>
      </div>
      <div className="grid gap-1">
        <span className="font-medium">{words.logo}</span>
        <div className="flex flex-wrap items-center gap-3">
          <label
            className={`${buttonClass()} focus-within:outline-brand cursor-pointer focus-within:outline-2`}
          >
            {words.choose}
            <input
              type="file"
              accept="image/png,image/webp,image/jpeg"
              className="sr-only"
              onChange={({ target }) => void choose(target.files?.[0])}
            />
          </label>
          {shownLogo === null ? null : (
            <Button kind="bad" onClick={() => setLogo(null)}>
              {words.removeLogo}
            </Button>
          )}
        </div>
        <p className={isNoPicture ? "text-bad text-xs" : "text-soft text-xs"}>
          {isNoPicture ? words.noPicture : words.logoHelp}
        </p>
      </div>
      <div
        role="group"
        aria-label={words.sample}
        className="border-line bg-canvas flex flex-wrap items-center gap-3 rounded-lg border p-4"
      >
        {shownLogo === null ? null : <img src={shownLogo} alt="" className="max-h-8 max-w-32" />}
        <span className="font-semibold">{name}</span>
        <span className={`${buttonClass("main")} pointer-events-none`}>{words.sampleButton}</span>
        <Badge look="busy">{words.sampleState}</Badge>
      </div>
      <Refused error={change.error} />
      <div>
        <Button type="submit" kind="main" disabled={change.isPending}>
          {change.isPending ? shared.saving : words.save}
        </Button>
      </div>
    </form>
  );
}
