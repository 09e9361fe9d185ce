import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { keysTexts } from "../texts/keys.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { Facts } from "../ui/facts.tsx";
import { Section } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { When } from "../ui/when.tsx";
import { EditKeyDialog } from "./edit-key-dialog.tsx";
import { keyState } from "./key-state.ts";
import { RotateDialog } from "./rotate-dialog.tsx";

/** A key beside the list: what it may do, when it was used, and its end. */
export function KeyPanel({
  accessKey,
  place,
  onClose,
}: {
  accessKey: Schemas["AccessKey"];
  place: string;
  onClose: () => void;
}) {
  const [isRotating, setIsRotating] = useState(false);
  const [isEdited, setIsEdited] = useState(false);
  const revoke = api.useMutation("delete", "/api/access-keys/{key_id}");
  const { label, look, isLive } = keyState(accessKey, Date.now());
  const { id, name, permissions, created_by, created_at, expires_at, last_used_at, previous_expires_at } =
    accessKey;
  return (
    <SidePanel label={keysTexts.panel} title={name} onClose={onClose}>
      <div className="grid gap-5 p-4">
        <Facts
          facts={[
            [
              keysTexts.making.id,
              <code key="id" className="text-xs break-all">
                {id}
              </code>,
            ],
            [
              keysTexts.columns.state,
              <Badge key="state" look={look}>
                {label}
              </Badge>,
            ],
            [keysTexts.columns.client, place],
            [keysTexts.by, created_by],
            [keysTexts.made, <When key="made" at={created_at} />],
            [keysTexts.until, expires_at === null ? keysTexts.forever : <When key="until" at={expires_at} />],
            [keysTexts.used, last_used_at === null ? keysTexts.never : <When key="used" at={last_used_at} />],
            [
              keysTexts.old,
              previous_expires_at === null || previous_expires_at < Date.now() ? undefined : (
                <When key="old" at={previous_expires_at} />
              ),
            ],
          ]}
        />
        {accessKey.revoked_at === null ? (
          <div className="flex flex-wrap gap-2">
            {isLive ? <Button onClick={() => setIsEdited(true)}>{keysTexts.edit}</Button> : null}
            <Button onClick={() => setIsRotating(true)}>{keysTexts.rotate}</Button>
            <ConfirmButton
              label={keysTexts.revoke}
              title={keysTexts.revokeTitle(name)}
              confirm={keysTexts.revokeIt}
              error={revoke.error}
              isPending={revoke.isPending}
              onConfirmed={(done) =>
                revoke.mutate(
                  { params: { path: { key_id: id } } },
                  {
                    onSuccess: () => {
                      done();
                      tellDone(keysTexts.revoked(name));
                    },
                    onSettled: () => void queryClient.invalidateQueries(),
                  },
                )
              }
            >
              {keysTexts.revokeWhy}
            </ConfirmButton>
          </div>
        ) : null}
      </div>
      <Section title={keysTexts.making.may}>
        <ul className="grid gap-1">
          {permissions.map((permission) => (
            <li key={permission}>
              {keysTexts.permissions[permission]} <span className="text-soft text-xs">{permission}</span>
            </li>
          ))}
        </ul>
      </Section>
      {isEdited ? <EditKeyDialog accessKey={accessKey} onClose={() => setIsEdited(false)} /> : null}
      {isRotating ? <RotateDialog accessKey={accessKey} onClose={() => setIsRotating(false)} /> : null}
    </SidePanel>
  );
}
