import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useClient } from "../shell/use-client.ts";
import { useClients } from "../shell/use-clients.ts";
import { useYou } from "../shell/use-you.ts";
import { addressesTexts } from "../texts/addresses.ts";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { AddAddressDialog } from "./add-address-dialog.tsx";
import { AllowedList } from "./allowed-list.tsx";
import { BlockedList } from "./blocked-list.tsx";

const route = getRouteApi("/frame/addresses");

/** Whose posts a client does not take, and which networks are its own. Each client has its own lists. */
export function AddressesPage() {
  const { list = "blocked" } = route.useSearch();
  const you = useYou();
  const navigate = useNavigate();
  const { clients: all } = useClients();
  const clients = all.filter(({ deleted_at }) => deleted_at === null);
  const asked = useClient();
  const clientId = asked ?? (clients.length === 1 ? clients[0]?.id : undefined);
  const [isAdding, setIsAdding] = useState(false);
  const mayChange = you.grants.some(
    ({ client_ids, permissions }) =>
      permissions.includes("config:write") && client_ids.includes(clientId ?? ""),
  );
  return (
    <Page
      title={addressesTexts.title}
      beside={
        <nav aria-label={addressesTexts.title} className="flex gap-1">
          {(["blocked", "allowed"] as const).map((one) => (
            <Link
              key={one}
              from="/addresses"
              to="/addresses"
              search={(before) => ({ ...before, list: one === "allowed" ? one : undefined })}
              aria-current={one === list ? "page" : undefined}
              className="text-soft aria-[current=page]:bg-calm-tint aria-[current=page]:text-ink flex h-8 items-center rounded-md px-3 font-medium"
            >
              {addressesTexts[one]}
            </Link>
          ))}
        </nav>
      }
      actions={
        mayChange ? (
          <Button kind="main" onClick={() => setIsAdding(true)}>
            {list === "blocked" ? addressesTexts.block : addressesTexts.allow}
          </Button>
        ) : null
      }
    >
      {clientId === undefined ? (
        <Empty title={addressesTexts.chooseClient}>
          <p>{addressesTexts.chooseClientWhy}</p>
          <div className="w-64 text-start">
            <SelectField
              label={addressesTexts.chooseClient}
              value=""
              words={clients.map(({ id, name }) => [id, name])}
              onChange={(id) =>
                void navigate({
                  from: "/addresses",
                  to: "/addresses",
                  search: (before) => ({ ...before, client: id }),
                })
              }
            />
          </div>
        </Empty>
      ) : (
        <>
          <p className="text-soft max-w-3xl px-4 py-3">
            {list === "blocked" ? addressesTexts.blockedWhy : addressesTexts.allowedWhy}
          </p>
          {list === "blocked" ? (
            <BlockedList key={clientId} clientId={clientId} mayChange={mayChange} />
          ) : (
            <AllowedList key={clientId} clientId={clientId} mayChange={mayChange} />
          )}
          {isAdding ? (
            <AddAddressDialog clientId={clientId} list={list} onClose={() => setIsAdding(false)} />
          ) : null}
        </>
      )}
    </Page>
  );
}
