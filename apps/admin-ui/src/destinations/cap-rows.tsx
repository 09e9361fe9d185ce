import { X } from "lucide-react";
import { limits as texts } from "../texts/limits.ts";
import { Button } from "../ui/button.tsx";
import { inputClass } from "../ui/input-class.ts";
import { emptyCap, periods, type CapDraft } from "./limits-draft.ts";

/** Caps, each of a period, of all leads or of one source's. */
export function CapRows({
  caps,
  onChange,
}: {
  caps: readonly CapDraft[];
  onChange: (caps: CapDraft[]) => void;
}) {
  const set = (index: number, changed: Partial<CapDraft>) =>
    onChange(caps.map((cap, at) => (at === index ? { ...cap, ...changed } : cap)));
  return (
    <section aria-label={texts.caps} className="grid gap-3">
      <h2 className="text-sm font-semibold">{texts.caps}</h2>
      {caps.length === 0 ? <p className="text-soft">{texts.noCaps}</p> : null}
      <ol className="grid gap-2">
        {caps.map((cap, index) => (
          <li key={index}>
            <div role="group" aria-label={texts.cap(index + 1)} className="flex flex-wrap items-center gap-2">
              <input
                aria-label={texts.leads}
                placeholder={texts.leads}
                inputMode="numeric"
                required
                maxLength={9}
                className={`${inputClass} w-24!`}
                value={cap.leads}
                onChange={({ target }) => set(index, { leads: target.value })}
              />
              <select
                aria-label={texts.per}
                className={`${inputClass} w-32!`}
                value={cap.per}
                onChange={({ target }) =>
                  set(index, { per: periods.find((one) => one === target.value) ?? "day" })
                }
              >
                {periods.map((one) => (
                  <option key={one} value={one}>
                    {texts.periods[one]}
                  </option>
                ))}
              </select>
              <input
                aria-label={texts.source}
                placeholder={texts.sourceHelp}
                maxLength={200}
                className={`${inputClass} min-w-32 flex-1`}
                value={cap.source}
                onChange={({ target }) => set(index, { source: target.value })}
              />
              <Button
                kind="quiet"
                className="px-2!"
                aria-label={texts.removeCap(index + 1)}
                onClick={() => onChange(caps.filter((_, at) => at !== index))}
              >
                <X aria-hidden className="size-4" />
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={() => onChange([...caps, emptyCap])}>{texts.addCap}</Button>
      </div>
    </section>
  );
}
