// Generated from openapi.json by `pnpm openapi`.
export interface paths {
    "/api/access-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List access keys
         * @description Revoked and expired ones too, newest first, never with a secret. With `client_id` only the keys of that client: those of the whole agency, which reach it too, are left out.
         *
         *     Needs `keys:manage`: to create, rotate and revoke access keys.
         */
        get: operations["listAccessKeys"];
        put?: never;
        /**
         * Create an access key, whose secret is shown once
         * @description For one client, or for every client of an agency, those to come too. It outlives whoever makes it. The same request under the same `Idempotency-Key` is answered with the same secret.
         *
         *     Needs `keys:manage`: to create, rotate and revoke access keys.
         */
        post: operations["createAccessKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an access key
         * @description Its secret is never shown again.
         *
         *     Needs `keys:manage`: to create, rotate and revoke access keys.
         */
        get: operations["getAccessKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an access key, at once and for good
         * @description Both secrets of a key that is being rotated end. Revoking it again changes nothing.
         *
         *     Needs `keys:manage`: to create, rotate and revoke access keys.
         */
        delete: operations["revokeAccessKey"];
        options?: never;
        head?: never;
        /**
         * Change an access key's name, permissions and end
         * @description From its next request on. One that ran out gets a new end with a new secret: rotate it.
         *
         *     Needs `keys:manage`: to create, rotate and revoke access keys.
         */
        patch: operations["changeAccessKey"];
        trace?: never;
    };
    "/api/access-keys/{key_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an access key a new secret, shown once
         * @description The secret until now goes on working for `overlap_seconds`; 0 ends it at once, together with one that is still in the overlap of an earlier rotation. A longer overlap is refused until that one is over. An expired key needs a new `expires_at`, and what it signed with before stays dead.
         *
         *     Needs `keys:manage`: to create, rotate and revoke access keys.
         */
        post: operations["rotateAccessKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the agencies you own; all of them for the installation's owners
         * @description Needs `agency:manage`: to change the agency and add clients to it.
         */
        get: operations["listAgencies"];
        put?: never;
        /**
         * Add an agency, and invite its first owner
         * @description The installation's owners add agencies; they do not see an agency's clients unless its owner invites them.
         *
         *     Needs `installation:manage`: to add agencies, and see what belongs to no client.
         */
        post: operations["createAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{agency_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an agency
         * @description Needs `agency:manage`: to change the agency and add clients to it.
         */
        get: operations["getAgency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an agency's name, and what it looks like
         * @description Needs `agency:manage`: to change the agency and add clients to it.
         */
        patch: operations["changeAgency"];
        trace?: never;
    };
    "/api/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what
         * @description Newest first: every change, every reading of contact details by the agency's people, and every export of them by anybody. A page of a filter by actor, action or `kind=reads` may be short, or empty, and still have a next one.
         *
         *     Needs `audit:read`: to read the audit log.
         */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your password, and end all other sessions
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/get-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The session that the cookie is of, prolonged where it is a day old; null where there is none
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/list-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where you are signed in
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/revoke-other-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all your sessions but this one
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/revoke-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End one of your sessions
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["endSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/revoke-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all your sessions
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["endSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password. Where a second factor is on, `verifyCode` is the second step
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/two-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take your second factor away
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["disableSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/two-factor/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a second factor. It is on with the first right code
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["enableSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/two-factor/generate-backup-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New backup codes; the old ones end
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["renewBackupCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/two-factor/get-totp-uri": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Your second factor's secret, for another authenticator
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["getSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/two-factor/verify-backup-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The second step of signing in, with a backup code
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["verifyBackupCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/two-factor/verify-totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The second step of signing in, or the first code of a new second factor
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["verifyCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/update-user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your name
         * @description For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.
         */
        post: operations["changeName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blocked-submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was posted from blocked addresses
         * @description Newest first. Nothing of these was sent anywhere, and none of them is a lead.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listBlockedSubmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blocked-submissions/{submission_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what was posted from a blocked address
         * @description Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getBlockedSubmission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/branding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this installation looks like before anybody signs in
         * @description The look of its agency where it has only one; LeadRelay's own where several share it.
         *
         *     For everyone.
         */
        get: operations["getBranding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List clients
         * @description Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["listClients"];
        put?: never;
        /**
         * Add a client to an agency
         * @description Needs `agency:manage`: to change the agency and add clients to it.
         */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a client
         * @description Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["getClient"];
        put?: never;
        post?: never;
        /**
         * Delete a client with its forms and destinations
         * @description Its forms take no more submissions within about a minute, and its waiting deliveries become `cancelled` as they come due. Leads, deliveries and the audit log stay, and can be read.
         *
         *     Needs `agency:manage`: to change the agency and add clients to it.
         */
        delete: operations["deleteClient"];
        options?: never;
        head?: never;
        /**
         * Change a client's name, time zone, phone country, pipeline stages and what counts as a test
         * @description Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        patch: operations["changeClient"];
        trace?: never;
    };
    "/api/clients/{client_id}/allowed-ips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a client's own networks
         * @description In the order of their text; expired ones too.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["listAllowedIps"];
        put?: never;
        /**
         * List an address or network of one's own
         * @description A network that is listed already is replaced.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["allowIp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{client_id}/allowed-ips/{cidr}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an address or network of one's own off the list
         * @description The slash of a network is written %2F: `203.0.113.0%2F24`.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        delete: operations["disallowIp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{client_id}/blocked-ip-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how many leads of the last 30 days came from a network, before it is blocked
         * @description Nothing is changed. Of the last 2000 submissions at most; tests are left out.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        get: operations["previewBlockedIp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{client_id}/blocked-ips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a client's blocked networks
         * @description In the order of their text; expired ones too.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["listBlockedIps"];
        put?: never;
        /**
         * Block an address or network
         * @description Submissions from there are recorded as blocked: no lead, nothing sent, and the sender is not told. A network that is listed already is replaced.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["blockIp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{client_id}/blocked-ips/{cidr}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Block an address or network no longer
         * @description The slash of a network is written %2F: `203.0.113.0%2F24`.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        delete: operations["unblockIp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{client_id}/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show where a client's CRM tells what came of leads
         * @description Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["getCallbacks"];
        put?: never;
        /**
         * Give a client's callbacks a secret, or another one, shown once
         * @description The key, which the addresses have in them, stays. The secret until now goes on letting in for `overlap_seconds`; 0 ends it, at the edge within about a minute. The new one lets in at once.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["rotateCallbacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{client_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a client that was deleted in the last 30 days
         * @description With the forms and destinations that were deleted together with it: those deleted before stay so. Its forms take submissions again within about a minute. Deliveries that were cancelled meanwhile are not sent by themselves: replay them. Submissions that became dead letters meanwhile are released by restoring their form.
         *
         *     Needs `agency:manage`: to change the agency and add clients to it.
         */
        post: operations["restoreClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{client_id}/route-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a route that is not saved would have done with the client's last leads
         * @description As `previewRoute`, of a mode and members as they would be saved. Nothing is kept. Conditions that the route named beside them does not have yet need `contacts:read`.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        post: operations["previewRouteDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{client_id}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count a client's leads by the stage they stand at
         * @description In the pipeline's order. It is counted as leads come and go, not when it is asked for.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["countLeadStages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letter-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count open dead letters
         * @description A row is read for each kind of letter of each client, however many letters there are.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["countDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letter-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what open dead letters have in common: destination, answer and error text
         * @description What failed last comes first. A page may be short and still have a next one.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listDeadLetterGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letter-groups/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the open dead letters of a group up
         * @description A step gives at most a hundred up: go on with `next_cursor` until it is null. Each step is whole or not done at all, so that going on after a crash, or two at once, gives no letter up twice. What fails after `until` is not among them. Their leads count as never sent.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["discardDeadLetterGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letter-groups/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the letters of a group again that you discarded within the hour
         * @description What was sent, or failed anew, since then stays as it is. In steps, as they were discarded: go on with `next_cursor` until it is null.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["reopenDeadLetterGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dead letters
         * @description What failed last comes first. A page of a filter that no index serves may be short, or empty, and still have a next one.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letters/{dead_letter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a dead letter: what happened, what to do, and what would be sent again
         * @description Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letters/{dead_letter_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a dead letter up
         * @description A discarded delivery also means that its lead was never sent: the person's next submission counts as new.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["discardDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letters/{dead_letter_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again what a dead letter is about
         * @description A delivery goes out again under its id, a submission goes back to the queue under its id: nothing is stored or sent twice for it. Mend the cause first.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description Newest first. With status `pending`, `in_flight` or `held` what waits longest comes first; with `dead` what failed last, and only what has an open dead letter. Of a lead, in the order of its submissions, newest first. A page of a filter that no index serves may be short, or empty, and still have a next one.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a delivery with its event, its attempts and what would move it on
         * @description Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{delivery_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a delivery that waits or is held
         * @description What is being sent at this moment cannot be cancelled. The reason is kept in the audit log.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["cancelDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{delivery_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again now
         * @description What is dead, cancelled, skipped because its receiver had the person, held by a destination that is enabled again, or waits for a later attempt; under the same delivery id, so that a receiver can drop what it has. Its retry schedule starts anew, its open dead letter is closed.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/destination-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what leads can be sent to, with the settings of each kind
         * @description Part of the software, the same for everybody. What a form needs in order to ask for the settings of a destination.
         *
         *     For everyone who is signed in.
         */
        get: operations["listDestinationKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/destination-standings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how destinations stand, with their last 24 hours
         * @description Whether each takes leads now, why not and until when, how far its caps are used, and what arrived and died there by the hour. Read from counters that are written with what they count. Of 500 destinations at most.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["listDestinationStandings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List destinations
         * @description Client by client, newest first.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["listDestinations"];
        put?: never;
        /**
         * Add a destination to a client
         * @description Leads that come in from now on are delivered to it. Not said, it takes `lead.created` and `lead.reengaged` (a `lead_reply` the first alone), but no corrections (`lead.updated`), from production only, and no tests. Needs `contacts:read` too: whoever says where leads are sent receives their contact details.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["createDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/destinations/{destination_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a destination, what has not arrived there, and what would move that on
         * @description Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["getDestination"];
        put?: never;
        post?: never;
        /**
         * Delete a destination
         * @description Nothing new is sent to it. A try under way is finished; what waits becomes `cancelled` when it comes due, and the answer says how much that is. To keep what waits, switch it off instead.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        delete: operations["deleteDestination"];
        options?: never;
        head?: never;
        /**
         * Change a destination, or switch it off and on
         * @description Only what is sent changes, in `settings` too; but an address on another host takes no secret along that was given for the one before: name that anew, or `null`. To say where leads are sent, by an address or, where a kind has none, by anything but a switch, takes `contacts:read` too: whoever does receives their contact details. The next try of every delivery goes by the new settings; what was `held` is sent within a minute of `enabled: true`.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        patch: operations["changeDestination"];
        trace?: never;
    };
    "/api/destinations/{destination_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a webhook's last answers count as, and would by other response rules
         * @description The last answers to leads, 20 at most, each delivery's last one, as long as they are kept. Nothing is changed: a lead that was delivered stays so. Who asks must see contacts, because receivers quote them.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        post: operations["previewAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/destinations/{destination_id}/lead-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a filter or a mapping may ask of a lead
         * @description Every name there is, and the fields that forms sent in the client's last 20 leads, each with what the newest lead that has it says. Whoever sees contacts masked gets names alone.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["listLeadFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/destinations/{destination_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the request that a lead would be sent by, and whether it passes the filter
         * @description By the shape the destination has, or by one that is not saved yet. Of a sample lead, or of one that is named by its id or its submission's: for that, whoever asks must see contacts. Nothing is sent.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        post: operations["previewDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/destinations/{destination_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a destination a new secret to sign with, shown once
         * @description For `overlap_seconds` requests are signed with the secret before, too, so that its receiver may learn the new one meanwhile; then that ends by itself. 0 ends it at once, together with one that is still in the overlap of an earlier rotation. A longer overlap is refused until that one is over. The time of a try decides, so that what was held or waits is signed as what is sent then.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["rotateDestinationSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/destinations/{destination_id}/shape": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a destination's filter and mapping, and those it had
         * @description Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["getDestinationShape"];
        /**
         * Say which leads a destination gets, and how they are written for it
         * @description All of it: what is not sent is none. It is tried on a sample and on the client's last leads before it is saved, and refused where its mapping breaks at one of them; each that is another than the one in force is a version that an undo goes back to. Leads that come from now on are judged by the filter; the next try of every delivery is written by the mapping. Needs `contacts:read` too.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        put: operations["putDestinationShape"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/destinations/{destination_id}/shape/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go back to the filter and mapping that a destination had before
         * @description To the version named, or to the one before that which is in force; 0 is none. What it goes back to becomes a version of its own, so that an undo can be undone.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["undoDestinationShape"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/destinations/{destination_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a marked test to a destination, and see what it is sent and answers
         * @description On the way of every lead: its settings, its key, what its answers mean. It is nobody's lead: nothing is stored, counted or switched off by it, and it goes to a destination that is disabled or takes no test leads, too, always with `test_lead` `yes`. Six a minute at most for each destination.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["testDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events: what destinations were to hear of
         * @description In the order of their submissions, newest first. `limit` counts submissions: most make one event, a repeat that tells nothing new makes none.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/form-activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what came of each form's posts in the last days, and which have gone quiet
         * @description Read from the counters; a form that has none there in 28 days is not in it. Days are UTC, the last 7.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listFormActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List forms
         * @description Client by client, newest first.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["listForms"];
        put?: never;
        /**
         * Add a form to a client
         * @description It takes submissions once its snapshot is published: within about a minute everywhere.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["createForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms/{form_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a form, and whether the edge knows its last change
         * @description Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["getForm"];
        put?: never;
        post?: never;
        /**
         * Delete a form
         * @description It takes no more submissions within about a minute; what was accepted until then is stored and delivered. Its key is never given again, and for 30 days the form can be restored.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        delete: operations["deleteForm"];
        options?: never;
        head?: never;
        /**
         * Change a form and publish it
         * @description Only what is sent changes. `snapshot` in the answer tells whether the edge has it already.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        patch: operations["changeForm"];
        trace?: never;
    };
    "/api/forms/{form_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what another mapping would have made of a form's last posts
         * @description Nothing is changed by it. Only posts that became submissions are there to be read: what was refused is kept by nobody.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["previewMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms/{form_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a form that was deleted in the last 30 days
         * @description It takes submissions again under its old key, within about a minute everywhere. Submissions that were accepted for it meanwhile and became dead letters go through intake again, 500 at once: `more_letters` says that there are more, and asking again releases those.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["restoreForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms/{form_id}/seen-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the fields that a form's last posts really had, and what each is taken for
         * @description Of its last submissions, as many as are asked for, looked for among the client's last 500 up to the form's last day with any. Those who see contacts masked see values of contact fields masked, and no others.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listSeenFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what runs, what does not, and what to do about it
         * @description The installation's owners see all of it; others what concerns their clients. Every check looks at a bounded number of rows. `/healthz` says without signing in only that the Worker answers.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what needs a person now, and how today goes
         * @description Made to be asked each minute, or as often as it says itself: it reads today's row of each client, and what is amiss. Every check of the installation is in `/api/health`.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations
         * @description Needs `operators:manage`: to invite operators and change what they may do.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody, by a link you hand over
         * @description LeadRelay sends no mail: give the link to the person yourself. It is shown once and good for 14 days.
         *
         *     Needs `operators:manage`: to invite operators and change what they may do.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description Needs `operators:manage`: to invite operators and change what they may do.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation with the token of its link
         * @description Somebody new chooses a name and a password. Whoever has an account proves it: by being signed in to it, or by its password where it has no second factor. Until then every refusal is the same, and says nothing of whether there is an account.
         *
         *     For everyone.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List leads, or search them by name, e-mail or phone
         * @description Newest first, or as `sort` says. A search tells first what is exactly so, then what begins so; several words of a name must all be there. Who sees contact details masked cannot search by them. A page of a filter that no index serves may be short, or empty, and still have a next one. With `stands` leads come in the order of what stands so: what died, is held or waits, one list behind the other; a lead of very many deliveries may come twice. Search with `POST /api/leads/search` where addresses are logged on the way.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{lead_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a lead: who it is, what it is known by, what it submitted and where that went
         * @description Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getLead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Move a lead along its client's pipeline
         * @description Needs `leads:write`: to change a lead's status and write notes.
         */
        patch: operations["changeLead"];
        trace?: never;
    };
    "/api/leads/{lead_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a lead's events: what destinations were to hear of it
         * @description In the order of its submissions, newest first. `limit` counts submissions.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listLeadEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{lead_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a note on a lead
         * @description Needs `leads:write`: to change a lead's status and write notes.
         */
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{lead_id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what splitting submissions off a lead would come to
         * @description Where another person's submissions were taken for this lead's. Nothing is changed.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["planSplit"];
        put?: never;
        /**
         * Make submissions of a lead a lead of their own
         * @description As planned, or not at all. They go with what only they were known under, and are decided anew: the new lead is told as `lead.created`, once. What was sent of them before stays with the lead they leave; what waits to be sent as that lead's is cancelled. Asked again, it answers `done_before`.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["splitLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{lead_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell the story of a lead: submissions and all that came of them, notes, steps along the pipeline
         * @description Newest first. `limit` counts submissions, notes and steps; with a submission comes all that followed it, late attempts included, with a note or step who was told of it (`notice`). The first page has what those who got the lead said came of it (`callback`), the newest hundred.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getLeadTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List or search leads, with what is asked for in the body
         * @description Takes and answers what `GET /api/leads` does, and changes as little. Whom is searched for stands in no address then, so that no log on the way has it.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        post: operations["searchLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who you are, and what you may do where
         * @description For everyone who is signed in.
         */
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who belongs to your agencies and clients, one role at a time
         * @description Needs `operators:manage`: to invite operators and change what they may do.
         */
        get: operations["listOperators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{operator_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take away all that an operator may do in your agencies and clients
         * @description At once: what may be done is looked up for each request. Open invitations of theirs end with it. The account stays, for other agencies, and so do access keys they made: the answer names them.
         *
         *     Needs `operators:manage`: to invite operators and change what they may do.
         */
        delete: operations["removeOperator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{operator_id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give an operator another role in an agency
         * @description It replaces all that the operator was in that agency, as far as you may change it. Open invitations end that they could not issue any more; access keys they made stay, and the answer names those where they manage keys no more.
         *
         *     Needs `operators:manage`: to invite operators and change what they may do.
         */
        put: operations["setOperatorRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outage-summaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List leads that had to wait for the database, and were sent without it
         * @description What KV keeps of them, without contact details: of those that wait for seven days, of those that are stored by now, which `stored_at` tells, for a day after that. In the order they were received.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listOutageSummaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give somebody who forgot the password a link to choose another
         * @description Only the installation's owners: an account may belong to several agencies, and whoever has the link has the account. LeadRelay sends no mail: hand the link over yourself. It is good once, for a day.
         *
         *     Needs `installation:manage`: to add agencies, and see what belongs to no client.
         */
        post: operations["createPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what waits, is under way, is held and is dead, by destination
         * @description Of each destination at most a thousand rows are counted, fewer where there are many destinations.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getQueueStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List replays and plans
         * @description Newest first; those you may apply. Plans that nobody applied are removed a day after they were made.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        get: operations["listReplays"];
        put?: never;
        /**
         * Plan to send again what did not land, or what was never sent
         * @description Counts what a filter finds, all of it and not a page, and says what would be skipped and why. A request looks at a bounded part: while the state is `planning`, go on with `/api/replays/{replay_id}/continue`. Each caller makes one plan at a time; one that nobody goes on with lapses after two minutes. Nothing is sent before the plan is applied, which can be done for a day. The plan keeps the clients you may replay now.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["planReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays/{replay_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a replay and how far it is
         * @description Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        get: operations["getReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays/{replay_id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what a plan found
         * @description Goes on by itself, in steps that survive a crash, at the plan's pace, under the delivery ids that were used before. Applying it again sends nothing twice and answers where it stands.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["applyReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays/{replay_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a replay, or drop its plan
         * @description Takes no step any more; what has its time already is still sent: with a pace that is ten seconds' worth. One that has ended stays as it is.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["cancelReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays/{replay_id}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on making a plan that is not whole yet
         * @description Looks at as much again as one request may, of the plan you began; ask again while the state is `planning`. A plan that is made already is answered as it is.
         *
         *     Needs `deliveries:replay`: to retry, cancel, replay, release and discard.
         */
        post: operations["continuePlanning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List routes
         * @description Client by client, newest first.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["listRoutes"];
        put?: never;
        /**
         * Have several destinations of a client share its leads
         * @description Of its members the route chooses who gets a lead; destinations in no route hear of every lead as before. Leads that come in from now on are shared. Conditions need `contacts:read` too.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["createRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes/{route_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a route, what each member had of it, and who takes no lead now
         * @description Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["getRoute"];
        put?: never;
        post?: never;
        /**
         * Delete a route
         * @description Each of its members then hears of every lead: switch those off first that must not. What was chosen before stays as it was chosen.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        delete: operations["deleteRoute"];
        options?: never;
        head?: never;
        /**
         * Change a route
         * @description Only what is sent changes; `members` is the whole list, in order. Another mode, other members or weights begin to count anew. Leads that went to a member stay with it, as long as it is one. Conditions that are new need `contacts:read` too.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        patch: operations["changeRoute"];
        trace?: never;
    };
    "/api/routes/{route_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what a route would have done with the client's last leads
         * @description As if it began to count with the first of them, and its members stood as they stand now. Nothing is sent, counted or changed. Tests, and repeats that were no new lead, are left out.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["previewRoute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List kept views of leads: your own, and those shared with you
         * @description At most 200; with `client_id` those of that client, and those of no client.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listSavedViews"];
        put?: never;
        /**
         * Keep a view of leads, for yourself or for others too
         * @description Shared, it needs `leads:write` of the client or agency it is shared with. At most 50 of your own, and 50 of each client and agency.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        post: operations["createSavedView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a kept view of leads; answers it, so that it can be kept again
         * @description Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        delete: operations["deleteSavedView"];
        options?: never;
        head?: never;
        /**
         * Rename a kept view of leads, have it show something else, or share it with others
         * @description What is shared is changed by who may change those leads; with `is_shared` false it becomes the caller's alone, whoever kept it first.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        patch: operations["changeSavedView"];
        trace?: never;
    };
    "/api/source-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List where leads can come from, with the settings of each kind
         * @description Part of the software, the same for everybody.
         *
         *     For everyone who is signed in.
         */
        get: operations["listSourceKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sources, with the time of each one's last lead
         * @description Client by client, newest first.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["listSources"];
        put?: never;
        /**
         * Add a source to a form
         * @description Another system that leads come from, by a door of its own. They count as posted to the form: its mapping, policies and destinations apply. `secrets` in the answer is what the other system is given, shown this once.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a source, its set-up, and what came by it last
         * @description Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["getSource"];
        put?: never;
        post?: never;
        /**
         * Delete a source
         * @description Its address or key takes nothing any more within about a minute; what was taken until then is stored and delivered. To take nothing for a while, pause it instead.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        /**
         * Change a source, pause it or go on with it
         * @description Only what is sent changes, in `settings` too. The edge knows it within about a minute everywhere. While it is paused, whoever posts is told to try again later (503): most systems do, for hours or a day.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        patch: operations["changeSource"];
        trace?: never;
    };
    "/api/sources/{source_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a source a new secret, or a new address where that is its secret
         * @description What we made for it is made anew, and shown this once: the secret of a `signed` one, the key of `google_ads`; of other kinds the private address. What was there before goes on for `overlap_seconds`; 0 ends it, and what is left of an earlier overlap, within about a minute everywhere. The new one lets in within as long.
         *
         *     Needs `config:write`: to change clients, forms, destinations and address lists.
         */
        post: operations["rotateSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what came in and what arrived, day by day
         * @description Read from counters that are written with what they count, so that it costs the same however many leads there are. Days are UTC; at most 92 at once, the last 30 unless said otherwise.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List submissions, each with why it was decided so
         * @description Newest first. Those from blocked addresses are a list of their own.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listSubmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/submissions/{submission_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a submission: what was posted, why it was decided so, whom it reached
         * @description Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getSubmission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unmatched-callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List callbacks that match no lead
         * @description Newest first: what came in with a good token or secret, was looked at for five minutes, and named no lead of its client. Kept for 30 days. What was not let in is answered with why, and kept nowhere.
         *
         *     Needs `config:read`: to see clients, forms, destinations and address lists.
         */
        get: operations["listUnmatchedCallbacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unsent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List submissions of which nothing was sent, each with why
         * @description Newest first: duplicates, tests that no destination takes, what no destination took, what came from a blocked address, and quarantined ones. What is released leaves the list. Submissions stored before this list was there are not in it, but for blocked ones. To release: plan a replay with the status `unsent`.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["listUnsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unsent/{submission_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show why nothing of a submission was sent, and what would send it
         * @description One that was released since is shown with who did it.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["getUnsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/where-is-my-lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell where a lead is, the whole story in order, and what would move it on
         * @description Takes an e-mail address, a phone number, or the id of a submission, delivery, lead or dead letter. What is nowhere is answered with where else to look. Who sees contact details masked asks by id. Ask with POST for a contact detail where addresses are logged on the way.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        get: operations["whereIsMyLead"];
        put?: never;
        /**
         * Tell where a lead is, with who or what is asked for in the body
         * @description Takes and answers what the GET does, and changes as little. Who is asked for stands in no address then, so that no log on the way has it.
         *
         *     Needs `leads:read`: to see leads, submissions, deliveries, dead letters and statistics.
         */
        post: operations["askWhereIsMyLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptedInvitation: {
            agency_name: string;
            /** @description What the clients are called that the role is for; none: all of them. */
            client_names: string[];
            email: string;
            new_account: boolean;
            /**
             * @description `agency_owner`: everything, on every client of the agency. `agency_operator`: works for the clients named. `client_admin`: runs its own client. `client_viewer`: sees it, contact details masked.
             * @enum {string}
             */
            role: "agency_owner" | "agency_operator" | "client_admin" | "client_viewer";
        };
        AccessKey: {
            agency_id: string;
            /** @description null: every client of the agency. */
            client_id: string | null;
            /** @description Milliseconds UTC. */
            created_at: number;
            /** @description The operator's id. */
            created_by: string;
            /** @description null: never. */
            expires_at: number | null;
            /** @example lrk_3hT9_xQ2-mZ7pL0aVc4R */
            id: string;
            /** @description To the hour. */
            last_used_at: number | null;
            name: string;
            permissions: ("leads:read" | "leads:write" | "contacts:read" | "deliveries:replay" | "config:read" | "config:write" | "audit:read")[];
            /** @description After a rotation: the secret before it works until then. Milliseconds UTC. */
            previous_expires_at: number | null;
            revoked_at: number | null;
            updated_at: number;
        };
        AccessKeyWithSecret: components["schemas"]["AccessKey"] & {
            /** @description Lines for an .env file: what `leadrelay` and your scripts sign with. */
            environment: string;
            /** @description Shown this once. */
            secret: string;
        };
        /** @description An operator's own account. Times as ISO 8601, unlike elsewhere. */
        Account: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            emailVerified: boolean;
            id: string;
            image: string | null;
            name: string;
            twoFactorEnabled: boolean | null;
            /** Format: date-time */
            updatedAt: string;
        };
        Agency: {
            created_at: number;
            deleted_at: number | null;
            /**
             * @description Of its colour, in degrees: lightness and strength are LeadRelay's, so that it can be read in light and dark. null: LeadRelay's own.
             * @example 145
             */
            hue: number | null;
            id: string;
            /** @description It runs this installation: its owners add agencies and see what belongs to no client. */
            is_installation: boolean;
            /**
             * @description Where its logo is on this server, for everybody who has the address; null: it has none.
             * @example /logos/9b2e4c8f
             */
            logo_url: string | null;
            name: string;
            updated_at: number;
        };
        AllowedIp: {
            /**
             * @description Canonical. Who may not see contact details sees a wider network around it.
             * @example 203.0.113.0/24
             */
            cidr: string;
            client_id: string;
            /** @description Milliseconds UTC. */
            created_at: number;
            expires_at: number | null;
            note: string | null;
            /**
             * @description testing: submissions from there are stored as tests. internal: they are ordinary leads.
             * @enum {string}
             */
            usage: "testing" | "internal";
        };
        AnswersPreview: {
            /** @description Newest first. */
            answers: {
                attempt: number;
                attempted_at: number;
                /** @description What is kept of it, 2 KB at most. */
                body: string;
                by_its_rules: components["schemas"]["JudgedAnswer"];
                by_these_rules: components["schemas"]["JudgedAnswer"] & unknown;
                /**
                 * @description When it came.
                 * @enum {string}
                 */
                counted_as: "delivered" | "retry" | "refused" | "gone" | "hold" | "duplicate_at_receiver" | "lost";
                delivery_id: string;
                is_cut: boolean;
                status_code: number;
            }[];
            /** @description How many would count as something else. */
            changed: number;
            destination_id: string;
            destination_name: string;
        };
        /** @description From the form's fields, else the queries of its action, of `page_url` and of `Referer`. Whoever sees contacts masked gets addresses without their query. */
        Attribution: {
            fbclid: string | null;
            gbraid: string | null;
            gclid: string | null;
            landing_page: string | null;
            li_fat_id: string | null;
            meta_lead_id: string | null;
            msclkid: string | null;
            referrer: string | null;
            ttclid: string | null;
            utm_campaign: string | null;
            utm_content: string | null;
            utm_medium: string | null;
            utm_source: string | null;
            utm_term: string | null;
            wbraid: string | null;
        } | null;
        AuditEntry: {
            /** @example form.changed */
            action: string;
            actor: {
                id: string;
                /** @enum {string} */
                kind: "operator" | "key" | "system";
                /** @description An operator's e-mail address, a key's name. */
                name: string;
            };
            agency_id: string | null;
            client_id: string | null;
            /** @description Milliseconds UTC. */
            created_at: number;
            /** @description What changed, without secrets and without contact details. */
            detail: {
                [key: string]: unknown;
            };
            id: string;
            request_id: string | null;
            subject: {
                id: string;
                kind: string;
            };
        };
        BlockedIp: {
            /** @description Milliseconds UTC. */
            blocked_at: number;
            /**
             * @description Canonical. Who may not see contact details sees a wider network around it.
             * @example 203.0.113.0/24
             */
            cidr: string;
            client_id: string;
            country: string | null;
            expires_at: number | null;
            reason: string | null;
            referrer: string | null;
        };
        BlockedSubmission: {
            client_id: string;
            contact_email: string | null;
            contact_name: string | null;
            /** @example +91-9876543210 */
            contact_phone: string | null;
            country: string | null;
            form_id: string;
            id: string;
            /** @description Its network for those who see contacts masked. */
            ip: string;
            /** @description You see the contact details masked. */
            masked: boolean;
            /** @description The entry of the list that blocked it. */
            matched_cidr: string;
            project: string | null;
            referrer: string | null;
            /** @description Milliseconds UTC. */
            submitted_at: number;
        };
        BlockedSubmissionDetails: components["schemas"]["BlockedSubmission"] & {
            /** @description All that was posted; null for those who see contacts masked. */
            payload?: unknown;
        };
        BlockPreview: {
            /** @description As it would be listed. */
            cidr: string;
            /** @description More came in the 30 days, and were not looked at. */
            is_more: boolean;
            /** @description That posted from there. */
            leads: number;
            /** @description Of so many submissions. */
            looked_at: number;
            /** @description Theirs, from there. */
            submissions: number;
        };
        Branding: {
            /**
             * @description Of its colour, in degrees: lightness and strength are LeadRelay's, so that it can be read in light and dark. null: LeadRelay's own.
             * @example 145
             */
            hue: number | null;
            /**
             * @description Where its logo is on this server, for everybody who has the address; null: it has none.
             * @example /logos/9b2e4c8f
             */
            logo_url: string | null;
            name: string;
        };
        Callbacks: {
            /** @description Where its CRM posts to, and for what; null while there is no key. Begins with the producer's address, where PUBLIC_INTAKE_URL says it. */
            addresses: {
                activity: string;
                link: string;
                outcome: string;
            } | null;
            /** @description As it stands in the addresses: no secret. null until a secret is made. */
            callback_key: string | null;
            client_id: string;
            /** @description Until when the secret before lets in, too, milliseconds UTC. */
            previous_secret_until: number | null;
        };
        CallbacksWithSecret: components["schemas"]["Callbacks"] & {
            /** @description Shown this once: only its hash is kept. */
            secret: string;
        };
        ChangedDestination: components["schemas"]["DestinationDetails"] & {
            /** @description What to know of settings that were taken: a host that DNS said nothing of. */
            notes?: string[];
            /** @description What its receiver verifies our signatures with, where it was made here because none was given. Shown this once. */
            secret?: string;
        };
        Client: {
            agency_id: string;
            /** @description Milliseconds UTC. */
            created_at: number;
            deleted_at: number | null;
            direct_config: components["schemas"]["Published"];
            /** @example cli_0199c0de-0000-7000-8000-000000000001 */
            id: string;
            name: string;
            /**
             * @description Where phone numbers without a country code are from, for forms that name no region; null: where each visitor is.
             * @example IN
             */
            phone_country: string | null;
            /** @description The client's own pipeline, in order. */
            stages: string[];
            suspicion_weights: {
                [key: string]: number;
            };
            /** @description A submission that holds one of these is a test; null for those who see contacts masked. */
            test_strings: string[] | null;
            /**
             * @description Whose clocks its people go by, an IANA name; null: nobody said.
             * @example Asia/Kolkata
             */
            time_zone: string | null;
            updated_at: number;
        };
        CreatedDestination: components["schemas"]["Destination"] & {
            /** @description What to know of settings that were taken: a host that DNS said nothing of. */
            notes?: string[];
            /** @description What its receiver verifies our signatures with, where it was made here because none was given. Shown this once. */
            secret?: string;
        };
        DeadLetter: {
            attempts: number;
            /** @example refused */
            cause: string;
            /** @description null where no client could be named; only the installation's owners see those. */
            client_id: string | null;
            contact_email: string | null;
            contact_name: string | null;
            /** @example +91-9876543210 */
            contact_phone: string | null;
            created_at: number;
            /** @description The delivery it is about, if it is about one. */
            delivery_id: string | null;
            destination_id: string | null;
            destination_name: string | null;
            /** @description The same for errors that say the same; empty in letters of before. */
            fingerprint: string;
            /** @description Milliseconds UTC, as every time here. */
            first_failed_at: number;
            id: string;
            /** @enum {string} */
            kind: "delivery" | "poison" | "invalid_message" | "unknown_form" | "storage_unavailable" | "spill";
            /** @description Of a receiver's answer a list gives the status alone to those who see contacts masked, and to all where it seems to quote a contact; its words come with the letter itself. */
            last_error: string | null;
            last_failed_at: number;
            last_status_code: number | null;
            /** @description The lead's public id. */
            lead_id: string | null;
            /** @description You see the contact details masked. */
            masked: boolean;
            /** @description null for those who see contacts masked: it is somebody's own words. */
            settle_reason: string | null;
            settled_at: number | null;
            /** @description An operator's or key's id, or `system`; null while it is open. */
            settled_by: string | null;
            /** @enum {string} */
            state: "open" | "replayed" | "discarded";
            submission_id: string | null;
            /** @description In plain words. */
            what_happened: string;
        };
        DeadLetterChange: {
            id: string;
            /** @enum {string} */
            state: "open" | "replayed" | "discarded";
            /** @description What happens now, in plain words. */
            what_next: string;
        };
        DeadLetterCounts: {
            by_kind: {
                count: number;
                kind: string;
            }[];
            open: number;
        };
        DeadLetterDetails: components["schemas"]["DeadLetter"] & {
            /** @description What you may do about it. */
            actions: {
                /**
                 * @description What of the body it is about; null where it is the whole.
                 * @enum {string|null}
                 */
                field: "enabled" | "settings" | null;
                /** @enum {string} */
                method: "POST" | "PATCH" | "DELETE";
                /**
                 * @description An operation of this API that you may call.
                 * @example retryDelivery
                 */
                operation: string;
                path: string;
                /**
                 * @description What of `settings` is wrong, by what the receiver answered.
                 * @enum {string|null}
                 */
                setting: "address" | "key" | null;
            }[];
            /** @description In order; the last 100. */
            attempts_made: components["schemas"]["DeliveryAttempt"][];
            /** @enum {string|null} */
            delivery_status: "pending" | "in_flight" | "held" | "delivered" | "confirmed" | "dead" | "skipped" | "cancelled" | null;
            /** @description There are more before this number: `/api/deliveries/{delivery_id}?attempts_before=` shows them. null: there are none. */
            earlier_attempts: number | null;
            /** @description What would be sent again: JSON, or a text that is none; null for those who see contacts masked. */
            payload?: unknown;
            /** @description An operator's e-mail address, a key's name; the id where neither is known any more. */
            settled_by_name: string | null;
            /** @description What to do, in plain words. */
            what_next: string;
        };
        DeadLetterDiscarded: components["schemas"]["DeadLetterChange"] & {
            /** @description When, in milliseconds UTC: `reopenDeadLetterGroup` takes it for an hour. */
            at: number;
        };
        DeadLetterGroup: {
            cause: string;
            client_id: string | null;
            contact_email: string | null;
            contact_name: string | null;
            /** @example +91-9876543210 */
            contact_phone: string | null;
            destination_id: string | null;
            destination_name: string | null;
            /** @description With destination, kind, cause and status code it names the group; a filter takes it. */
            fingerprint: string;
            /** @description Milliseconds UTC. */
            first_failed_at: number;
            /** @enum {string} */
            kind: "delivery" | "poison" | "invalid_message" | "unknown_form" | "storage_unavailable" | "spill";
            last_failed_at: number;
            /** @description You see the contact details masked. */
            masked: boolean;
            open_count: number;
            /** @description Without the receiver's words for those who see contacts masked, and for all where they seem to quote a contact: the sample letter has them. */
            sample_error: string | null;
            /** @description The letter that came in last; it may be settled. Whose it is, is told beside it. */
            sample_letter_id: string;
            /** @description The receiver's last answer. */
            status_code: number | null;
            /** @description Letters of every state. */
            total: number;
            /** @description In plain words. */
            what_happened: string;
            what_next: string;
        };
        DeadLetterGroupStep: {
            /** @description When, by the server's clock, in milliseconds UTC. */
            at: number;
            /** @description Letters that this step changed. */
            count: number;
            /** @description What to go on with; null: the group is through. */
            next_cursor: string | null;
        };
        Delivery: {
            attempts: number;
            client_id: string;
            /** @description null: it is not taken yet, or its receiver has to confirm nothing. */
            confirmation: {
                confirmed_at: number | null;
                /** @description Until when it is waited for; null: it is not. */
                due_at: number | null;
                /** @enum {string} */
                state: "waiting" | "unconfirmed" | "confirmed";
                /** @description Since when it counts as never confirmed; it stays where it was confirmed after all. */
                unconfirmed_at: number | null;
            } | null;
            contact_email: string | null;
            contact_name: string | null;
            /** @example +91-9876543210 */
            contact_phone: string | null;
            created_at: number;
            dead_letter_id: string | null;
            destination_id: string;
            destination_name: string | null;
            /** @description null in deliveries of before it was kept. */
            form_id: string | null;
            /** @description What receivers get as `make_send_public_id`. */
            id: string;
            /** @description Of a receiver's answer a list gives the status alone to those who see contacts masked, and to all where it seems to quote a contact; its words come with the delivery itself. */
            last_error: string | null;
            last_status_code: number | null;
            /** @description The lead's public id; null where it was erased. */
            lead_id: string | null;
            /** @description Until when the worker that sends it may take; then the sweep takes over. */
            lease_until: number | null;
            /** @description You see the contact details masked. */
            masked: boolean;
            max_attempts: number;
            /** @description Milliseconds UTC, as every time here. */
            next_attempt_at: number | null;
            /** @description The receiver's own id of it, where it told one. */
            receiver_id: string | null;
            settled_at: number | null;
            /** @enum {string} */
            status: "pending" | "in_flight" | "held" | "delivered" | "confirmed" | "dead" | "skipped" | "cancelled";
        };
        DeliveryAttempt: {
            duration_ms: number | null;
            error: string | null;
            number: number;
            /**
             * @description `lost`: the worker vanished before it could say.
             * @enum {string}
             */
            outcome: "delivered" | "retry" | "refused" | "gone" | "hold" | "duplicate_at_receiver" | "lost";
            started_at: number;
            status_code: number | null;
        };
        DeliveryChange: {
            id: string;
            /** @enum {string} */
            status: "pending" | "in_flight" | "held" | "delivered" | "confirmed" | "dead" | "skipped" | "cancelled";
            /** @description What would move it on, in plain words. */
            what_next: string;
        };
        DeliveryDetails: components["schemas"]["Delivery"] & {
            /** @description What you may do about it. */
            actions: {
                /**
                 * @description What of the body it is about; null where it is the whole.
                 * @enum {string|null}
                 */
                field: "enabled" | "settings" | null;
                /** @enum {string} */
                method: "POST" | "PATCH" | "DELETE";
                /**
                 * @description An operation of this API that you may call.
                 * @example retryDelivery
                 */
                operation: string;
                path: string;
                /**
                 * @description What of `settings` is wrong, by what the receiver answered.
                 * @enum {string|null}
                 */
                setting: "address" | "key" | null;
            }[];
            /** @description In order; the last 100. */
            attempts_made: components["schemas"]["WatchedAttempt"][];
            /** @description The letter of the failure that ended it last. */
            dead_letter: {
                cause: string;
                first_failed_at: number;
                id: string;
                kind: string;
                last_failed_at: number;
                /** @enum {string} */
                state: "open" | "replayed" | "discarded";
            } | null;
            /** @description There are more before this number: `/api/deliveries/{delivery_id}?attempts_before=` shows them. null: there are none. */
            earlier_attempts: number | null;
            /** @description null where it was erased. */
            event: {
                created_at: number;
                id: string;
                /** @description What is sent; null for those who see contacts masked. */
                payload: {
                    [key: string]: unknown;
                } | null;
                submission_id: string;
                type: string;
            } | null;
            /** @description What it waits for and what would move it on, in plain words. */
            what_next: string;
        };
        Destination: {
            client_id: string;
            confirmation: components["schemas"]["DestinationConfirmation"];
            /** @description Milliseconds UTC. */
            created_at: number;
            deleted_at: number | null;
            /** @description Since when, ms UTC; null while it is enabled, and where that was not kept. */
            disabled_at: number | null;
            /** @description gone: the receiver said it is no longer there (410). failing: it took nothing for five days. by_hand: somebody switched it off. */
            disabled_reason: string | null;
            enabled: boolean;
            environments: ("development" | "production")[];
            event_types: ("lead.created" | "lead.reengaged" | "lead.updated" | "lead.status_changed" | "lead.note_added" | "lead.replied" | "lead.crm_linked" | "lead.crm_activity" | "lead.returned" | "destination.down" | "destination.recovered" | "destination.disabled" | "delivery.dead_lettered" | "delivery.failing" | "delivery.recovered" | "delivery.unconfirmed" | "delivery.suspect" | "destination.capped" | "workflow.step_run")[];
            hold_after_refusals: number | null;
            /** @example dst_0199c0de-0000-7000-8000-000000000001 */
            id: string;
            /** @enum {string} */
            kind: "make" | "webhook" | "zapier" | "n8n" | "hubspot" | "pipedrive" | "zoho" | "google_sheets" | "slack" | "discord" | "telegram" | "resend" | "postmark" | "cloudflare_email" | "twilio" | "salesforce" | "gohighlevel" | "lead_reply" | "meta_conversions" | "google_conversions";
            limits: components["schemas"]["DestinationLimits"];
            name: string;
            retry_schedule: string | null;
            returns: components["schemas"]["DestinationReturns"];
            /**
             * @description Enough to recognise them by. null: no master key of this installation opens them; give them anew.
             * @example {
             *       "url_hint": "https://hook.eu2.make.com/…ab12",
             *       "has_api_key": true,
             *       "send_attribution": false
             *     }
             */
            settings: {
                [key: string]: string | boolean;
            } | null;
            takes_test: boolean;
            timeout_ms: number | null;
            updated_at: number;
        };
        DestinationConfirmation: {
            /**
             * @description Since it took a lead. What is not confirmed by then is marked as that, and told as `delivery.unconfirmed`.
             * @example 15
             */
            within_minutes: number;
        } | null;
        DestinationDetails: components["schemas"]["Destination"] & {
            /** @description The route that shares leads with it; null: it hears of every lead. */
            route: {
                id: string;
                /** @enum {string} */
                mode: "all" | "first_accepting" | "round_robin" | "weighted";
                name: string;
            } | null;
            /** @description Whether its shape filters leads, and writes them otherwise; null: neither. */
            shaped: {
                has_filter: boolean;
                /** @description Rows of its mapping. */
                mapped_fields: number;
            } | null;
            /** @description What has not arrived there. */
            waits: {
                /** @description Open dead letters: they stay until somebody sends them again. */
                dead: number;
                /** @description Held while it is disabled; 1000: that many or more. */
                held: number;
                /** @description For a first or another try; 1000: that many or more. */
                pending: number;
                /** @description What it took and did not confirm as it must, in the last seven days; 1000: that many or more. */
                unconfirmed: number;
            };
            /** @description What would move that on, in plain words; may be empty. */
            what_next: string;
        };
        DestinationKind: {
            /** @description How its receiver can say that it really has a lead; empty: in no way. */
            confirmed_by: ("callback" | "id")[];
            /** @description Where its owner finds what the settings ask for, step by step. */
            guide: string[];
            /** @description It sends with what belongs to the whole installation: only its owners set it up. */
            is_of_installation: boolean;
            /** @description Whether its requests may be signed, with a secret that can be rotated. */
            is_signed: boolean;
            /** @enum {string} */
            kind: "make" | "webhook" | "zapier" | "n8n" | "hubspot" | "pipedrive" | "zoho" | "google_sheets" | "slack" | "discord" | "telegram" | "resend" | "postmark" | "cloudflare_email" | "twilio" | "salesforce" | "gohighlevel" | "lead_reply" | "meta_conversions" | "google_conversions";
            /**
             * @description Where what a mapping makes stands: it is the body, or part of it; further fields of what the receiver files; further columns. null: people read what is sent, and there is none.
             * @enum {string|null}
             */
            mapping: "body" | "fields" | "columns" | null;
            /** @description Requests a second that it takes: the pace of a replay that names none. */
            per_second: number;
            /** @description Whether it writes to the person themselves: `lead.created` alone. */
            replies: boolean;
            /** @description In the order in which somebody is asked for them. */
            settings: components["schemas"]["DestinationSetting"][];
            /** @description Whether it can be told what is no submission: alerts, notes, stages. */
            takes_notices: boolean;
            /** @description Whether it is told how far leads came, of each stage once: `lead.status_changed` and `lead.crm_activity` alone. */
            takes_stages: boolean;
            /** @example Make.com */
            title: string;
        };
        DestinationLimits: {
            /** @default [] */
            caps: {
                leads: number;
                /** @enum {string} */
                per: "hour" | "day" | "week" | "month" | "total";
                /**
                 * @description Only leads from there count, and wait: their lead_source in any case of letters, or their form's id. null: all.
                 * @default null
                 */
                source: string | null;
            }[];
            /** @default [] */
            holidays: string[];
            /**
             * @description When it is open, by weekday; one that is not named is closed. What ends at or before its begin goes on into the next day. null: at any time.
             * @default null
             * @example {
             *       "monday": [
             *         "09:00-13:00",
             *         "14:00-18:00"
             *       ]
             *     }
             */
            hours: {
                friday?: string[];
                monday?: string[];
                saturday?: string[];
                sunday?: string[];
                thursday?: string[];
                tuesday?: string[];
                wednesday?: string[];
            } | null;
            /**
             * @description IANA name: all that follows is in its time, summer time and all.
             * @example Asia/Kolkata
             */
            time_zone: string;
            /**
             * @default monday
             * @enum {string}
             */
            week_starts: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
        } | null;
        DestinationPreview: {
            destination_id: string;
            destination_name: string;
            /** @description Why none can be built; its delivery would be a dead letter that says so. */
            error: string | null;
            /** @description How many of the client's last leads would pass the filter; null where that was not asked, or who asks sees contacts masked: a filter would tell them. */
            last: {
                leads: number;
                passed: number;
            } | null;
            /** @description The submission's; null: the sample. */
            lead_id: string | null;
            /** @description Whether it passes the filter. */
            passes: boolean;
            /** @description Whole, without secrets and signatures; null where none can be built. */
            request: {
                body: string | null;
                headers: {
                    [key: string]: string;
                };
                method: string;
                url: string;
            } | null;
            /** @description What it does not meet: `country is not IN`. */
            why_not: string | null;
        };
        DestinationReturns: {
            /** @description In a calendar month, UTC; left out: any number. */
            most_per_month?: number;
            /** @description Whether the next of its route gets what it gives back; left out: nobody does. */
            pass_on?: boolean;
            /**
             * @description The words that it may give as a reason, in any case of letters; left out: any.
             * @example [
             *       "wrong number",
             *       "out of area"
             *     ]
             */
            reasons?: string[];
            /** @description Since the lead was delivered; left out: whenever. */
            within_days?: number;
        } | null;
        DestinationSetting: {
            /** @description Of a `choice` all there are. */
            choices: string[] | null;
            /** @description A value that would be accepted; nobody's. */
            example?: unknown;
            help: string;
            is_optional: boolean;
            /** @description Never shown again once it is set. */
            is_secret: boolean;
            label: string;
            /** @example api_key */
            name: string;
            /** @enum {string} */
            type: "text" | "url" | "number" | "switch" | "choice" | "list";
            /** @description What counts where it is not set; null: nothing. */
            usual: string | number | boolean | null;
        };
        DestinationShape: {
            filter: {
                [key: string]: unknown;
            } | null;
            mapping: {
                only: boolean;
                rows: {
                    constant?: string | number | boolean | null;
                    default?: string | number | boolean | null;
                    field?: string;
                    target: string;
                    template?: string;
                }[];
            } | null;
        } | null;
        DestinationStanding: {
            /**
             * @description How far each is used.
             * @example [
             *       "12 of 50 a day"
             *     ]
             */
            caps: string[];
            destination_id: string;
            /** @description The last 24, the one under way last. What was settled while the database was away is in none. */
            hours: {
                /** @description When the hour begins, ms UTC. */
                at: number;
                /** @description That died in it, whatever became of them since. */
                dead: number;
                delivered: number;
            }[];
            /** @description When it took a lead last; null: not yesterday nor today (UTC). */
            last_delivered_at: number | null;
            since: number | null;
            /**
             * @description `paused`: somebody switched it off. `gone`, `given_up`: it was switched off by itself. `closed`, `full`, `behind`: by its hours and caps. `down`, `refusing`: it is asked by one lead at a time. `slow`, `shaky`: its last answers came late, or did not come.
             * @enum {string}
             */
            state: "on" | "paused" | "gone" | "given_up" | "closed" | "full" | "behind" | "down" | "refusing" | "slow" | "shaky";
            /** @description When it takes leads again, or is asked whether it does; null: nobody knows. */
            until: number | null;
            /**
             * @description As they follow its name.
             * @example is full until 18:00 IST (50 of 50 an hour)
             */
            words: string;
        };
        DestinationTest: {
            destination_id: string;
            destination_name: string;
            duration_ms: number;
            error: string | null;
            /** @description Each request and its answer, without secrets; none where no request could be built. To those who see contacts masked without the answers: a receiver may quote anybody. */
            exchanges: components["schemas"]["Exchange"][];
            /** @enum {string} */
            outcome: "delivered" | "retry" | "refused" | "gone" | "hold" | "duplicate_at_receiver";
            status_code: number | null;
            what_happened: string;
            what_next: string;
        };
        DestinationWithSecret: components["schemas"]["Destination"] & {
            /** @description Until when it signs with the secret before, too, ms UTC; null: no longer. */
            previous_secret_until: number | null;
            /** @description What it signs with from now on. Shown this once. */
            secret: string;
        };
        ElseWaiting: {
            count: number;
            /** @description What to plan with to send it; null: it goes on by itself. */
            filter: {
                client_ids?: string[];
                destination_ids?: string[];
                kinds?: ("delivery" | "poison" | "invalid_message" | "unknown_form" | "storage_unavailable" | "spill")[];
                /** @enum {string} */
                status: "dead" | "held" | "pending" | "cancelled" | "any";
            } | null;
            /** @description It was counted no further. */
            is_more: boolean;
            /** @example 8 wait for their next try */
            meaning: string;
        };
        Event: {
            client_id: string;
            /** @description Milliseconds UTC. */
            created_at: number;
            id: string;
            /** @description The lead's public id. */
            lead_id: string | null;
            masked: boolean;
            /** @description What destinations are sent, frozen; null for those who see contacts masked. */
            payload?: unknown;
            /** @description What brought it about. */
            submission_id: string;
            /** @enum {string} */
            type: "lead.created" | "lead.reengaged" | "lead.updated";
        };
        Exchange: {
            /** @description null: none came. */
            answer: {
                body: string;
                /** @description Those that people go by. */
                headers: {
                    [key: string]: string;
                };
                /** @description It was longer than what is kept of it. */
                is_cut: boolean;
                status: number;
            } | null;
            request: {
                body: string | null;
                /** @description `…` in the place of what lets in, or signs. */
                headers: {
                    [key: string]: string;
                };
                /** @description It was longer than what is kept of it. */
                is_cut: boolean;
                method: string;
                /** @description Of an address that is a secret: its host and end. */
                url: string;
            };
        };
        Form: {
            allowed_hosts: string[];
            /**
             * @deprecated
             * @description Whether `honeypot_mode` keeps anything back: false where it is `off`.
             */
            bot_detection: boolean | null;
            client_id: string;
            /** @description Milliseconds UTC. */
            created_at: number;
            default_region: string | null;
            deleted_at: number | null;
            duplicate_window_minutes: number | null;
            /**
             * @description Where it posts to, at the producer.
             * @example /f/frm_site
             */
            endpoint_path: string;
            field_mapping: {
                [key: string]: string;
            };
            /**
             * @description Its public name. Never given to another form.
             * @example frm_site
             */
            form_key: string;
            /** @enum {string|null} */
            honeypot_mode: "log" | "quarantine" | "off" | null;
            hosted_page: components["schemas"]["HostedPage"];
            /** @example form_0199c0de-0000-7000-8000-000000000001 */
            id: string;
            identity_guard: boolean | null;
            name: string;
            redirect_status: 301 | 302 | 303;
            /** @enum {string} */
            reengage_basis: "last_submission" | "last_send";
            reengage_hours: number | null;
            snapshot: components["schemas"]["Published"];
            thank_you_url: string | null;
            updated_at: number;
        };
        FormActivity: {
            items: {
                client_id: string;
                days: {
                    date: string;
                    /** @description With a filled honeypot, whatever became of them. */
                    honeypot: number;
                    refused: number;
                    /** @description What became submissions, tests and blocked ones too. */
                    taken: number;
                }[];
                form_id: string;
                /** @description With a filled honeypot, whatever became of them. */
                honeypot: number;
                /** @description It takes none any more: so few that by the same hours of the days before at least five were to be expected, or for five times as long as its posts usually are apart, three days at least. */
                is_quiet: boolean;
                /** @description When it took the last post: the beginning of that half hour, milliseconds UTC. null: none in 28 days. */
                last_taken_at: number | null;
                refused: number;
                /** @description What the fields of the last post without any way to reach its person were called. */
                refused_fields: string[];
                /** @description What became submissions, tests and blocked ones too. */
                taken: number;
            }[];
        };
        Health: {
            checks: components["schemas"]["HealthCheck"][];
            /** @enum {string} */
            covers: "installation" | "clients";
            /** @description Milliseconds UTC, when it was asked. */
            server_time: number;
            /**
             * @description The worst of the checks.
             * @enum {string}
             */
            state: "ok" | "warning" | "problem";
        };
        HealthCheck: {
            message: string;
            /** @example due_deliveries */
            name: string;
            since: number | null;
            /** @enum {string} */
            state: "ok" | "warning" | "problem";
            what_to_do: string | null;
        };
        Home: {
            /** @description How long whoever keeps it open waits before asking again: a minute, and longer where it is of so many clients that it would read more than 60 rows a minute. */
            ask_again_ms: number;
            /** @description Where anything arrived today or yesterday (UTC). */
            destinations: {
                client_id: string;
                /** @description Arrived since today began. */
                delivered: number;
                /** @description What arrived in each of the last 24 hours, this one last. */
                hours: number[];
                id: string;
                /** @description From submission to the receiver's answer, of today and yesterday (UTC); null when nothing was measured. */
                latency_p50_ms: number | null;
            }[];
            /** @description Whether anybody ever came in at all. */
            has_leads: boolean;
            /** @description Milliseconds UTC. */
            last_lead_at: number | null;
            /** @description What needs a person now, the worst first. */
            needs: components["schemas"]["Need"][];
            open_dead_letters: number;
            /** @description Told by half hours; a zone that is fifteen minutes off one is off by as much. */
            today: {
                /** @description Deliveries that arrived since. */
                delivered: number;
                /** @description New leads by hour, from its beginning on. */
                hours: number[];
                /** @description That day of last week, whole. */
                hours_last_week: number[];
                /** @description From submission to the receiver's answer, of today and yesterday (UTC); null when nothing was measured. */
                latency_p50_ms: number | null;
                /** @description From submission to the receiver's answer, of today and yesterday (UTC); null when nothing was measured. */
                latency_p95_ms: number | null;
                /** @description New leads since then, tests left out. */
                leads: number;
                /** @description The same a week ago, up to this time of the day. */
                leads_last_week: number;
                /** @description When today began, milliseconds UTC. */
                since: number;
            };
        };
        /** @description What its address shows whoever opens it in a browser; null: nothing. */
        HostedPage: {
            button: string;
            /** @description What people must agree to. It is posted as `consent`, as they read it. */
            consent: string | null;
            /** @description In the page's order. One of them must be an e-mail address or a phone number. */
            fields: {
                /** @description The browser asks for it. A post without it is taken all the same: no lead is lost by it. */
                is_required: boolean;
                /** @enum {string} */
                kind: "text" | "email" | "tel" | "textarea" | "select" | "checkbox";
                label: string;
                /** @description Under which it is posted; what it is to us the form's mapping says. */
                name: string;
                /** @description What there is to choose from, where it is a `select`. */
                options: string[];
            }[];
            /** @description Each line is a paragraph. */
            intro: string;
            /** @description false: it is kept, and nobody sees it. */
            is_on: boolean;
            /** @description What whoever sent it reads, where the form has no thank-you page of its own. */
            thanks: string;
            title: string;
        } | null;
        Invitation: {
            agency_id: string;
            agency_name: string;
            client_ids: string[];
            created_at: number;
            email: string;
            expires_at: number;
            id: string;
            invited_by: string;
            /**
             * @description `agency_owner`: everything, on every client of the agency. `agency_operator`: works for the clients named. `client_admin`: runs its own client. `client_viewer`: sees it, contact details masked.
             * @enum {string}
             */
            role: "agency_owner" | "agency_operator" | "client_admin" | "client_viewer";
            /** @enum {string} */
            state: "open" | "accepted" | "revoked" | "expired";
        };
        /** @description By the rules that are saved. */
        JudgedAnswer: {
            /**
             * @description null: only its beginning is kept, and the word may stand behind it.
             * @enum {string|null}
             */
            outcome: "delivered" | "duplicate_at_receiver" | "retry" | "refused" | "gone" | null;
            reason: string | null;
            /** @description The receiver's own id of the lead. */
            reference: string | null;
        };
        Lead: {
            /** @description How it came the first time, and the latest; null: its submission is older than the keeping of this. */
            attribution: {
                first: components["schemas"]["Attribution"];
                latest: components["schemas"]["Attribution"];
            };
            client_id: string;
            contact_email: string | null;
            contact_name: string | null;
            /** @example +91-9876543210 */
            contact_phone: string | null;
            crm_lead_id: string | null;
            /** @description Milliseconds UTC. */
            first_submitted_at: number;
            /** @description Of its first submission. */
            form_id: string;
            /** @description Make gets it as `lead_public_id`. */
            id: string;
            is_test: boolean;
            /** @description null: nothing of it arrived anywhere yet. */
            last_sent_at: number | null;
            last_submitted_at: number;
            /** @description You see the contact details masked. */
            masked: boolean;
            /** @description Make gets it as `lead_id`. Unique within a lead database. */
            number: number;
            project: string | null;
            /** @description The stage of the client's own pipeline it stands at. */
            status: string;
            /** @description How many submissions it took; a split of it counts as one more, and what went stays counted. */
            submission_count: number;
            /** @description 0 to 100. */
            suspicion_score: number;
        };
        LeadDetails: components["schemas"]["Lead"] & {
            /** @description Of the submissions shown. */
            deliveries: {
                attempts: number;
                created_at: number;
                destination_id: string;
                destination_name: string | null;
                event_id: string;
                id: string;
                last_status_code: number | null;
                /** @enum {string} */
                status: "pending" | "in_flight" | "held" | "delivered" | "confirmed" | "dead" | "skipped" | "cancelled";
                submission_id: string;
            }[];
            /** @description 0 to 100, of the session it was submitted in last, as far as that is heard of by now; null: none is known. */
            engagement_score: number | null;
            /** @description What the person was recognised by, in the submissions shown. */
            identities: {
                /** @enum {string} */
                kind: "visitor_id" | "email" | "phone" | "ip";
                /** @description Masked as contact details are; null where it is not kept. */
                value: string | null;
            }[];
            /** @description There may be more than these: `/api/deliveries?lead_id=` lists every one. */
            more_deliveries: boolean;
            /** @description Other projects that the same e-mail address or phone number asked for; ten at most. */
            related: {
                id: string;
                last_submitted_at: number;
                project: string | null;
                status: string;
            }[];
            /** @description Leads of the same project that it was not taken for, because these details show another person. */
            resembles: {
                differs: ("email" | "phone" | "name")[];
                /**
                 * @description What it has in common.
                 * @enum {string}
                 */
                kind: "visitor_id" | "email" | "phone" | "ip";
                lead_id: string;
            }[];
            /** @description That session. */
            session_id: string | null;
            /** @description What its browser did on pages with the form's tag, newest first; ten at most. */
            sessions: components["schemas"]["VisitorSession"][];
            /** @description Where its deliveries are. */
            stands: {
                /** @description When a delivery is tried next, ms UTC; null where no time is set for that. */
                due_at: number | null;
                /** @description Destinations that have not got it, the worst first, five at most; `state` is the first one's. */
                missing: {
                    delivery_id: string;
                    destination_id: string;
                    destination_name: string;
                    /** @description When a delivery is tried next, ms UTC; null where no time is set for that. */
                    due_at: number | null;
                    next: string;
                    sentence: string;
                    /**
                     * @description `unconfirmed`: it took it, and did not confirm that as it must.
                     * @enum {string}
                     */
                    state: "pending" | "in_flight" | "held" | "delivered" | "confirmed" | "dead" | "skipped" | "cancelled" | "unconfirmed";
                }[];
                /** @description What moves it on. */
                next: string;
                sentence: string;
                state: string;
            } | null;
            /** @description The newest 20; the timeline goes on. */
            submissions: {
                contact_email: string | null;
                contact_name: string | null;
                /** @example +91-9876543210 */
                contact_phone: string | null;
                cta: string | null;
                /** @description Why, in one sentence. */
                explanation: string;
                form_id: string;
                id: string;
                /** @description As destinations were told; null where they were not. */
                lead_source: string | null;
                /** @description You see the contact details masked. */
                masked: boolean;
                /** @enum {string} */
                outcome: "new_lead" | "duplicate" | "reengaged" | "test";
                page_url: string | null;
                searched_keyword: string | null;
                source_team: string | null;
                submission_number: number;
                submitted_at: number;
            }[];
            /** @description Why its last submission looks suspicious, in words; none where it does not. */
            suspicion: string[];
            user_agent: string | null;
        };
        LeadField: {
            /** @description Of the last leads; null: none has it. */
            example: string | null;
            /** @example fields.budget */
            name: string;
            /** @description A form sends it; else it is one of ours. */
            of_form: boolean;
        };
        LeadView: {
            /**
             * @description The suspicion score: to 29, to 59, and above.
             * @enum {string}
             */
            band?: "calm" | "some" | "high";
            /** @description As `utm_campaign`. */
            campaign?: string;
            /**
             * @description By commas, in their order.
             * @example contact,stage,last
             */
            columns?: string;
            /** @description A form's id. */
            form?: string;
            /**
             * @description Absent: a table.
             * @enum {string}
             */
            layout?: "board";
            /** @enum {string} */
            sort?: "newest" | "oldest" | "last_seen" | "name";
            /** @description As `utm_source`. */
            source?: string;
            stage?: string;
            /** @enum {string} */
            stands?: "undelivered" | "waiting" | "held" | "dead" | "delivered" | "unconfirmed" | "unsent";
            /** @enum {string} */
            tests?: "only" | "none";
            /**
             * @description When they came first, by the days of whoever looks.
             * @example 7d
             */
            when?: string;
        };
        ListedLead: components["schemas"]["Lead"] & {
            /** @description null where the list can be of one client only: you see no other, or asked for one, or for a form. */
            client_name: string | null;
            /**
             * @description Which of them it was found by. Where `stands` is not asked for, where it stands if nothing of it arrived anywhere yet; null: something did.
             * @enum {string|null}
             */
            stands: "waiting" | "held" | "dead" | "delivered" | "unconfirmed" | "unsent" | null;
        };
        ListedSource: components["schemas"]["Source"] & {
            /** @description When its last lead came, ms UTC; null: none has come yet. */
            last_lead_at: number | null;
        };
        MappingPreview: {
            items: {
                changes: {
                    after: string | null;
                    before: string | null;
                    field: string;
                }[];
                is_bot_after: boolean;
                refused_after: boolean;
                refused_before: boolean;
                submission_id: string;
                submitted_at: number;
            }[];
            /** @description How many of them would have been read otherwise. */
            otherwise: number;
            /** @description How many were looked at. */
            posts: number;
            /** @description How many that were taken would have been refused: nobody could be reached. */
            refused: number;
        };
        Membership: {
            agency_id: string;
            /** @description null for an owner, who has every client of the agency. */
            client_id: string | null;
            created_at: number;
            email: string;
            name: string;
            operator_id: string;
            /**
             * @description `agency_owner`: everything, on every client of the agency. `agency_operator`: works for the clients named. `client_admin`: runs its own client. `client_viewer`: sees it, contact details masked.
             * @enum {string}
             */
            role: "agency_owner" | "agency_operator" | "client_admin" | "client_viewer";
        };
        Need: {
            /** @description The one thing to do, in a few words. */
            action: string;
            /** @description Whom to ask for it, such as `an owner or admin`; null where you may yourself. */
            ask: string | null;
            client_id: string | null;
            /** @description The command that does it, or leads there. */
            command: string;
            /** @description How many leads, posts or letters it is about; 0 where it is about none. */
            count: number;
            destination_id: string | null;
            detail: string;
            form_id: string | null;
            /** @description It was counted no further: say `25+`. */
            is_more: boolean;
            /** @enum {string} */
            kind: "journal" | "databases" | "sweep" | "form_refuses" | "destination_off" | "key_rejected" | "destination_refuses" | "destination_down" | "dead_letters" | "sent_to_nobody" | "form_quiet" | "form_drops" | "destination_holds" | "unconfirmed" | "answer_suspect" | "destination_full" | "quarantined" | "sent_directly" | "spills" | "parked_letters" | "database_sizes";
            /**
             * @description `problem`: leads are lost or stand still until somebody does something. `warning`: somebody should look. `notice`: it can wait.
             * @enum {string}
             */
            severity: "problem" | "warning" | "notice";
            /** @description Milliseconds UTC. */
            since: number | null;
            title: string;
        };
        Note: {
            /** @enum {string} */
            author_kind: "operator" | "key";
            author_name: string;
            created_at: number;
            id: string;
            lead_id: string;
            text: string;
        };
        OutageSummary: {
            client_id: string | null;
            /** @description Of the last try. */
            error: string;
            failed_at: number;
            form_key: string;
            /** @description Milliseconds UTC. */
            received_at: number;
            /** @description How the last send made without the database ended. */
            sent: {
                destination_id: string;
                outcome: string;
            }[];
            /** @description When the database took it after all; null while it waits. */
            stored_at: number | null;
            submission_id: string;
            /** @description Failed tries to store it. */
            tries: number;
        };
        Problem: {
            /** @description What was wrong and what to do. */
            detail: string;
            /** @description The fields at fault. */
            errors?: {
                detail: string;
                field: string;
            }[];
            /** @description Names this request in the log. */
            request_id: string;
            /** @description Unix time here, for a signature whose timestamp is too far from it. */
            server_time_seconds?: number;
            status: number;
            title: string;
            /** @example https://leadrelay.dev/problems/not-found */
            type: string;
        };
        /** @description What its leads need while the database is away: destinations, address lists, test strings. */
        Published: {
            /** @description Since when it waits, milliseconds UTC. */
            since: number | null;
            /**
             * @description published: the edge knows it, within about a minute everywhere. waiting: it could not be published yet, and is tried again every minute. withdrawn: deleted, and taken from the edge.
             * @enum {string}
             */
            state: "published" | "waiting" | "withdrawn";
        };
        PutAllowedIp: {
            /**
             * @description Canonical. Who may not see contact details sees a wider network around it.
             * @example 203.0.113.0/24
             */
            cidr: string;
            client_id: string;
            /** @description Milliseconds UTC. */
            created_at: number;
            expires_at: number | null;
            note: string | null;
            replaced: components["schemas"]["AllowedIp"] | null;
            /**
             * @description testing: submissions from there are stored as tests. internal: they are ordinary leads.
             * @enum {string}
             */
            usage: "testing" | "internal";
        };
        PutBlockedIp: {
            /** @description Milliseconds UTC. */
            blocked_at: number;
            /**
             * @description Canonical. Who may not see contact details sees a wider network around it.
             * @example 203.0.113.0/24
             */
            cidr: string;
            client_id: string;
            country: string | null;
            expires_at: number | null;
            reason: string | null;
            referrer: string | null;
            replaced: components["schemas"]["BlockedIp"] | null;
        };
        QueueStatus: {
            /** @description Open dead letters, all of them. */
            dead: number;
            /** @description Those with anything waiting, and those that are down; the longest waiting first. */
            destinations: {
                client_id: string;
                /** @description Pending, and its time has come. */
                due: {
                    count: number;
                    /** @description It was counted no further: say `1000+`. */
                    is_more: boolean;
                };
                enabled: boolean;
                /** @description Of those that are due, now or later: waiting for another try after one that failed. */
                failing: {
                    count: number;
                    /** @description It was counted no further: say `1000+`. */
                    is_more: boolean;
                };
                /** @description The HTTP status that most of the failing ones were answered last; null: they got no answer, or nothing fails. */
                failing_status_code: number | null;
                /** @description What its last tries say of it; null: it answers, and fast. */
                health: {
                    /** @description Milliseconds UTC; null but for one that is down. */
                    next_probe_at: number | null;
                    /** @description Milliseconds UTC. */
                    since: number;
                    /**
                     * @description `failing`: its last try got no answer. `slow`: it answers late and gets a few at a time. `down`: it is asked by one probe at a time, what waits spends no attempts and goes out when it answers.
                     * @enum {string}
                     */
                    state: "failing" | "slow" | "down";
                } | null;
                /** @description Its destination takes nothing now: it is off, full or closed. */
                held: {
                    count: number;
                    /** @description It was counted no further: say `1000+`. */
                    is_more: boolean;
                };
                id: string;
                /** @description Being sent at this moment. */
                in_flight: {
                    count: number;
                    /** @description It was counted no further: say `1000+`. */
                    is_more: boolean;
                };
                /** @description Pending, for a later attempt. */
                later: {
                    count: number;
                    /** @description It was counted no further: say `1000+`. */
                    is_more: boolean;
                };
                name: string;
                /** @description Milliseconds UTC. */
                oldest_due_at: number | null;
                /** @description Why what is held waits there, and until when. */
                standing: {
                    since: number | null;
                    /**
                     * @description `paused`: somebody switched it off. `gone`, `given_up`: it was switched off by itself. `closed`, `full`, `behind`: by its hours and caps. `down`, `refusing`: it is asked by one lead at a time. `slow`, `shaky`: its last answers came late, or did not come.
                     * @enum {string}
                     */
                    state: "on" | "paused" | "gone" | "given_up" | "closed" | "full" | "behind" | "down" | "refusing" | "slow" | "shaky";
                    /** @description When it takes leads again, or is asked whether it does; null: nobody knows. */
                    until: number | null;
                    /**
                     * @description As they follow its name.
                     * @example is full until 18:00 IST (50 of 50 an hour)
                     */
                    words: string;
                };
            }[];
            /** @description Pending, and its time has come. */
            due: {
                count: number;
                /** @description It was counted no further: say `1000+`. */
                is_more: boolean;
            };
            /** @description Of those that are due, now or later: waiting for another try after one that failed. */
            failing: {
                count: number;
                /** @description It was counted no further: say `1000+`. */
                is_more: boolean;
            };
            /** @description Its destination takes nothing now: it is off, full or closed. */
            held: {
                count: number;
                /** @description It was counted no further: say `1000+`. */
                is_more: boolean;
            };
            /** @description Being sent at this moment. */
            in_flight: {
                count: number;
                /** @description It was counted no further: say `1000+`. */
                is_more: boolean;
            };
            /** @description Pending, for a later attempt. */
            later: {
                count: number;
                /** @description It was counted no further: say `1000+`. */
                is_more: boolean;
            };
            /** @description Milliseconds UTC. */
            oldest_due_at: number | null;
            /** @description Dead letters in KV that D1 did not take; null but for the installation's owners. */
            parked: {
                count: number;
                /** @description It was counted no further: say `1000+`. */
                is_more: boolean;
            } | null;
            /** @description Messages in each queue, as far as the platform tells; null but for the installation's owners. */
            queues: {
                count: number | null;
                queue: string;
            }[] | null;
            /** @description Milliseconds UTC. */
            server_time: number;
            /** @description Submissions in KV that the queue refused; null but for the installation's owners. */
            spilled: {
                count: number;
                /** @description It was counted no further: say `1000+`. */
                is_more: boolean;
            } | null;
        };
        Replay: {
            applied_at: number | null;
            applied_by: string | null;
            created_at: number;
            created_by: string;
            /** @description Of an empty plan: what else waits of the clients and destinations asked for. Empty in other plans. */
            elsewhere: components["schemas"]["ElseWaiting"][];
            /** @description While the state is `planning`: how many letters or deliveries were looked at. Else null. */
            examined: number | null;
            /** @description Until when it can be applied. */
            expires_at: number;
            filter: components["schemas"]["ReplayFilter"];
            /** @description When the last of its sends had its turn, or it was cancelled. */
            finished_at: number | null;
            /** @description null for an empty plan: there is nothing to apply. */
            id: string | null;
            /** @description Requests a second at each destination; null: as fast as they go. */
            per_second: number | null;
            /** @enum {string} */
            state: "empty" | "planning" | "planned" | "running" | "done" | "cancelled";
            summary: components["schemas"]["ReplaySummary"];
        };
        ReplayFilter: {
            causes?: ("exhausted" | "refused" | "gone" | "lost" | "constraint" | "too_big" | "malformed" | "unknown_form" | "form_deleted" | "not_a_submission" | "broken_record" | "queue_refuses" | "retries_exhausted" | "failed")[];
            client_ids?: string[];
            /** @description With `unsent`: sent to these alone, whatever they take, tests too. */
            destination_ids?: string[];
            fingerprints?: string[];
            form_ids?: string[];
            /** @description Only with `dead`, as those below; `delivery` alone when absent. */
            kinds?: ("delivery" | "poison" | "invalid_message" | "unknown_form" | "storage_unavailable" | "spill")[];
            /** @description Only with `unsent`: not sent by these; `duplicate` stands for its three. */
            rules?: ("duplicate_window" | "reengage_wait" | "reengage_off" | "test" | "filtered" | "no_destination" | "blocked" | "quarantined" | "duplicate")[];
            /** @description Milliseconds UTC: failed last (`dead`), submitted (`unsent`) or created then or later. */
            since?: number;
            /**
             * @description `dead`: open dead letters. `unsent`: submissions of which nothing was sent, at most 1 000 a plan, the oldest first. Else deliveries in that state; `any`: whatever is not delivered, what died included.
             * @enum {string}
             */
            status: "dead" | "held" | "pending" | "cancelled" | "any" | "unsent";
            /** @description The receiver's last answer; 0 where none came. */
            status_codes?: number[];
            /** @description Only with `unsent`: these submissions, whatever else would be found. */
            submission_ids?: string[];
            /** @description Then or before; what fails or comes later is not the plan's. */
            until?: number;
        };
        ReplayProgress: {
            cancelled: number;
            /** @description Failed once more, with a letter of its own. */
            dead: number;
            delivered: number;
            /** @description What the plan counted. */
            planned: number;
            /** @description Submissions put back on the queue. */
            queued: number;
            /** @description Deliveries given a time; the next five add up to it. */
            scheduled: number;
            skipped: {
                count: number;
                /** @description In plain words. */
                meaning: string;
                /** @enum {string} */
                reason: "delivered" | "under_way" | "erased" | "discarded" | "destination_disabled" | "destination_deleted" | "invalid_message" | "queue_refuses" | "released" | "sent" | "unmarked" | "no_destination" | "takes_no_tests" | "other_environment" | "filtered" | "route_conditions" | "through_intake" | "changed";
            }[];
            /** @description Sent again by a later replay, which counts them. */
            taken_over: number;
            /** @description To be sent, under way, or held since. */
            waiting: number;
        };
        ReplayStanding: components["schemas"]["Replay"] & {
            /** @description null without a pace, and where nothing is under way. */
            estimated_end_at: number | null;
            progress: components["schemas"]["ReplayProgress"];
        };
        /** @description As it was when it was planned; of what was looked at so far while the state is `planning`. */
        ReplaySummary: {
            /** @description What would be sent, submissions that go back to the queue included. */
            count: number;
            destinations: {
                client_id: string;
                count: number;
                id: string;
                name: string;
            }[];
            /** @description At the pace; null without one, and where no delivery was counted. */
            estimated_ms: number | null;
            /** @description false: there is more than was counted; the replay takes it all the same. */
            is_complete: boolean;
            /** @description Submissions that go back to the queue. */
            messages: number;
            newest: number | null;
            /** @description Milliseconds UTC. */
            oldest: number | null;
            /** @description Of what was never sent: how many submissions, by rule. null in other plans. */
            release: {
                /** @description The filter finds more than one plan takes: plan again for those, or narrow it. */
                leaves_more: boolean;
                rules: {
                    count: number;
                    /** @enum {string} */
                    rule: "duplicate_window" | "reengage_wait" | "reengage_off" | "test" | "filtered" | "no_destination" | "blocked" | "quarantined";
                }[];
                submissions: number;
            } | null;
            skipped: {
                count: number;
                /** @description In plain words. */
                meaning: string;
                /** @enum {string} */
                reason: "delivered" | "under_way" | "erased" | "discarded" | "destination_disabled" | "destination_deleted" | "invalid_message" | "queue_refuses" | "released" | "sent" | "unmarked" | "no_destination" | "takes_no_tests" | "other_environment" | "filtered" | "route_conditions" | "through_intake" | "changed";
            }[];
        };
        RestoredForm: {
            form: components["schemas"]["Form"];
            more_letters: boolean;
            /** @description Submissions that are back on the queue. */
            released_letters: number;
        };
        Route: {
            client_id: string;
            /** @description When mode, members or weights last changed: their shares are counted from then. Milliseconds UTC. */
            counted_from: number;
            created_at: number;
            deleted_at: number | null;
            /** @example rte_0199c0de-0000-7000-8000-000000000001 */
            id: string;
            /** @description In order; none of a route that was deleted. */
            members: {
                /** @description Which leads it may get; null: every one. */
                conditions: {
                    [key: string]: unknown;
                } | null;
                destination_id: string;
                name: string;
                weight: number;
            }[];
            /** @enum {string} */
            mode: "all" | "first_accepting" | "round_robin" | "weighted";
            name: string;
            /** @description What waits at a member for longer goes on to the next; null: it waits as long as it takes. */
            overflow_minutes: number | null;
            updated_at: number;
        };
        RouteDetails: components["schemas"]["Route"] & {
            /** @description Of each member, in order. Tests and what was released are not counted; of mode `all` nothing is. */
            standings: {
                /**
                 * @description Why it takes no lead now, to be read behind its name; null while it does.
                 * @example full until 18:00 IST
                 */
                closed: string | null;
                destination_id: string;
                /** @description That it was given since `counted_from`. */
                leads: number;
                /**
                 * @description Which leads it may get, in words; null: every one.
                 * @example country is IN
                 */
                only: string | null;
                /**
                 * @description What it had of its share, in words.
                 * @example 31 % of its 40 %
                 */
                share: string;
            }[];
        };
        RoutePreview: {
            /** @description The oldest first. */
            leads: {
                destination_ids: string[];
                submission_public_id: string;
                submitted_at: number;
                /** @example B: 31 % of its 40 % */
                words: string;
            }[];
            members: {
                destination_id: string;
                leads: number;
                name: string;
            }[];
            /** @description Leads that the conditions of every member keep out. */
            nobody: number;
        };
        SavedView: {
            /** @description Shared with the people of this agency. */
            agency_id: string | null;
            /** @description Shared with those who see this client's leads. */
            client_id: string | null;
            /** @description Milliseconds UTC. */
            created_at: number;
            id: string;
            /** @description false: it is yours alone. */
            is_shared: boolean;
            /** @description Whether you may change and delete it. */
            may_change: boolean;
            name: string;
            updated_at: number;
            view: components["schemas"]["LeadView"];
        };
        SeenFields: {
            fields: {
                name: string;
                /** @description In how many of them it was. */
                posts: number;
                /** @description Its last value that is not blank. */
                sample: string | null;
                taken_for: string | null;
                /**
                 * @description mapping: the form says so. name: it is a name that is known everywhere (docs/fields.md). outranked: it is, but counts for nothing where the form's own field for that is filled in. none: it is kept, and means nothing.
                 * @enum {string}
                 */
                why: "mapping" | "name" | "outranked" | "none";
            }[];
            /** @description Of the newest of them, milliseconds UTC. */
            latest_at: number | null;
            /** @description How many were looked at. */
            posts: number;
        };
        /** @description Where an operator is signed in. */
        Session: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            ipAddress: string | null;
            /** Format: date-time */
            updatedAt: string;
            userAgent: string | null;
            userId: string;
        };
        ShownShape: {
            destination_id: string;
            destination_name: string;
            filter_in_words: string | null;
            /** @description false: it cannot be read, and its leads become dead letters that say so. */
            is_readable: boolean;
            /** @description What to know of a shape that was taken. */
            notes: string[];
            shape: components["schemas"]["DestinationShape"];
            /** @description 0: it never had any. */
            version: number;
            /** @description Newest first, at most 50. */
            versions: {
                created_at: number;
                /** @description null: who asks sees contacts masked. */
                created_by: string | null;
                /** @description Of an undo the version it went back to; 0: to none. */
                restores: number | null;
                shape: components["schemas"]["DestinationShape"] & unknown;
                version: number;
            }[];
        };
        Source: {
            client_id: string;
            /** @description Milliseconds UTC. */
            created_at: number;
            deleted_at: number | null;
            /** @description While false, whoever posts is told to try again later. */
            enabled: boolean;
            /** @description Whose mapping, policies and destinations its leads have. */
            form_id: string;
            /** @example src_0199c0de-0000-7000-8000-000000000001 */
            id: string;
            /**
             * @description What its address or key is recognised by: of a `signed` one the key's id, of others the end of the private address.
             * @example …Zk3w
             */
            key_hint: string;
            /** @enum {string} */
            kind: "signed" | "generic" | "google_ads" | "indiamart" | "justdial";
            name: string;
            /** @description Until when an address that was rotated still takes leads, ms UTC; null: no longer. */
            previous_keys_until: number | null;
            /** @description Until when the secret before lets in, too, ms UTC; null: no longer. */
            previous_settings_until: number | null;
            /**
             * @description Enough to recognise them by. null: this installation's master key opens them no more.
             * @example {
             *       "has_google_key": true
             *     }
             */
            settings: {
                [key: string]: string | boolean;
            } | null;
            snapshot: components["schemas"]["Published"];
            updated_at: number;
        };
        SourceDetails: components["schemas"]["Source"] & {
            /** @description How it is set up in the other system, step by step. */
            guide: string[];
            /** @description When its last lead came, ms UTC; null: none has come yet. */
            last_lead_at: number | null;
            /** @description What came by it, newest first, at most 10. */
            newest_leads: {
                received_at: number;
                submission_id: string;
            }[];
            /** @example Google Ads lead forms */
            title: string;
        };
        SourceKind: {
            /** @description How it is set up in the other system, step by step. */
            guide: string[];
            /** @enum {string} */
            kind: "signed" | "generic" | "google_ads" | "indiamart" | "justdial";
            /**
             * @description What a rotation makes anew.
             * @enum {string}
             */
            rotates: "secret" | "address";
            /** @description In the order in which somebody is asked for them. */
            settings: components["schemas"]["DestinationSetting"][];
            /** @example Google Ads lead forms */
            title: string;
        };
        SourceWithSecrets: components["schemas"]["Source"] & {
            guide: string[];
            /** @description What the other system is given. Shown this once. */
            secrets: {
                label: string;
                name: string;
                value: string;
            }[];
        };
        Split: {
            lead_id: string;
            /** @description null: it is not made yet. */
            new_lead_id: string | null;
            /** @description null: it was done before. */
            plan: {
                /** @description Deliveries that wait to tell of them as the lead they leave. */
                cancels: {
                    delivery_id: string;
                    destination_id: string;
                }[];
                /** @description Go with them. What the others have too stays; null: not shown to you. */
                identities: {
                    /** @enum {string} */
                    kind: "visitor_id" | "email" | "phone" | "ip";
                    value: string | null;
                }[];
                new_lead: {
                    contact_email: string | null;
                    contact_name: string | null;
                    /** @example +91-9876543210 */
                    contact_phone: string | null;
                    /** @description You see the contact details masked. */
                    masked: boolean;
                    /** @description How many are its own. */
                    submissions: number;
                };
                old_lead: {
                    contact_email: string | null;
                    contact_name: string | null;
                    /** @example +91-9876543210 */
                    contact_phone: string | null;
                    /** @description You see the contact details masked. */
                    masked: boolean;
                    /** @description How many are its own. */
                    submissions: number;
                };
                /** @description Who hears of the new lead, who does not, and why. */
                sends: {
                    destination_id: string;
                    name: string | null;
                    sentence: string;
                }[];
                submissions: {
                    id: string;
                    submission_number: number;
                    submitted_at: number;
                }[];
                /** @description Deliveries of them that went out, or failed: they stay with the lead they leave. */
                told_before: {
                    delivery_id: string;
                    destination_id: string;
                }[];
                /** @description Give it to the split, which is then done as planned or not at all. */
                version: number;
            } | null;
            /** @enum {string} */
            state: "planned" | "done" | "done_before";
        };
        StageCounts: {
            client_id: string;
            /** @description false: very many came since this was asked for last, and some are not counted yet. Ask again. */
            is_whole: boolean;
            stages: {
                /** @description false: it was given up since, and leads still stand there. */
                is_in_pipeline: boolean;
                /** @description Without tests. */
                leads: number;
                stage: string;
                tests: number;
            }[];
        };
        Statistics: {
            /** @description Every day of the period, in order. */
            days: (components["schemas"]["StatisticsFigures"] & {
                /** @example 2026-11-21 */
                date: string;
            })[];
            /** @example 2026-11-21 */
            from: string;
            /** @description What `group_by` asked for, most submissions and deliveries first. `id` is null where none is known; of sources and campaigns it is their name. */
            groups: (components["schemas"]["StatisticsFigures"] & {
                id: string | null;
            })[];
            /** @description At this moment, whatever the period and the form. */
            open_dead_letters: {
                by_client: {
                    client_id: string | null;
                    count: number;
                }[];
                total: number;
            };
            /** @example 2026-11-21 */
            to: string;
            totals: components["schemas"]["StatisticsFigures"];
        };
        StatisticsFigures: {
            /** @description On the day of the receiver's answer. */
            deliveries: {
                /** @description Died that day, and nothing has moved them since: what is replayed is counted no more, and again on the day it dies again. */
                dead: number;
                delivered: number;
                /** @description From submission to the receiver's answer; at most 9.6 % off. What a person released or split off is not measured. null when nothing was. */
                latency_p50_ms: number | null;
                latency_p95_ms: number | null;
                /** @description Of the delivered ones: those that had died before, and were replayed. */
                mended: number;
                /** @description delivered ÷ (delivered + dead), 0 to 1, of what is settled now; null when nothing is. */
                success_rate: number | null;
            };
            /** @description Posts with a filled honeypot, by what became of them, counted alike. */
            honeypot: {
                dropped: number;
                let_through: number;
                quarantined: number;
                total: number;
            };
            /** @description What became of leads after they were taken, on the day that it was told. `confirmed` and `unconfirmed`: deliveries of destinations that must confirm what they take; one that is confirmed late is no more unconfirmed. The others: leads that are no tests, each once, as callbacks tell; `returned`: those that were taken back, once for each destination that gave them back. */
            outcomes: {
                confirmed: number;
                contacted: number;
                lost: number;
                qualified: number;
                returned: number;
                unconfirmed: number;
                won: number;
            };
            /** @description Posts that became no submission, by reason, as the producer counted them: now and then one is missing, or counted twice. `no_contact`: no e-mail and no phone was found, as with a wrong mapping; `invalid_contact`: what there was of them reaches nobody. */
            refused: {
                bad_idempotency_key: number;
                empty_body: number;
                invalid_contact: number;
                no_contact: number;
                too_large: number;
                too_many_fields: number;
                total: number;
                unreadable_body: number;
                unsupported_body: number;
                unverified: number;
            };
            /** @description By what they turned out to be, on the day they came in. */
            submissions: {
                blocked: number;
                duplicate: number;
                new_lead: number;
                reengaged: number;
                test: number;
                total: number;
            };
        };
        Step: {
            /** @description Milliseconds UTC. */
            at: number;
            dead_letter_id: string | null;
            delivery_id: string | null;
            destination_id: string | null;
            /** @description In the words of whoever failed; null for those who see contacts masked. */
            error: string | null;
            event_id: string | null;
            /** @enum {string} */
            kind: "received" | "spilled" | "waiting_for_storage" | "payload_kept" | "blocked" | "quarantined" | "decided" | "stored" | "destination" | "attempt" | "released" | "cancelled" | "not_told" | "dead_letter" | "dead_letter_parked" | "passed_on" | "dead_letter_settled" | "note" | "status" | "notice" | "callback";
            /** @description null for those who see contacts masked. */
            note: string | null;
            submission_id: string | null;
            /** @description What happened, in a sentence. */
            what: string;
        };
        Submission: {
            client_id: string;
            contact_email: string | null;
            contact_name: string | null;
            /** @example +91-9876543210 */
            contact_phone: string | null;
            /** @description What was clicked. */
            cta: string | null;
            /** @description Why, in one sentence. */
            explanation: string;
            form_id: string;
            /** @description A JSON caller got it, Make as `lead_submission_public_id`. */
            id: string;
            /** @description The lead's public id; null where it was erased. */
            lead_id: string | null;
            /** @description You see the contact details masked. */
            masked: boolean;
            /** @enum {string} */
            outcome: "new_lead" | "duplicate" | "reengaged" | "test";
            /** @description Without its query for those who see contacts masked. */
            page_url: string | null;
            /** @description The lead's first has 1. */
            submission_number: number;
            /** @description Milliseconds UTC. */
            submitted_at: number;
        };
        SubmissionDetails: components["schemas"]["Submission"] & {
            attribution: components["schemas"]["Attribution"] & unknown;
            decision: {
                destinations: {
                    id: string;
                    name: string | null;
                    /** @description Whether it hears of it, and why. */
                    sentence: string;
                }[];
                /** @description Why it was decided so, the most important first. */
                sentences: string[];
                /** @description The decision as it was recorded; null where none can be read. */
                trace?: unknown;
            };
            deliveries: {
                attempts: number;
                destination_id: string;
                destination_name: string | null;
                event_id: string;
                id: string;
                last_status_code: number | null;
                /** @enum {string} */
                status: "pending" | "in_flight" | "held" | "delivered" | "confirmed" | "dead" | "skipped" | "cancelled";
            }[];
            events: {
                created_at: number;
                id: string;
                type: string;
            }[];
            /** @description These are not all: `/api/deliveries?lead_id=` lists every one. */
            more_deliveries: boolean;
            /** @description All that was posted; null for those who see contacts masked. */
            payload?: unknown;
        };
        UnmatchedCallback: {
            client_id: string;
            id: string;
            /** @enum {string} */
            kind: "execution" | "link" | "activity" | "outcome" | "reply" | "sms_status";
            /** @description The ids by which it was to find its lead, by their names; a phone number is not told, nor to those who see contacts masked an id that is an address or a word. */
            named: {
                [key: string]: string;
            };
            /** @description Why it matched none, in plain words. */
            reason: string;
            /** @description Milliseconds UTC. */
            received_at: number;
            /** @description An outcome, what kind of activity, a status; null for those who see contacts masked. */
            word: string | null;
        };
        UnsentSubmission: {
            client_id: string;
            contact_email: string | null;
            contact_name: string | null;
            /** @example +91-9876543210 */
            contact_phone: string | null;
            /** @description The same in words. */
            explanation: string;
            form_id: string;
            /** @description The submission's. */
            id: string;
            /** @description The lead's public id; null where it is no lead's. */
            lead_id: string | null;
            /** @description You see the contact details masked. */
            masked: boolean;
            /**
             * @description Why nothing of it was sent.
             * @enum {string}
             */
            rule: "duplicate_window" | "reengage_wait" | "reengage_off" | "test" | "filtered" | "no_destination" | "blocked" | "quarantined";
            /** @description Milliseconds UTC. */
            submitted_at: number;
        };
        UnsentSubmissionDetails: components["schemas"]["UnsentSubmission"] & {
            /** @description Since what the setting counts from. */
            elapsed_minutes: number | null;
            /** @description What would send it. */
            next: string;
            /** @description When somebody sent it on purpose, ms UTC; null: nobody did. */
            released_at: number | null;
            /** @description Who did. */
            released_by: string | null;
            /** @description All that was decided, the most important first. */
            sentences: string[];
            /** @description What it was held against; null where the rule measures nothing. */
            setting: {
                /** @enum {string} */
                from: "form" | "installation";
                name: string;
                value: number | "on";
            } | null;
        };
        VisitorSession: {
            clicks: number;
            duration_seconds: number;
            /** @description Without its query, for those who see no contacts. */
            first_page: string | null;
            id: string;
            /** @enum {string} */
            label: "Cold" | "Warm" | "Hot" | "Very Hot";
            last_seen_at: number;
            pages_visited: number;
            referrer: string | null;
            /** @description Sessions that this browser had before. */
            return_visits: number;
            /** @description 0 to 100, of all that is heard of it by now. */
            score: number;
            /** @description How far the page that was read furthest was scrolled. */
            scroll_percent: number;
            /** @description Pages opened, elements clicked and events that the site named; thirty or so. */
            seen: string[];
            /** @description Milliseconds UTC. */
            started_at: number;
            /** @description The last submission in it. */
            submitted_at: number | null;
            /** @description What destinations were told with the last submission in it; null: there was none, or nothing was heard of the session yet. */
            told_score: number | null;
        };
        WatchedAttempt: components["schemas"]["DeliveryAttempt"] & {
            /** @description Each request of the try and its answer, without secrets. null: it is not kept, or not any more, or who asks sees contacts masked. */
            exchanges: components["schemas"]["Exchange"][] | null;
        };
        WhereIsMyLead: {
            /** @enum {string} */
            asked_by: "email" | "phone" | "id";
            /** @description All that was found, newest first. */
            candidates: {
                /** @description When it was submitted last, ms UTC. */
                at: number;
                client_id: string | null;
                /** @description What its client is called. */
                client_name: string | null;
                contact_email: string | null;
                contact_name: string | null;
                /** @example +91-9876543210 */
                contact_phone: string | null;
                /** @description Ask for it to be told its story. */
                id: string;
                is_test: boolean | null;
                /**
                 * @description `submission`: not stored as a lead's yet, or blocked.
                 * @enum {string}
                 */
                kind: "lead" | "submission";
                /** @description You see the contact details masked. */
                masked: boolean;
                project: string | null;
            }[];
            found: boolean;
            /** @description What was not looked through, and where else to look. */
            sentences: string[];
            /** @description Of the newest of the candidates. */
            story: {
                /** @description null where it is no lead's story. */
                attribution: {
                    first: components["schemas"]["Attribution"];
                    latest: components["schemas"]["Attribution"];
                } | null;
                client_id: string | null;
                /** @description What its client is called. */
                client_name: string | null;
                contact_email: string | null;
                contact_name: string | null;
                /** @example +91-9876543210 */
                contact_phone: string | null;
                lead_id: string | null;
                /** @description You see the contact details masked. */
                masked: boolean;
                stands: {
                    /** @description What you may do about it. */
                    actions: {
                        /**
                         * @description What of the body it is about; null where it is the whole.
                         * @enum {string|null}
                         */
                        field: "enabled" | "settings" | null;
                        /** @enum {string} */
                        method: "POST" | "PATCH" | "DELETE";
                        /**
                         * @description An operation of this API that you may call.
                         * @example retryDelivery
                         */
                        operation: string;
                        path: string;
                        /**
                         * @description What of `settings` is wrong, by what the receiver answered.
                         * @enum {string|null}
                         */
                        setting: "address" | "key" | null;
                    }[];
                    /** @description When a delivery is tried next, ms UTC; null where no time is set for that. */
                    due_at: number | null;
                    /** @description Destinations that have not got it, the worst first, five at most; `state` is the first one's. */
                    missing: {
                        delivery_id: string;
                        destination_id: string;
                        destination_name: string;
                        /** @description When a delivery is tried next, ms UTC; null where no time is set for that. */
                        due_at: number | null;
                        next: string;
                        sentence: string;
                        /**
                         * @description `unconfirmed`: it took it, and did not confirm that as it must.
                         * @enum {string}
                         */
                        state: "pending" | "in_flight" | "held" | "delivered" | "confirmed" | "dead" | "skipped" | "cancelled" | "unconfirmed";
                    }[];
                    /** @description What moves it on. */
                    next: string;
                    sentence: string;
                    /** @enum {string} */
                    state: "pending" | "in_flight" | "held" | "delivered" | "confirmed" | "unconfirmed" | "dead" | "skipped" | "cancelled" | "nothing_to_send" | "blocked" | "quarantined" | "released" | "spilled" | "waiting_for_storage" | "payload_kept" | "parked" | "dead_letter" | "replayed" | "discarded";
                } | null;
                /** @description In order. */
                steps: components["schemas"]["Step"][];
                /** @description null: it is a lead's story. */
                submission_id: string | null;
            } | null;
        };
        You: {
            /** @description Whose grants they are, and what it looks like. */
            agencies: {
                /**
                 * @description Of its colour, in degrees: lightness and strength are LeadRelay's, so that it can be read in light and dark. null: LeadRelay's own.
                 * @example 145
                 */
                hue: number | null;
                id: string;
                /**
                 * @description Where its logo is on this server, for everybody who has the address; null: it has none.
                 * @example /logos/9b2e4c8f
                 */
                logo_url: string | null;
                name: string;
            }[];
            /** @description What counts where a form leaves a policy to the installation. */
            form_defaults: {
                duplicate_window_minutes: number;
                identity_guard: boolean;
                reengage_hours: number;
            };
            /** @description What an access key may be given. */
            grantable_permissions: ("leads:read" | "leads:write" | "contacts:read" | "deliveries:replay" | "config:read" | "config:write" | "operators:manage" | "keys:manage" | "audit:read" | "agency:manage" | "installation:manage")[];
            grants: {
                agency_id: string;
                client_ids: string[];
                permissions: ("leads:read" | "leads:write" | "contacts:read" | "deliveries:replay" | "config:read" | "config:write" | "operators:manage" | "keys:manage" | "audit:read" | "agency:manage" | "installation:manage")[];
                /**
                 * @description null for an access key, which has permissions of its own.
                 * @enum {string|null}
                 */
                role: "agency_owner" | "agency_operator" | "client_admin" | "client_viewer" | null;
            }[];
            id: string;
            /**
             * @description Where forms post to: the origin before `/f/{form_key}`. null: the installation does not say.
             * @example https://leads.example.com
             */
            intake_url: string | null;
            /** @enum {string} */
            kind: "operator" | "key";
            /** @description Your e-mail address, or the key's name. */
            name: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccessKeys: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccessKey"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAccessKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Beside `client_id` it may be left out. */
                    agency_id?: string;
                    /** @description Without it the key reaches every client of the agency. */
                    client_id?: string;
                    /**
                     * @description When it stops working by itself, milliseconds UTC; null: never.
                     * @default null
                     */
                    expires_at?: number | null;
                    name: string;
                    /** @description Without `contacts:read` a key with `leads:read` sees contact details masked, like a viewer, and a key with `config:write` neither adds a destination nor names an address for one. */
                    permissions: ("leads:read" | "leads:write" | "contacts:read" | "deliveries:replay" | "config:read" | "config:write" | "audit:read")[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKeyWithSecret"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccessKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKey"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeAccessKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKey"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccessKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
                /** @description The ETag you read, or `*`. Without it the answer is 428. */
                "if-match"?: string;
            };
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description When it stops working by itself, milliseconds UTC; null: never. */
                    expires_at?: number | null;
                    name?: string;
                    /** @description Without `contacts:read` a key with `leads:read` sees contact details masked, like a viewer, and a key with `config:write` neither adds a destination nor names an address for one. */
                    permissions?: ("leads:read" | "leads:write" | "contacts:read" | "deliveries:replay" | "config:read" | "config:write" | "audit:read")[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKey"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateAccessKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description When it stops working by itself, milliseconds UTC; null: never. */
                    expires_at?: number | null;
                    /** @description 0 to 30 days. */
                    overlap_seconds: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKeyWithSecret"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgencies: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Agency"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAgency: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: email */
                    owner_email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agency: components["schemas"]["Agency"];
                        /**
                         * Format: uri
                         * @description The owner's invitation. Shown once, good for 14 days.
                         */
                        link: string;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agency_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agency"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAgency: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
                /** @description The ETag you read, or `*`. Without it the answer is 428. */
                "if-match"?: string;
            };
            path: {
                agency_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Of its colour, in degrees; null: LeadRelay's own. Every hue can be read: how light it is stays LeadRelay's.
                     * @example 145
                     */
                    hue?: number | null;
                    /** @description A PNG or WebP image that does not move, as base64, at most 32 KB and 1024 × 1024 pixels; null takes it away. */
                    logo?: string | null;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agency"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                /** @description Whole, or its beginning up to a dot: `form` finds `form.changed`. */
                action?: string;
                /** @description An operator's or key's id. */
                actor?: string;
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Changes alone, or readings of contact details alone; not said: both. */
                kind?: "changes" | "reads";
                /** @description How many at most. */
                limit?: number;
                /** @description Then or later. Milliseconds UTC. */
                since?: number | null;
                /** @description Before. Milliseconds UTC. */
                until?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The one you sign in with. */
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["Account"];
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        session: components["schemas"]["Session"];
                        user: components["schemas"]["Account"];
                    } | null;
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: boolean;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: boolean;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: boolean;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        twoFactorMethods: "totp"[];
                        /** @enum {boolean} */
                        twoFactorRedirect: true;
                    } | {
                        redirect?: boolean;
                        user: components["schemas"]["Account"];
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Instead of `code`. */
                    backupCode?: string;
                    /** @description The authenticator's six digits, where a second factor is on. */
                    code?: string;
                    /** @description The one you sign in with. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: boolean;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Instead of `code`. */
                    backupCode?: string;
                    /** @description The authenticator's six digits, where a second factor is on. */
                    code?: string;
                    /** @description The one you sign in with. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown once. Each is good once. */
                        backupCodes: string[];
                        /** @description For a QR code: `otpauth://totp/…`. */
                        totpURI: string;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewBackupCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Instead of `code`. */
                    backupCode?: string;
                    /** @description The authenticator's six digits, where a second factor is on. */
                    code?: string;
                    /** @description The one you sign in with. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown once. Each is good once. */
                        backupCodes: string[];
                        status: boolean;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Instead of `code`. */
                    backupCode?: string;
                    /** @description The authenticator's six digits, where a second factor is on. */
                    code?: string;
                    /** @description The one you sign in with. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For a QR code: `otpauth://totp/…`. */
                        totpURI: string;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyBackupCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        redirect?: boolean;
                        user: components["schemas"]["Account"];
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        redirect?: boolean;
                        user: components["schemas"]["Account"];
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeName: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: boolean;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBlockedSubmissions: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                form_id?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description Submitted then or later. Milliseconds UTC. */
                since?: number | null;
                /** @description Submitted before. Milliseconds UTC. */
                until?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BlockedSubmission"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBlockedSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedSubmissionDetails"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBranding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Branding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description `true`: deleted ones too. */
                deleted?: "true" | "false";
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Client"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agency_id: string;
                    name: string;
                    /**
                     * @description ISO 3166: where phone numbers without a country code are from, for forms that name no region; null: where each visitor is.
                     * @default null
                     * @example IN
                     */
                    phone_country?: string | null;
                    /**
                     * @description An IANA name; null: each reader's own.
                     * @default null
                     * @example Asia/Kolkata
                     */
                    time_zone?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
                /** @description The ETag you read, or `*`. Without it the answer is 428. */
                "if-match"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /**
                     * @description ISO 3166: where phone numbers without a country code are from, for forms that name no region; null: where each visitor is.
                     * @example IN
                     */
                    phone_country?: string | null;
                    stages?: string[];
                    suspicion_weights?: {
                        [key: string]: number;
                    };
                    test_strings?: string[];
                    /**
                     * @description An IANA name; null: each reader's own.
                     * @example Asia/Kolkata
                     */
                    time_zone?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllowedIps: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AllowedIp"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    allowIp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description An address, or a network: IPv4 /8 to /32, IPv6 /16 to /64 in steps of 4, or /128.
                     * @example 203.0.113.0/24
                     */
                    cidr: string;
                    /**
                     * @description Until when it counts, milliseconds UTC; null: until it is removed.
                     * @default null
                     */
                    expires_at?: number | null;
                    /** @default null */
                    note?: string | null;
                    /** @enum {string} */
                    usage: "testing" | "internal";
                };
            };
        };
        responses: {
            /** @description It was there, and was replaced */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutAllowedIp"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutAllowedIp"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disallowIp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description An address, or a network: IPv4 /8 to /32, IPv6 /16 to /64 in steps of 4, or /128. */
                cidr: string;
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowedIp"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewBlockedIp: {
        parameters: {
            query: {
                /** @description An address, or a network: IPv4 /8 to /32, IPv6 /16 to /64 in steps of 4, or /128. */
                cidr: string;
            };
            header?: never;
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockPreview"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBlockedIps: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BlockedIp"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    blockIp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description An address, or a network: IPv4 /8 to /32, IPv6 /16 to /64 in steps of 4, or /128.
                     * @example 203.0.113.0/24
                     */
                    cidr: string;
                    /**
                     * @description Until when it counts, milliseconds UTC; null: until it is removed.
                     * @default null
                     */
                    expires_at?: number | null;
                    /** @default null */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description It was there, and was replaced */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutBlockedIp"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutBlockedIp"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unblockIp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description An address, or a network: IPv4 /8 to /32, IPv6 /16 to /64 in steps of 4, or /128. */
                cidr: string;
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedIp"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCallbacks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Callbacks"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateCallbacks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 0 to 30 days; a day unless said.
                     * @default 86400
                     */
                    overlap_seconds?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbacksWithSecret"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRouteDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How many of the last submissions are looked at.
                     * @default 50
                     */
                    leads?: number;
                    /** @description Destinations of the client, in order. A destination is in one route at most. */
                    members: {
                        /**
                         * @description Which leads it may get: a condition such as `{"country": "IN"}`, or the same in words, `country is IN`; null: every one.
                         * @example country is IN and fields.budget is at least 5000
                         */
                        conditions?: string | {
                            [key: string]: unknown;
                        } | null;
                        destination_id: string;
                        /** @description Its share beside the others', in `weighted`: 40 beside 60 are 40 %. 0: it gets only what another cannot take. Not said: 1. */
                        weight?: number;
                    }[];
                    /**
                     * @description `all`: each member gets every lead. `first_accepting`: the first in order, and the next where it refuses, has the person already or cannot be reached. `round_robin`: each in turn. `weighted`: by their weights.
                     * @enum {string}
                     */
                    mode: "all" | "first_accepting" | "round_robin" | "weighted";
                    /** @description The route that it would change; left out: it would be a new one. */
                    route_id?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutePreview"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countLeadStages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageCounts"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countDeadLetters: {
        parameters: {
            query?: {
                client_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterCounts"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadLetterGroups: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                destination_id?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetterGroup"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDeadLetterGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cause: string;
                    client_id: string | null;
                    /** @description The `next_cursor` of the step before; absent in the first. */
                    cursor?: string | null;
                    destination_id: string | null;
                    fingerprint: string;
                    /** @enum {string} */
                    kind: "delivery" | "poison" | "invalid_message" | "unknown_form" | "storage_unavailable" | "spill";
                    /** @description Without contact details: it is kept. */
                    reason: string;
                    status_code: number | null;
                    /** @description Failed last then or before, in milliseconds UTC. */
                    until: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterGroupStep"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenDeadLetterGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cause: string;
                    client_id: string | null;
                    /** @description The `next_cursor` of the step before; absent in the first. */
                    cursor?: string | null;
                    destination_id: string | null;
                    /** @description Discarded by you then or later: the `at` of the first step, in milliseconds UTC. */
                    discarded_since: number;
                    fingerprint: string;
                    /** @enum {string} */
                    kind: "delivery" | "poison" | "invalid_message" | "unknown_form" | "storage_unavailable" | "spill";
                    status_code: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterGroupStep"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                cause?: "exhausted" | "refused" | "gone" | "lost" | "constraint" | "too_big" | "malformed" | "unknown_form" | "form_deleted" | "not_a_submission" | "broken_record" | "queue_refuses" | "retries_exhausted" | "failed";
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                destination_id?: string;
                fingerprint?: string;
                kind?: "delivery" | "poison" | "invalid_message" | "unknown_form" | "storage_unavailable" | "spill";
                /** @description How many at most. */
                limit?: number;
                /** @description Failed last then or later. Milliseconds UTC. */
                since?: number | null;
                state?: "open" | "replayed" | "discarded";
                /** @description Failed last before. Milliseconds UTC. */
                until?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dead_letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterDetails"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                dead_letter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Without contact details: it is kept. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterDiscarded"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                dead_letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterChange"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description Answered last with this code, or one of its class (`4xx`); `0`: tried, and no answer came. */
                code?: string;
                /** @description Of destinations that must confirm what they take: what is waited for, what was never confirmed (what was missed last coming first), and what was. */
                confirmation?: "waiting" | "unconfirmed" | "confirmed";
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                destination_id?: string;
                form_id?: string;
                /** @description A lead's public id. */
                lead_id?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description Created then or later. Milliseconds UTC. */
                since?: number | null;
                status?: "pending" | "in_flight" | "held" | "delivered" | "confirmed" | "dead" | "skipped" | "cancelled";
                /** @description Created before. Milliseconds UTC. */
                until?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: {
                /** @description Attempts before this number only: `earlier_attempts` of an answer. */
                attempts_before?: number;
            };
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetails"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Without contact details: it is kept. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryChange"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryChange"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDestinationKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description What this installation is: a destination gets leads from it where its `environments` name it.
                         * @enum {string}
                         */
                        environment: "development" | "production";
                        items: components["schemas"]["DestinationKind"][];
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDestinationStandings: {
        parameters: {
            query?: {
                client_id?: string;
                destination_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DestinationStanding"][];
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDestinations: {
        parameters: {
            query?: {
                /** @description Of this client only. */
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description `true`: deleted ones too. */
                deleted?: "true" | "false";
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Destination"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    client_id: string;
                    confirmation?: components["schemas"]["DestinationConfirmation"] & unknown;
                    /** @description While false its deliveries are `held`; then they are sent. */
                    enabled?: boolean;
                    /** @description Installations it receives from. */
                    environments?: ("development" | "production")[];
                    /** @description What it is told. `destination.…`, `delivery.…` and `workflow.…` tell people who look after destinations how they are, and of leads that did not arrive; these, and what happens to a lead besides (`lead.status_changed` and the like), are taken by kinds that people read and by webhooks. Whoever takes `lead.created` may take `lead.updated`, too: a person who is known, and not sent again, gave another e-mail address or phone number. It is the whole lead again as it now stands, with `is_duplicate` `yes` and the same `lead_public_id` and `lead_id`, so that a CRM can correct what it has. Without it such a correction is stored and not sent. */
                    event_types?: ("lead.created" | "lead.reengaged" | "lead.updated" | "lead.status_changed" | "lead.note_added" | "lead.replied" | "lead.crm_linked" | "lead.crm_activity" | "lead.returned" | "destination.down" | "destination.recovered" | "destination.disabled" | "delivery.dead_lettered" | "delivery.failing" | "delivery.recovered" | "delivery.unconfirmed" | "delivery.suspect" | "destination.capped" | "workflow.step_run")[];
                    /** @description So many different leads refused in a row, with none taken in between, hold up the rest: one is sent now and then to see whether it is taken. 0: never, for a receiver that refuses most of what it gets; null: 10. */
                    hold_after_refusals?: number | null;
                    /** @enum {string} */
                    kind: "make" | "webhook" | "zapier" | "n8n" | "hubspot" | "pipedrive" | "zoho" | "google_sheets" | "slack" | "discord" | "telegram" | "resend" | "postmark" | "cloudflare_email" | "twilio" | "salesforce" | "gohighlevel" | "lead_reply" | "meta_conversions" | "google_conversions";
                    limits?: components["schemas"]["DestinationLimits"] & unknown;
                    name: string;
                    /** @description `default`, `quick`, or 1 to 20 waits such as `1s,30s,5m,2h`; null: as the installation says. */
                    retry_schedule?: string | null;
                    returns?: components["schemas"]["DestinationReturns"] & unknown;
                    /**
                     * @description Kept sealed and never shown again. make: `url`, the address of a custom webhook, as the scenario's first module shows it; `api_key`, what its `x-make-apikey` should be, where the webhook asks for one, or null; `send_attribution`, whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too; false unless set. webhook: `url`, the https address that takes a POST for each event; `signature`, how requests are signed: by Standard Webhooks, by HMAC-SHA256 of the body in hexadecimal, or not (standard, body_hmac, none); standard unless set; `secret`, what the receiver verifies signatures with: `whsec_` and 24 to 64 bytes in base64, for `body_hmac` any text of 16 characters or more; made and shown once where none is given, or null; `previous_secret`, the one that signs, too, until `previous_until`; a rotation sets it, or null; `previous_until`, when requests stop being signed with the secret before, too, in UTC; a rotation sets it, or null; `signature_header`, in which header `body_hmac` puts it: X-LeadsBot-Signature for a receiver made for LeadsBot; X-LeadRelay-Signature unless set; `header_name`, a header that its receiver asks for besides, such as Authorization, or null; `header_value`, the value of `header_name`, such as Bearer and a token, or null; `send_attribution`, whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too; false unless set; `answer_at`, where in the JSON answer a word tells what became of the lead; without it the words are looked for anywhere in the answer, or null; `accepted_when`, which of its words mean that it has the lead; where they are set, any other answer means refused unless `otherwise_means` says else, or null; `refused_when`, which of its words mean that it does not want the lead, or null; `duplicate_when`, which of its words mean that it had this person before, or null; `retry_when`, which of its words mean that it should be asked again, or null; `otherwise_means`, what a 2xx of none of these words means (accepted, refused, retry), or null; `reason_at`, where in the JSON answer it says why, or null; `reference_at`, where in the JSON answer it gives the lead an id of its own, or null. zapier: `url`, the address that the trigger Webhooks by Zapier, Catch Hook shows; `send_attribution`, whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too; false unless set. n8n: `url`, the production URL of the workflow's Webhook node, with /webhook/ in it; `header_name`, the name in the credential, where the node's authentication is Header Auth, or null; `header_value`, the value in that credential, or null; `send_attribution`, whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too; false unless set. hubspot: `service_key`, a service key, or the token of a private app, that may read and write contacts; it begins with `pat-`; `lead_id_field`, the field that you made there for our id of the lead, by which you find one here and there, or null; `custom_fields`, fields that you made there, each as `theirs=ours` with a field of ours as in docs/payload.md: `enquired_project=project_name`, or null. pipedrive: `address`, how the browser's address begins when you are signed in; `api_token`, the API token of the person who will own the leads, under Personal preferences, API; `note`, whether a note with all that is known is put to each lead, which costs a request more; true unless set; `lead_id_field`, the field that you made there for our id of the lead, by which you find one here and there, or null; `custom_fields`, fields that you made there, each as `theirs=ours` with a field of ours as in docs/payload.md: `9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d=project_name`, or null. zoho: `region`, what the address of your Zoho ends in when you are signed in: crm.zoho.in is `in` (com, in, eu, com.au, jp, ca, uk, sa, ae, com.cn); `client_id`, of a self client in the API console of that data centre; `client_secret`, what stands beside the client id; `refresh_token`, what the self client gives for a code with the scope ZohoCRM.modules.leads.ALL; it does not run out; `duplicate_check_fields`, API names of the fields by which Zoho looks for a lead to bring up to date, in order; `Email`, or `Phone` of somebody without one, unless set, or null; `lead_id_field`, the field that you made there for our id of the lead, by which you find one here and there, or null; `custom_fields`, fields that you made there, each as `theirs=ours` with a field of ours as in docs/payload.md: `Enquired_Project=project_name`, or null. google_sheets: `service_account`, the whole content of the JSON key file that Google Cloud hands out for a service account; the spreadsheet is shared with its `client_email`, as an editor; `spreadsheet`, its address in the browser, or the id in it; `sheet`, the name of the sheet inside it, as its tab at the bottom shows. slack: `url`, the address of an incoming webhook, which belongs to one channel, as the Slack app shows it. discord: `url`, the address of a webhook, as the channel's settings show it under Integrations; with `?thread_id=` behind it, messages go to that thread. telegram: `bot_token`, what @BotFather showed when the bot was made, a number, a colon and some 35 signs; `chat_id`, the number of the group, channel or person that the bot writes to, with its minus sign where it has one, or a public channel's @name; `topic_id`, of a group with topics, the number of the one to write in, or null. resend: `api_key`, a key with sending access, as the dashboard shows it once under API Keys; `from`, the sender, `leads@example.com` or `Leads <leads@example.com>`, at a domain that was set up there; `to`, the addresses of those of the team who are told of a lead; all of them see one another. postmark: `server_token`, a server's API token, as the server shows it under API Tokens; `from`, the sender, `leads@example.com` or `Leads <leads@example.com>`, at a domain that was set up there; `to`, the addresses of those of the team who are told of a lead; all of them see one another; `message_stream`, the id of the message stream to send in, `outbound` where none is named, or null. cloudflare_email: `from`, the sender, `leads@example.com` or `Leads <leads@example.com>`, at a domain that was set up there; `to`, the addresses of those of the team who are told of a lead; all of them see one another. twilio: `account_sid`, the account's SID, AC and 32 signs, as the console's first page shows it; `auth_token`, the account's auth token, as the console's first page shows it; `from`, a number of the account with its country's code, `+15005550006`, or the SID of a messaging service, MG and 32 signs; `to`, the mobile number of whoever is told of a lead, with its country's code. salesforce: `instance`, your My Domain, as Setup, My Domain shows it: `https://yourcompany.my.salesforce.com`; `client_id`, of a connected app, or external client app, in that Salesforce; `client_secret`, what stands beside the consumer key; `refresh_token`, of whoever the leads should come from, where the app does not run by its client credentials, or null; `external_id_field`, the API name of the Lead field that you made for our id: of type text, marked as External ID and Unique; LeadRelay_Id__c unless set; `company`, what stands there of somebody of whom it is not known: Salesforce takes no Lead without one; - unless set; `allow_duplicates`, whether a Lead is made although a duplicate rule that only warns finds the person; false unless set; `custom_fields`, fields that you made there, each as `theirs=ours` with a field of ours as in docs/payload.md: `Enquired_Project__c=project_name`, or null; `api_version`, of Salesforce's REST API, as `v65.0`; v65.0 unless set. gohighlevel: `token`, of a private integration of that sub-account, with the scopes View and Edit Contacts; it begins with `pit-`; `location_id`, of the sub-account, as Settings, Business Profile shows it and its address does behind `/location/`; `tags`, what every contact is tagged with; those that it has stay, or null; `custom_fields`, fields that you made there, each as `theirs=ours` with a field of ours as in docs/payload.md: `enquired_project=project_name`, or null. lead_reply: `via`, what sends it: an e-mail by Resend or Postmark, or an SMS by Twilio (resend, postmark, twilio); `api_key`, Resend's API key, a Postmark server's token, or the Twilio account's auth token; `account_sid`, for Twilio only: the account's SID, AC and 32 signs, or null; `from`, whom it comes from: `Asha of Lakeside <asha@example.com>` at a domain that was set up there, or a Twilio number such as +15005550006 or a messaging service's SID; `reply_to`, for e-mail only: the address that an answer goes to, where it is another than From, or null; `subject`, for e-mail only: a template such as `Thank you, {{ first_name | default: 'and welcome' }}`, or null; `body`, what the person reads, a template over several lines: `Hello {{ first_name | default: 'there' }}, …`; names are those of the payload, and what looks like a link in them is left out; `most_suspicion`, a lead that is more suspicious than this, of 100, gets no reply; `test_to`, the address or number of yours that `destination test` writes to, or null. meta_conversions: `dataset`, the dataset's id, a number, as Events Manager shows it under its name; `access_token`, made in Events Manager under Settings, Conversions API, Generate access token; `conversions`, stages of the client's pipeline, or outcomes that the CRM tells, each as `stage=event`: `won=Converted Lead`; other stages are not told; `currency`, of the values that the CRM tells, three letters; without it no value is sent, or null; `test_event_code`, as Events Manager shows it under Test events: what is sent with it changes nothing; tests need one, or null; `api_version`, `v26.0`, say, where Meta has retired the one that is asked; v26.0 unless set. google_conversions: `service_account`, the whole content of the JSON key file that Google Cloud hands out for a service account; its `client_email` is a user of the Google Ads account; `customer`, the account whose conversions they are, ten digits at the top of Google Ads; `manager`, where the service account is a user of a manager account, and not of that one itself, or null; `conversions`, stages of the client's pipeline, or outcomes that the CRM tells, each as `stage=conversion action`: `won=1234567890`; other stages are not told; `currency`, of the values that the CRM tells, three letters; without it no value is sent, or null.
                     * @example {
                     *       "url": "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12",
                     *       "api_key": "make-key-0123456789",
                     *       "send_attribution": false
                     *     }
                     */
                    settings: {
                        [key: string]: unknown;
                    };
                    /** @description Whether it gets test leads, too. */
                    takes_test?: boolean;
                    /** @description For one try; null: as the installation says. */
                    timeout_ms?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedDestination"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestinationDetails"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        destination: components["schemas"]["Destination"];
                        /** @description What was still to be sent to it. */
                        waiting_deliveries: {
                            /** @description 1000: that many or more. */
                            count: number;
                            last_due_at: number | null;
                            what_happens: string;
                        };
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
                /** @description The ETag you read, or `*`. Without it the answer is 428. */
                "if-match"?: string;
            };
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    confirmation?: components["schemas"]["DestinationConfirmation"] & unknown;
                    /** @description While false its deliveries are `held`; then they are sent. */
                    enabled?: boolean;
                    /** @description Installations it receives from. */
                    environments?: ("development" | "production")[];
                    /** @description What it is told. `destination.…`, `delivery.…` and `workflow.…` tell people who look after destinations how they are, and of leads that did not arrive; these, and what happens to a lead besides (`lead.status_changed` and the like), are taken by kinds that people read and by webhooks. Whoever takes `lead.created` may take `lead.updated`, too: a person who is known, and not sent again, gave another e-mail address or phone number. It is the whole lead again as it now stands, with `is_duplicate` `yes` and the same `lead_public_id` and `lead_id`, so that a CRM can correct what it has. Without it such a correction is stored and not sent. */
                    event_types?: ("lead.created" | "lead.reengaged" | "lead.updated" | "lead.status_changed" | "lead.note_added" | "lead.replied" | "lead.crm_linked" | "lead.crm_activity" | "lead.returned" | "destination.down" | "destination.recovered" | "destination.disabled" | "delivery.dead_lettered" | "delivery.failing" | "delivery.recovered" | "delivery.unconfirmed" | "delivery.suspect" | "destination.capped" | "workflow.step_run")[];
                    /** @description So many different leads refused in a row, with none taken in between, hold up the rest: one is sent now and then to see whether it is taken. 0: never, for a receiver that refuses most of what it gets; null: 10. */
                    hold_after_refusals?: number | null;
                    limits?: components["schemas"]["DestinationLimits"] & unknown;
                    name?: string;
                    /** @description `default`, `quick`, or 1 to 20 waits such as `1s,30s,5m,2h`; null: as the installation says. */
                    retry_schedule?: string | null;
                    returns?: components["schemas"]["DestinationReturns"] & unknown;
                    /**
                     * @description Kept sealed and never shown again. make: `url`, the address of a custom webhook, as the scenario's first module shows it; `api_key`, what its `x-make-apikey` should be, where the webhook asks for one, or null; `send_attribution`, whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too; false unless set. webhook: `url`, the https address that takes a POST for each event; `signature`, how requests are signed: by Standard Webhooks, by HMAC-SHA256 of the body in hexadecimal, or not (standard, body_hmac, none); standard unless set; `secret`, what the receiver verifies signatures with: `whsec_` and 24 to 64 bytes in base64, for `body_hmac` any text of 16 characters or more; made and shown once where none is given, or null; `previous_secret`, the one that signs, too, until `previous_until`; a rotation sets it, or null; `previous_until`, when requests stop being signed with the secret before, too, in UTC; a rotation sets it, or null; `signature_header`, in which header `body_hmac` puts it: X-LeadsBot-Signature for a receiver made for LeadsBot; X-LeadRelay-Signature unless set; `header_name`, a header that its receiver asks for besides, such as Authorization, or null; `header_value`, the value of `header_name`, such as Bearer and a token, or null; `send_attribution`, whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too; false unless set; `answer_at`, where in the JSON answer a word tells what became of the lead; without it the words are looked for anywhere in the answer, or null; `accepted_when`, which of its words mean that it has the lead; where they are set, any other answer means refused unless `otherwise_means` says else, or null; `refused_when`, which of its words mean that it does not want the lead, or null; `duplicate_when`, which of its words mean that it had this person before, or null; `retry_when`, which of its words mean that it should be asked again, or null; `otherwise_means`, what a 2xx of none of these words means (accepted, refused, retry), or null; `reason_at`, where in the JSON answer it says why, or null; `reference_at`, where in the JSON answer it gives the lead an id of its own, or null. zapier: `url`, the address that the trigger Webhooks by Zapier, Catch Hook shows; `send_attribution`, whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too; false unless set. n8n: `url`, the production URL of the workflow's Webhook node, with /webhook/ in it; `header_name`, the name in the credential, where the node's authentication is Header Auth, or null; `header_value`, the value in that credential, or null; `send_attribution`, whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too; false unless set. hubspot: `service_key`, a service key, or the token of a private app, that may read and write contacts; it begins with `pat-`; `lead_id_field`, the field that you made there for our id of the lead, by which you find one here and there, or null; `custom_fields`, fields that you made there, each as `theirs=ours` with a field of ours as in docs/payload.md: `enquired_project=project_name`, or null. pipedrive: `address`, how the browser's address begins when you are signed in; `api_token`, the API token of the person who will own the leads, under Personal preferences, API; `note`, whether a note with all that is known is put to each lead, which costs a request more; true unless set; `lead_id_field`, the field that you made there for our id of the lead, by which you find one here and there, or null; `custom_fields`, fields that you made there, each as `theirs=ours` with a field of ours as in docs/payload.md: `9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d=project_name`, or null. zoho: `region`, what the address of your Zoho ends in when you are signed in: crm.zoho.in is `in` (com, in, eu, com.au, jp, ca, uk, sa, ae, com.cn); `client_id`, of a self client in the API console of that data centre; `client_secret`, what stands beside the client id; `refresh_token`, what the self client gives for a code with the scope ZohoCRM.modules.leads.ALL; it does not run out; `duplicate_check_fields`, API names of the fields by which Zoho looks for a lead to bring up to date, in order; `Email`, or `Phone` of somebody without one, unless set, or null; `lead_id_field`, the field that you made there for our id of the lead, by which you find one here and there, or null; `custom_fields`, fields that you made there, each as `theirs=ours` with a field of ours as in docs/payload.md: `Enquired_Project=project_name`, or null. google_sheets: `service_account`, the whole content of the JSON key file that Google Cloud hands out for a service account; the spreadsheet is shared with its `client_email`, as an editor; `spreadsheet`, its address in the browser, or the id in it; `sheet`, the name of the sheet inside it, as its tab at the bottom shows. slack: `url`, the address of an incoming webhook, which belongs to one channel, as the Slack app shows it. discord: `url`, the address of a webhook, as the channel's settings show it under Integrations; with `?thread_id=` behind it, messages go to that thread. telegram: `bot_token`, what @BotFather showed when the bot was made, a number, a colon and some 35 signs; `chat_id`, the number of the group, channel or person that the bot writes to, with its minus sign where it has one, or a public channel's @name; `topic_id`, of a group with topics, the number of the one to write in, or null. resend: `api_key`, a key with sending access, as the dashboard shows it once under API Keys; `from`, the sender, `leads@example.com` or `Leads <leads@example.com>`, at a domain that was set up there; `to`, the addresses of those of the team who are told of a lead; all of them see one another. postmark: `server_token`, a server's API token, as the server shows it under API Tokens; `from`, the sender, `leads@example.com` or `Leads <leads@example.com>`, at a domain that was set up there; `to`, the addresses of those of the team who are told of a lead; all of them see one another; `message_stream`, the id of the message stream to send in, `outbound` where none is named, or null. cloudflare_email: `from`, the sender, `leads@example.com` or `Leads <leads@example.com>`, at a domain that was set up there; `to`, the addresses of those of the team who are told of a lead; all of them see one another. twilio: `account_sid`, the account's SID, AC and 32 signs, as the console's first page shows it; `auth_token`, the account's auth token, as the console's first page shows it; `from`, a number of the account with its country's code, `+15005550006`, or the SID of a messaging service, MG and 32 signs; `to`, the mobile number of whoever is told of a lead, with its country's code. salesforce: `instance`, your My Domain, as Setup, My Domain shows it: `https://yourcompany.my.salesforce.com`; `client_id`, of a connected app, or external client app, in that Salesforce; `client_secret`, what stands beside the consumer key; `refresh_token`, of whoever the leads should come from, where the app does not run by its client credentials, or null; `external_id_field`, the API name of the Lead field that you made for our id: of type text, marked as External ID and Unique; LeadRelay_Id__c unless set; `company`, what stands there of somebody of whom it is not known: Salesforce takes no Lead without one; - unless set; `allow_duplicates`, whether a Lead is made although a duplicate rule that only warns finds the person; false unless set; `custom_fields`, fields that you made there, each as `theirs=ours` with a field of ours as in docs/payload.md: `Enquired_Project__c=project_name`, or null; `api_version`, of Salesforce's REST API, as `v65.0`; v65.0 unless set. gohighlevel: `token`, of a private integration of that sub-account, with the scopes View and Edit Contacts; it begins with `pit-`; `location_id`, of the sub-account, as Settings, Business Profile shows it and its address does behind `/location/`; `tags`, what every contact is tagged with; those that it has stay, or null; `custom_fields`, fields that you made there, each as `theirs=ours` with a field of ours as in docs/payload.md: `enquired_project=project_name`, or null. lead_reply: `via`, what sends it: an e-mail by Resend or Postmark, or an SMS by Twilio (resend, postmark, twilio); `api_key`, Resend's API key, a Postmark server's token, or the Twilio account's auth token; `account_sid`, for Twilio only: the account's SID, AC and 32 signs, or null; `from`, whom it comes from: `Asha of Lakeside <asha@example.com>` at a domain that was set up there, or a Twilio number such as +15005550006 or a messaging service's SID; `reply_to`, for e-mail only: the address that an answer goes to, where it is another than From, or null; `subject`, for e-mail only: a template such as `Thank you, {{ first_name | default: 'and welcome' }}`, or null; `body`, what the person reads, a template over several lines: `Hello {{ first_name | default: 'there' }}, …`; names are those of the payload, and what looks like a link in them is left out; `most_suspicion`, a lead that is more suspicious than this, of 100, gets no reply; `test_to`, the address or number of yours that `destination test` writes to, or null. meta_conversions: `dataset`, the dataset's id, a number, as Events Manager shows it under its name; `access_token`, made in Events Manager under Settings, Conversions API, Generate access token; `conversions`, stages of the client's pipeline, or outcomes that the CRM tells, each as `stage=event`: `won=Converted Lead`; other stages are not told; `currency`, of the values that the CRM tells, three letters; without it no value is sent, or null; `test_event_code`, as Events Manager shows it under Test events: what is sent with it changes nothing; tests need one, or null; `api_version`, `v26.0`, say, where Meta has retired the one that is asked; v26.0 unless set. google_conversions: `service_account`, the whole content of the JSON key file that Google Cloud hands out for a service account; its `client_email` is a user of the Google Ads account; `customer`, the account whose conversions they are, ten digits at the top of Google Ads; `manager`, where the service account is a user of a manager account, and not of that one itself, or null; `conversions`, stages of the client's pipeline, or outcomes that the CRM tells, each as `stage=conversion action`: `won=1234567890`; other stages are not told; `currency`, of the values that the CRM tells, three letters; without it no value is sent, or null.
                     * @example {
                     *       "url": "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12",
                     *       "api_key": "make-key-0123456789",
                     *       "send_attribution": false
                     *     }
                     */
                    settings?: {
                        [key: string]: unknown;
                    };
                    /** @description Whether it gets test leads, too. */
                    takes_test?: boolean;
                    /** @description For one try; null: as the installation says. */
                    timeout_ms?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedDestination"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Response rules over those it has (`answer_at`, `refused_when` and so on); null takes one away. Left out: those it has.
                     * @default {}
                     * @example {
                     *       "answer_at": "result",
                     *       "duplicate_when": [
                     *         "duplicate"
                     *       ]
                     *     }
                     */
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswersPreview"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLeadFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LeadField"][];
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Of how many of the client's last leads it is counted whether they pass.
                     * @default 0
                     */
                    last?: number;
                    /** @description A lead, or a submission. Left out: the sample. */
                    lead_id?: string;
                    /** @description One that is not saved; null: none. Left out: the one it has. */
                    shape?: {
                        /**
                         * @description Which leads go there: simple words (`country is IN and fields.budget is at least 5000`), or a MongoDB-style condition (`{"country": {"$in": ["IN", "AE"]}}`) of `$and $or $nor $not $eq $ne $in $nin $gt $gte $lt $lte $contains $exists`. null: all.
                         * @example {
                         *       "country": "IN"
                         *     }
                         */
                        filter?: string | {
                            [key: string]: unknown;
                        } | null;
                        /** @description How a lead is written for it; null: as its kind writes it. */
                        mapping?: {
                            /**
                             * @description Whether the receiver gets these rows alone, or beside all that it gets otherwise.
                             * @default false
                             */
                            only?: boolean;
                            rows: {
                                constant?: string | number | boolean | null;
                                /** @description Where the lead says nothing of it. */
                                default?: string | number | boolean | null;
                                /** @description A field of the lead as in docs/mapping.md, or one that the form sends: `fields.budget`. */
                                field?: string;
                                /** @description Where it stands: a name, or a path such as `contact.phones.0.value`; a dot within a name is `\.`. */
                                target: string;
                                /** @description Liquid: `{{ first_name }} from {{ user_city }}`. No loops. */
                                template?: string;
                            }[];
                        } | null;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestinationPreview"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateDestinationSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 0 to 30 days; a day unless said.
                     * @default 86400
                     */
                    overlap_seconds?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestinationWithSecret"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDestinationShape: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownShape"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDestinationShape: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that this is made from, as it was read. Where another is in force by now it is refused (412), and nothing is written over. Left out: whichever is in force. */
                    based_on?: number;
                    /**
                     * @description Which leads go there: simple words (`country is IN and fields.budget is at least 5000`), or a MongoDB-style condition (`{"country": {"$in": ["IN", "AE"]}}`) of `$and $or $nor $not $eq $ne $in $nin $gt $gte $lt $lte $contains $exists`. null: all.
                     * @example {
                     *       "country": "IN"
                     *     }
                     */
                    filter?: string | {
                        [key: string]: unknown;
                    } | null;
                    /** @description How a lead is written for it; null: as its kind writes it. */
                    mapping?: {
                        /**
                         * @description Whether the receiver gets these rows alone, or beside all that it gets otherwise.
                         * @default false
                         */
                        only?: boolean;
                        rows: {
                            constant?: string | number | boolean | null;
                            /** @description Where the lead says nothing of it. */
                            default?: string | number | boolean | null;
                            /** @description A field of the lead as in docs/mapping.md, or one that the form sends: `fields.budget`. */
                            field?: string;
                            /** @description Where it stands: a name, or a path such as `contact.phones.0.value`; a dot within a name is `\.`. */
                            target: string;
                            /** @description Liquid: `{{ first_name }} from {{ user_city }}`. No loops. */
                            template?: string;
                        }[];
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownShape"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoDestinationShape: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that this is made from, as it was read. Where another is in force by now it is refused (412), and nothing is written over. Left out: whichever is in force. */
                    based_on?: number;
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownShape"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestinationTest"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                form_id?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description Submitted then or later. Milliseconds UTC. */
                since?: number | null;
                type?: "lead.created" | "lead.reengaged" | "lead.updated";
                /** @description Submitted before. Milliseconds UTC. */
                until?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFormActivity: {
        parameters: {
            query?: {
                client_id?: string;
                form_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormActivity"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listForms: {
        parameters: {
            query?: {
                /** @description Of this client only. */
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description `true`: deleted ones too. */
                deleted?: "true" | "false";
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Form"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Hosts a submission may come from and be redirected to; `*.example.com` covers every subdomain, no port means any. Empty: posts are taken from anywhere, and none is a redirect target.
                     * @example [
                     *       "example.com",
                     *       "*.example.com"
                     *     ]
                     */
                    allowed_hosts?: string[];
                    /**
                     * @deprecated
                     * @description The older spelling of `honeypot_mode`, which counts where both are given: true is `log`, false is `off`.
                     */
                    bot_detection?: boolean | null;
                    client_id: string;
                    /**
                     * @description Where phone numbers without a country code are from; null: as the client says.
                     * @example IN
                     */
                    default_region?: string | null;
                    /** @description null: as the installation says. */
                    duplicate_window_minutes?: number | null;
                    /**
                     * @description The form's own field names → ours, beside the built-in ones (docs/fields.md). What is sent is the whole mapping: an entry that is not in it is taken away.
                     * @example {
                     *       "kontakt": "email"
                     *     }
                     */
                    field_mapping?: {
                        [key: string]: string;
                    };
                    /** @description Made up when not given. No two forms ever have the same. */
                    form_key?: string;
                    /**
                     * @description What becomes of a submission with a filled honeypot. `log`: dropped, and answered like any other; `quarantine`: kept apart for 30 days, and sent only when it is released; `off`: sent as a bot's; null: as the installation says.
                     * @enum {string|null}
                     */
                    honeypot_mode?: "log" | "quarantine" | "off" | null;
                    /** @description Whether somebody who says another e-mail, phone or name than the person they were found as is a new lead; false: whoever has the same browser, e-mail or phone is the same person; null: as the installation says. */
                    identity_guard?: boolean | null;
                    name: string;
                    redirect_status?: 301 | 302 | 303;
                    /** @enum {string} */
                    reengage_basis?: "last_submission" | "last_send";
                    /** @description 0 turns it off; null: as the installation says. */
                    reengage_hours?: number | null;
                    /** @description Where people go after a submission. The form's own choice, so its host need not be allowed. */
                    thank_you_url?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                form_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                form_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
                /** @description The ETag you read, or `*`. Without it the answer is 428. */
                "if-match"?: string;
            };
            path: {
                form_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Hosts a submission may come from and be redirected to; `*.example.com` covers every subdomain, no port means any. Empty: posts are taken from anywhere, and none is a redirect target.
                     * @example [
                     *       "example.com",
                     *       "*.example.com"
                     *     ]
                     */
                    allowed_hosts?: string[];
                    /**
                     * @deprecated
                     * @description The older spelling of `honeypot_mode`, which counts where both are given: true is `log`, false is `off`.
                     */
                    bot_detection?: boolean | null;
                    /**
                     * @description Where phone numbers without a country code are from; null: as the client says.
                     * @example IN
                     */
                    default_region?: string | null;
                    /** @description null: as the installation says. */
                    duplicate_window_minutes?: number | null;
                    /**
                     * @description The form's own field names → ours, beside the built-in ones (docs/fields.md). What is sent is the whole mapping: an entry that is not in it is taken away.
                     * @example {
                     *       "kontakt": "email"
                     *     }
                     */
                    field_mapping?: {
                        [key: string]: string;
                    };
                    /**
                     * @description What becomes of a submission with a filled honeypot. `log`: dropped, and answered like any other; `quarantine`: kept apart for 30 days, and sent only when it is released; `off`: sent as a bot's; null: as the installation says.
                     * @enum {string|null}
                     */
                    honeypot_mode?: "log" | "quarantine" | "off" | null;
                    hosted_page?: components["schemas"]["HostedPage"];
                    /** @description Whether somebody who says another e-mail, phone or name than the person they were found as is a new lead; false: whoever has the same browser, e-mail or phone is the same person; null: as the installation says. */
                    identity_guard?: boolean | null;
                    name?: string;
                    redirect_status?: 301 | 302 | 303;
                    /** @enum {string} */
                    reengage_basis?: "last_submission" | "last_send";
                    /** @description 0 turns it off; null: as the installation says. */
                    reengage_hours?: number | null;
                    /** @description Where people go after a submission. The form's own choice, so its host need not be allowed. */
                    thank_you_url?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                form_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The form's own field names → ours, beside the built-in ones (docs/fields.md). What is sent is the whole mapping: an entry that is not in it is taken away.
                     * @example {
                     *       "kontakt": "email"
                     *     }
                     */
                    field_mapping: {
                        [key: string]: string;
                    };
                    /** @default 20 */
                    last?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingPreview"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                form_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoredForm"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSeenFields: {
        parameters: {
            query?: {
                last?: number;
            };
            header?: never;
            path: {
                form_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeenFields"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description When today began where it is looked at, milliseconds UTC; not said: at midnight UTC. */
                since?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agency_id: string;
                    /** @default [] */
                    client_ids?: string[];
                    /**
                     * Format: email
                     * @example asha@example.com
                     */
                    email: string;
                    /**
                     * @description `agency_owner`: everything, on every client of the agency. `agency_operator`: works for the clients named. `client_admin`: runs its own client. `client_viewer`: sees it, contact details masked.
                     * @enum {string}
                     */
                    role: "agency_owner" | "agency_operator" | "client_admin" | "client_viewer";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitation: components["schemas"]["Invitation"];
                        /**
                         * Format: uri
                         * @description Shown once. Who has it may accept.
                         */
                        link: string;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    password?: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedInvitation"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLeads: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                email?: string;
                /** @description It is written into a file of this form: the audit log of each client that is in it has an entry, whoever asks, to which further pages add. `next_cursor` is then good for a day, and for you. */
                export?: "csv" | "ndjson";
                form_id?: string;
                is_test?: "true" | "false";
                /** @description How many at most. */
                limit?: number;
                name?: string;
                phone?: string;
                project?: string;
                /** @description An e-mail address (with its @), a phone number, or a name: whole, or how it begins. What is exactly so comes first. */
                q?: string;
                /** @description First submitted then or later. Milliseconds UTC. */
                since?: number | null;
                /** @description By when leads came first (`newest`, the default, and `oldest`), when they were last seen, the latest first, or the first word of their name (who left none is not in that list). Not in a search, and not with `stands`. */
                sort?: "newest" | "oldest" | "last_seen" | "name";
                /** @description Something of it does: `undelivered` is what died, is held or waits, `unconfirmed` what was taken and never confirmed as it must be; of `unsent` a submission, of the others a delivery. Not in a search. */
                stands?: "undelivered" | "waiting" | "held" | "dead" | "delivered" | "unconfirmed" | "unsent";
                /** @description A stage of the client's own pipeline. */
                status?: string;
                /** @description With this suspicion score or more. */
                suspicion_from?: number | null;
                /** @description With this suspicion score or less. */
                suspicion_to?: number | null;
                /** @description First submitted before. Milliseconds UTC. */
                until?: number | null;
                utm_campaign?: string;
                utm_content?: string;
                utm_medium?: string;
                /** @description Came so the first time or the latest; in any case of letters. The other `utm_` then say more of that time. */
                utm_source?: string;
                utm_term?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedLead"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadDetails"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                lead_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One of the client's stages. */
                    status: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLeadEvents: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path: {
                lead_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                lead_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planSplit: {
        parameters: {
            query: {
                /** @description By commas. */
                submission_ids: string;
            };
            header?: never;
            path: {
                lead_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Split"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    splitLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                lead_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of this lead, but not all of it, and not its first. */
                    submission_ids: string[];
                    /** @description The plan's: it is done only as planned. */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Split"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeadTimeline: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path: {
                lead_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Step"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchLeads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    client_id?: string;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                    email?: string;
                    /**
                     * @description It is written into a file of this form: the audit log of each client that is in it has an entry, whoever asks, to which further pages add. `next_cursor` is then good for a day, and for you.
                     * @enum {string}
                     */
                    export?: "csv" | "ndjson";
                    form_id?: string;
                    /** @enum {string} */
                    is_test?: "true" | "false";
                    /**
                     * @description How many at most.
                     * @default 50
                     */
                    limit?: number;
                    name?: string;
                    phone?: string;
                    project?: string;
                    /** @description An e-mail address (with its @), a phone number, or a name: whole, or how it begins. What is exactly so comes first. */
                    q?: string;
                    /** @description First submitted then or later. Milliseconds UTC. */
                    since?: number | null;
                    /**
                     * @description By when leads came first (`newest`, the default, and `oldest`), when they were last seen, the latest first, or the first word of their name (who left none is not in that list). Not in a search, and not with `stands`.
                     * @enum {string}
                     */
                    sort?: "newest" | "oldest" | "last_seen" | "name";
                    /**
                     * @description Something of it does: `undelivered` is what died, is held or waits, `unconfirmed` what was taken and never confirmed as it must be; of `unsent` a submission, of the others a delivery. Not in a search.
                     * @enum {string}
                     */
                    stands?: "undelivered" | "waiting" | "held" | "dead" | "delivered" | "unconfirmed" | "unsent";
                    /** @description A stage of the client's own pipeline. */
                    status?: string;
                    /** @description With this suspicion score or more. */
                    suspicion_from?: number | null;
                    /** @description With this suspicion score or less. */
                    suspicion_to?: number | null;
                    /** @description First submitted before. Milliseconds UTC. */
                    until?: number | null;
                    utm_campaign?: string;
                    utm_content?: string;
                    utm_medium?: string;
                    /** @description Came so the first time or the latest; in any case of letters. The other `utm_` then say more of that time. */
                    utm_source?: string;
                    utm_term?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedLead"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["You"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOperators: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Membership"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOperator: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                operator_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Keys they made, where they manage keys no more, that are good still: a machine does not stop when a person leaves. They may know the secrets, so rotate or revoke each. */
                        access_keys: components["schemas"]["AccessKey"][];
                        /** @description How many roles were taken away. */
                        removed: number;
                        /** @description How many open invitations of theirs ended, because they could not issue them any more. */
                        revoked_invitations: number;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setOperatorRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                operator_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agency_id: string;
                    /** @default [] */
                    client_ids?: string[];
                    /**
                     * @description `agency_owner`: everything, on every client of the agency. `agency_operator`: works for the clients named. `client_admin`: runs its own client. `client_viewer`: sees it, contact details masked.
                     * @enum {string}
                     */
                    role: "agency_owner" | "agency_operator" | "client_admin" | "client_viewer";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Keys they made, where they manage keys no more, that are good still: a machine does not stop when a person leaves. They may know the secrets, so rotate or revoke each. */
                        access_keys: components["schemas"]["AccessKey"][];
                        memberships: components["schemas"]["Membership"][];
                        /** @description How many open invitations of theirs ended, because they could not issue them any more. */
                        revoked_invitations: number;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutageSummaries: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OutageSummary"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expires_at: number;
                        /**
                         * Format: uri
                         * @description Shown once.
                         */
                        link: string;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQueueStatus: {
        parameters: {
            query?: {
                client_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReplays: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Replay"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter: components["schemas"]["ReplayFilter"];
                    /** @description Requests a second at each destination; null: as fast as they go. Absent: what the receivers take. */
                    per_second?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                replay_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayStanding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                replay_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayStanding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                replay_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    continuePlanning: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                replay_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoutes: {
        parameters: {
            query?: {
                /** @description Of this client only. */
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description `true`: deleted ones too. */
                deleted?: "true" | "false";
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Route"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    client_id: string;
                    /** @description Destinations of the client, in order. A destination is in one route at most. */
                    members: {
                        /**
                         * @description Which leads it may get: a condition such as `{"country": "IN"}`, or the same in words, `country is IN`; null: every one.
                         * @example country is IN and fields.budget is at least 5000
                         */
                        conditions?: string | {
                            [key: string]: unknown;
                        } | null;
                        destination_id: string;
                        /** @description Its share beside the others', in `weighted`: 40 beside 60 are 40 %. 0: it gets only what another cannot take. Not said: 1. */
                        weight?: number;
                    }[];
                    /**
                     * @description `all`: each member gets every lead. `first_accepting`: the first in order, and the next where it refuses, has the person already or cannot be reached. `round_robin`: each in turn. `weighted`: by their weights.
                     * @enum {string}
                     */
                    mode: "all" | "first_accepting" | "round_robin" | "weighted";
                    name: string;
                    /**
                     * @description What waits at a member for longer goes on to the next that takes leads then: where it is off, down, full or out of hours, and where it is only slow. null: it waits as long as it takes. Not for `all`, whose every member has the lead.
                     * @example 30
                     */
                    overflow_minutes?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Route"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRoute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                route_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteDetails"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                route_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        route: components["schemas"]["Route"];
                        what_happens: string;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
                /** @description The ETag you read, or `*`. Without it the answer is 428. */
                "if-match"?: string;
            };
            path: {
                route_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Destinations of the client, in order. A destination is in one route at most. */
                    members?: {
                        /**
                         * @description Which leads it may get: a condition such as `{"country": "IN"}`, or the same in words, `country is IN`; null: every one.
                         * @example country is IN and fields.budget is at least 5000
                         */
                        conditions?: string | {
                            [key: string]: unknown;
                        } | null;
                        destination_id: string;
                        /** @description Its share beside the others', in `weighted`: 40 beside 60 are 40 %. 0: it gets only what another cannot take. Not said: 1. */
                        weight?: number;
                    }[];
                    /**
                     * @description `all`: each member gets every lead. `first_accepting`: the first in order, and the next where it refuses, has the person already or cannot be reached. `round_robin`: each in turn. `weighted`: by their weights.
                     * @enum {string}
                     */
                    mode?: "all" | "first_accepting" | "round_robin" | "weighted";
                    name?: string;
                    /**
                     * @description What waits at a member for longer goes on to the next that takes leads then: where it is off, down, full or out of hours, and where it is only slow. null: it waits as long as it takes. Not for `all`, whose every member has the lead.
                     * @example 30
                     */
                    overflow_minutes?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Route"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRoute: {
        parameters: {
            query?: {
                /** @description How many of the last submissions are looked at. */
                leads?: number;
            };
            header?: never;
            path: {
                route_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutePreview"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSavedViews: {
        parameters: {
            query?: {
                /** @description Of this client only. */
                client_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SavedView"][];
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSavedView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where no client is named: share it with the people of this agency. */
                    agency_id?: string;
                    /** @description Share it with those who see this client's leads. */
                    client_id?: string;
                    is_shared: boolean;
                    name: string;
                    view: components["schemas"]["LeadView"];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSavedView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSavedView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where no client is named: share it with the people of this agency. */
                    agency_id?: string;
                    /** @description Share it with those who see this client's leads. */
                    client_id?: string;
                    /** @description Absent: as it is shared now. */
                    is_shared?: boolean;
                    name?: string;
                    view?: components["schemas"]["LeadView"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSourceKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether this installation has the INTAKE_MASTER_KEY that sources are sealed with. */
                        is_ready: boolean;
                        items: components["schemas"]["SourceKind"][];
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description Of this client only. */
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description `true`: deleted ones too. */
                deleted?: "true" | "false";
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedSource"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default true */
                    enabled?: boolean;
                    form_id: string;
                    /** @enum {string} */
                    kind: "signed" | "generic" | "google_ads" | "indiamart" | "justdial";
                    name: string;
                    /**
                     * @description Kept sealed and never shown again. signed: `secret`, what the server signs with, `lrs_` and 43 signs; made here where none is given. generic: `preset`, what sends the posts; none for any other: then the form's own mapping reads them, by path where they are nested (none, typeform, jotform, elementor, webflow, gravity_forms, contact_form_7, calendly); `signing_secret`, what the tool signs with; where it is set, nothing unsigned is taken. Typeform, Webflow and Calendly sign, or null; `key_path`, where the post has an id of its own, such as data.id: the same id again is the same lead. The presets know theirs, or null. google_ads: `google_key`, the key that the lead form is given beside the webhook's address; made here where none is given. indiamart: . justdial: `answer`, the word that JustDial waits for, where your account was told another one; SUCCESS unless set.
                     * @default {}
                     * @example {}
                     */
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceWithSecrets"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceDetails"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
                /** @description The ETag you read, or `*`. Without it the answer is 428. */
                "if-match"?: string;
            };
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled?: boolean;
                    /** @description Of the same client. */
                    form_id?: string;
                    name?: string;
                    /**
                     * @description Kept sealed and never shown again. signed: `secret`, what the server signs with, `lrs_` and 43 signs; made here where none is given. generic: `preset`, what sends the posts; none for any other: then the form's own mapping reads them, by path where they are nested (none, typeform, jotform, elementor, webflow, gravity_forms, contact_form_7, calendly); `signing_secret`, what the tool signs with; where it is set, nothing unsigned is taken. Typeform, Webflow and Calendly sign, or null; `key_path`, where the post has an id of its own, such as data.id: the same id again is the same lead. The presets know theirs, or null. google_ads: `google_key`, the key that the lead form is given beside the webhook's address; made here where none is given. indiamart: . justdial: `answer`, the word that JustDial waits for, where your account was told another one; SUCCESS unless set.
                     * @example {}
                     */
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then. */
                "idempotency-key"?: string;
            };
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 0 to 30 days; a day unless said.
                     * @default 86400
                     */
                    overlap_seconds?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceWithSecrets"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatistics: {
        parameters: {
            query?: {
                client_id?: string;
                form_id?: string;
                from?: string;
                /** @description By destination there are deliveries and outcomes only, outcomes of which nobody said whose they are under null; by source and campaign (utm_source and utm_campaign, in small letters) submissions only, of all forms, since they are counted. */
                group_by?: "client" | "form" | "destination" | "source" | "campaign";
                /** @description Included. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubmissions: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                form_id?: string;
                /** @description How many at most. */
                limit?: number;
                outcome?: "new_lead" | "duplicate" | "reengaged" | "test";
                /** @description Submitted then or later. Milliseconds UTC. */
                since?: number | null;
                /** @description Submitted before. Milliseconds UTC. */
                until?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Submission"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetails"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnmatchedCallbacks: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnmatchedCallback"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnsent: {
        parameters: {
            query?: {
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                form_id?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description By this rule; `duplicate` stands for its three. */
                rule?: "duplicate_window" | "reengage_wait" | "reengage_off" | "test" | "filtered" | "no_destination" | "blocked" | "quarantined" | "duplicate";
                /** @description Submitted then or later. Milliseconds UTC. */
                since?: number | null;
                /** @description Submitted before. Milliseconds UTC. */
                until?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnsentSubmission"][];
                        /** @description Where the list goes on; null at its end. A short page may have one. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUnsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnsentSubmissionDetails"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whereIsMyLead: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhereIsMyLead"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askWhereIsMyLead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example asha@example.com */
                    q: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhereIsMyLead"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not permitted to do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something in it is not as it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tries */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
