import { Download, X } from "lucide-react";
import { useRef, useState } from "react";
import { download } from "../format/csv.ts";
import { useMay } from "../shell/use-may.ts";
import { leadTexts } from "../texts/leads.ts";
import { Button } from "../ui/button.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import { exportLeads } from "./export-leads.ts";
import type { LeadFilter } from "./list-search.ts";

/** Writes all that the filter finds into a file, and tells how far it is; it can be stopped. */
export function ExportButton({ filter }: { filter: LeadFilter }) {
  const mayExport = useMay("contacts:read");
  const [count, setCount] = useState<number | null>(null);
  const isStopped = useRef(false);
  const { export: texts } = leadTexts;
  const begin = async () => {
    isStopped.current = false;
    setCount(0);
    try {
      const written = await exportLeads(filter, (soFar) => {
        setCount(soFar);
        return !isStopped.current;
      });
      if (isStopped.current) return;
      if (written.count === 0) return tellDone(texts.none);
      download(texts.file(new Date().toISOString().slice(0, 10)), written.lines);
      tellDone(texts.done(written.count), { detail: texts.doneWhy });
    } catch (error) {
      tellFailed(error);
    } finally {
      setCount(null);
    }
  };
  if (count !== null)
    return (
      <Button onClick={() => (isStopped.current = true)} aria-label={texts.stop} title={texts.stop}>
        <X aria-hidden className="size-4" />
        <span role="status" className="tabular-nums">
          {texts.progress(count)}
        </span>
      </Button>
    );
  return (
    <Button why={mayExport ? undefined : texts.masked} onClick={() => void begin()}>
      <Download aria-hidden className="size-4" />
      {texts.title}
    </Button>
  );
}
