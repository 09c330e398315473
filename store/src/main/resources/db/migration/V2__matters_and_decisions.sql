-- Columns ending in _sealed are AES-256-GCM under the key of their matter; see Vault.

-- Proves at start that the master key at hand is the one this data was sealed with.
create table master_key_check (
  only_row boolean primary key default true check (only_row),
  check_sealed bytea not null,
  created_at timestamptz not null
);

-- One data key a matter, wrapped by the master key. Deleting the row erases the matter.
create table subject_key (
  subject text primary key,
  key_wrapped bytea not null,
  created_at timestamptz not null
);

create table matter (
  id text primary key check (id ~ '^M-[0-9A-HJKMNP-TV-Z]{8}$'),
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  owner text not null references person (id),
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  verdict text check (verdict in ('red', 'amber', 'green', 'unknown')),
  title_sealed bytea,
  payload_sealed bytea,
  erased_at timestamptz,
  check (updated_at >= opened_at),
  check ((erased_at is null) = (payload_sealed is not null)),
  check ((erased_at is null) = (title_sealed is not null))
);
create index matter_of_owner on matter (owner, updated_at desc, id);

create table decision (
  id text primary key check (id ~ '^D-[0-9A-HJKMNP-TV-Z]{8}$'),
  matter text not null references matter (id),
  decided_at timestamptz not null,
  decided_for timestamptz not null,
  verdict text not null check (verdict in ('red', 'amber', 'green', 'unknown')),
  pack_id text not null check (pack_id ~ '^[a-z0-9][a-z0-9/-]{0,79}$'),
  pack_version text not null check (pack_version ~ '^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$'),
  pack_digest text not null check (pack_digest ~ '^[0-9a-f]{64}$'),
  inputs_digest text not null check (inputs_digest ~ '^[0-9a-f]{64}$'),
  payload_sealed bytea,
  -- Two decisions can fall on one instant, and a clock can be set back: the order is that of keeping.
  kept_as bigint generated always as identity unique
);
create index decision_of_matter on decision (matter, kept_as desc);

-- What the evidence log will take up. Commitments only: nothing here tells anything of a person.
create table evidence_pending (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('decision', 'matter-erased')),
  subject text not null,
  commitment bytea not null check (octet_length(commitment) = 32),
  created_at timestamptz not null,
  unique (kind, subject)
);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null check (length(actor) between 1 and 80),
  action text not null check (action ~ '^[a-z][a-z0-9:-]{0,59}$'),
  subject text not null check (length(subject) between 1 and 80)
);
create index audit_of_subject on audit (subject, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op
    using errcode = 'integrity_constraint_violation';
end $$;

-- The one change a decision allows: its payload may go, once the key that opens it is gone.
create function allow_only_erasure() returns trigger language plpgsql as $$
declare
  kept decision;
begin
  kept := old;
  kept.payload_sealed := null;
  if new is distinct from kept
      or exists (select 1 from subject_key where subject = old.matter) then
    raise exception 'decision is append-only: UPDATE refused'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger decision_append_only before delete or truncate on decision
  for each statement execute function refuse_change();
create trigger decision_only_erasure before update on decision
  for each row execute function allow_only_erasure();
create trigger evidence_pending_append_only before update or delete or truncate on evidence_pending
  for each statement execute function refuse_change();
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();

-- A decision without its evidence row cannot be committed, whatever program writes it.
create function require_evidence() returns trigger language plpgsql as $$
begin
  if not exists (
      select 1 from evidence_pending where kind = 'decision' and subject = new.id) then
    raise exception 'decision % has no evidence row', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

create constraint trigger decision_has_evidence after insert on decision
  deferrable initially deferred
  for each row execute function require_evidence();
