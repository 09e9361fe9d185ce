import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { shared } from "../texts/shared.ts";
import { Button } from "./button.tsx";

const saidForMs = 2_500;

/** Puts a text on the clipboard, and says so for a moment. @param what names it to whoever does not see what stands beside */
export function CopyButton({
  text,
  what,
  label = shared.copy,
}: {
  text: string;
  what: string;
  label?: string;
}) {
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), saidForMs);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      // Not there at all on a page that came by plain http from another machine.
      await navigator.clipboard.writeText(text);
      setSaid("copied");
    } catch {
      setSaid("failed");
    }
  };
  const Icon = said === "copied" ? Check : Copy;
  return (
    <Button onClick={() => void copy()} aria-label={`${label}: ${what}`}>
      <Icon aria-hidden className={`size-3.5 ${said === "copied" ? "text-good" : ""}`} />
      <span role="status">
        {said === null ? label : said === "copied" ? shared.copied : shared.copyFailed}
      </span>
    </Button>
  );
}
