import { Bookmark } from "lucide-react";
import { leadTexts } from "../texts/leads.ts";
import { buttonClass } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { ViewForm, type GivenView } from "./view-form.tsx";

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
