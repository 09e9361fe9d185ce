import { CopyButton } from "./copy-button.tsx";

/** Code to take along, with its name over it and a button that copies it. */
export const CodeBlock = ({ title, code }: { title: string; code: string }) => (
  <figure className="border-line bg-raised w-full min-w-0 overflow-hidden rounded-lg border">
    <figcaption className="border-line flex items-center gap-2 border-b py-1.5 ps-3 pe-1.5">
      <span className="text-soft min-w-0 flex-1 truncate text-xs font-medium">{title}</span>
      <CopyButton text={code} what={title} />
    </figcaption>
    <pre
      tabIndex={0}
      aria-label={title}
      className="bg-canvas max-h-96 overflow-auto p-3 font-mono text-xs leading-5 whitespace-pre"
    >
      {code}
    </pre>
  </figure>
);
