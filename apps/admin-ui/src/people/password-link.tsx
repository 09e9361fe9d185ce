import { useState } from "react";
import { api } from "../api.ts";
import { people } from "../texts/people.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { LinkShown } from "./link-shown.tsx";

const words = people.person;

/** Makes a link with which somebody chooses a new password. */
export function PasswordLink({ email }: { email: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const make = api.useMutation("post", "/api/password-resets");
  const close = () => {
    setIsOpen(false);
    make.reset();
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{words.reset}</Button>
      <Dialog isOpen={isOpen} onClose={close} title={words.resetTitle(email)} description={words.resetWhy}>
        {make.data === undefined ? (
          <>
            <Refused error={make.error} />
            <DialogActions>
              <Button kind="main" disabled={make.isPending} onClick={() => make.mutate({ body: { email } })}>
                {people.inviting.make}
              </Button>
            </DialogActions>
          </>
        ) : (
          <LinkShown label={people.inviting.link} link={make.data.link} once={people.inviting.once} />
        )}
      </Dialog>
    </>
  );
}
