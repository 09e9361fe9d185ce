import { CopyButton } from "../ui/copy-button.tsx";

/** A link that is shown once, ready to be handed over. */
export const LinkShown = ({ label, link, once }: { label: string; link: string; once: string }) => (
  <div className="grid gap-2">
    <div className="flex gap-2">
      <input
        readOnly
        aria-label={label}
        value={link}
        onFocus={({ target }) => target.select()}
        className="bg-canvas border-line h-8 min-w-0 flex-1 rounded-md border px-3 font-mono text-xs"
      />
      <CopyButton text={link} what={label} />
    </div>
    <p className="text-soft text-xs">{once}</p>
  </div>
);
