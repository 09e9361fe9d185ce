-- Operators, their sessions, passwords and second factors, and the counters of rate limits: the tables of better-auth 1.6.34, as its
-- own `compileMigrations()` writes them for packages/admin-api/src/sign-in/auth-options.ts. A test compiles them anew and compares.
-- Not as in our other tables: the library keeps times as ISO 8601 text in UTC. Only rate_limits.last_request is in milliseconds.

create table "operators" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "email_verified" integer not null,
  "image" text,
  "created_at" date not null,
  "updated_at" date not null,
  "two_factor_enabled" integer
);

create table "operator_sessions" (
  "id" text not null primary key,
  "expires_at" date not null,
  "token" text not null unique,
  "created_at" date not null,
  "updated_at" date not null,
  "ip_address" text,
  "user_agent" text,
  "operator_id" text not null references "operators" ("id") on delete cascade
);

create table "operator_accounts" (
  "id" text not null primary key,
  "account_id" text not null,
  "provider_id" text not null,
  "operator_id" text not null references "operators" ("id") on delete cascade,
  "access_token" text,
  "refresh_token" text,
  "id_token" text,
  "access_token_expires_at" date,
  "refresh_token_expires_at" date,
  "scope" text,
  "password" text,
  "created_at" date not null,
  "updated_at" date not null
);

create table "operator_verifications" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expires_at" date not null,
  "created_at" date not null,
  "updated_at" date not null
);

create table "operator_two_factors" (
  "id" text not null primary key,
  "secret" text not null,
  "backup_codes" text not null,
  "operator_id" text not null references "operators" ("id") on delete cascade,
  "verified" integer,
  "failed_verification_count" integer,
  "locked_until" date
);

create table "rate_limits" (
  "id" text not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "last_request" bigint not null
);

create index "operator_sessions_operator_id_idx" on "operator_sessions" ("operator_id");
create index "operator_accounts_operator_id_idx" on "operator_accounts" ("operator_id");
create index "operator_verifications_identifier_idx" on "operator_verifications" ("identifier");
create index "operator_two_factors_secret_idx" on "operator_two_factors" ("secret");
create index "operator_two_factors_operator_id_idx" on "operator_two_factors" ("operator_id");

-- Ours: the library and the rate limits remove what ran out by these columns.
create index "operator_verifications_expires_at_idx" on "operator_verifications" ("expires_at");
create index "rate_limits_last_request_idx" on "rate_limits" ("last_request");
