import { Said } from "./said.tsx";

/** Words of the API in which commands stand between backquotes: those are set as code. */
export const WithCode = ({ text }: { text: string }) =>
  text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      <Said key={index} text={part} />
    ) : (
      <code key={index} className="bg-calm-tint rounded px-1 py-0.5 text-xs break-words">
        {part}
      </code>
    ),
  );
