-- Keys lie outside the database; what is held, what is sealed until when, and proofs of erasing.

-- A row says that a matter can be opened and with which key of the key store. The key itself was
-- here before: Vault moves it out at the first start and empties key_wrapped.
alter table subject_key
  add column key_id text unique check (key_id ~ '^[0-9a-f]{32}$'),
  alter column key_wrapped drop not null,
  add constraint subject_key_one_place check ((key_id is null) = (key_wrapped is not null));

-- What was done to a matter as a whole, in words without a person's: erased, sealed, held, let go.
-- The salt is kept, so that each can be proven from the log: sha256(salt || payload) is the leaf's.
create table deed (
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  subject text not null check (length(subject) between 1 and 80),
  at timestamptz not null,
  payload text not null check (length(payload) <= 2000),
  salt bytea not null check (octet_length(salt) = 32),
  primary key (kind, subject)
);

create table erasure (
  matter text primary key references matter (id),
  key_id text not null unique check (key_id ~ '^[0-9a-f]{32}$'),
  basis text not null check (basis in ('asked', 'term-ended', 'restored')),
  erased_by text not null check (length(erased_by) between 1 and 80),
  erased_at timestamptz not null
);

-- Erasing was asked while a statutory term runs: storage only, until the day it ends.
create table matter_seal (
  matter text primary key references matter (id),
  sealed_at timestamptz not null,
  sealed_by text not null check (length(sealed_by) between 1 and 80),
  until timestamptz not null,
  rule text not null check (rule ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
  check (until > sealed_at)
);
create index matter_seal_until on matter_seal (until);

-- Several holds may lie on one matter; it is free when the last is lifted.
create table legal_hold (
  id text primary key check (id ~ '^H-[0-9A-HJKMNP-TV-Z]{8}$'),
  matter text not null references matter (id),
  reason text not null check (reason in ('court', 'police', 'regulator', 'dispute')),
  set_by text not null references person (id),
  set_at timestamptz not null,
  kept_as bigint generated always as identity unique
);
create index legal_hold_of_matter on legal_hold (matter, kept_as);
create table legal_hold_lift (
  hold text primary key references legal_hold (id),
  lifted_by text not null references person (id),
  lifted_at timestamptz not null
);

create function is_held(wanted text) returns boolean language sql stable as $$
  select exists (
    select 1 from legal_hold
    where matter = wanted
      and not exists (select 1 from legal_hold_lift where hold = legal_hold.id))
$$;

create function refuse_while_held() returns trigger language plpgsql as $$
declare
  subject_of text;
begin
  subject_of := to_jsonb(old) ->> tg_argv[0];
  if is_held(subject_of) then
    raise exception '% of % is under a legal hold: % refused', tg_table_name, subject_of, tg_op
      using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;

-- Without its row in subject_key nothing of a matter may be emptied: the triggers of decisions and
-- documents ask for that row. So the hold on this one row covers them all.
create trigger subject_key_held before delete on subject_key
  for each row execute function refuse_while_held('subject');
create trigger matter_held before update on matter
  for each row
  when (old.payload_sealed is not null
    and (new.payload_sealed is null or new.title_sealed is null or new.id <> old.id))
  execute function refuse_while_held('id');
create trigger friend_link_held before update on friend_link
  for each row
  when ((old.label_sealed is not null and new.label_sealed is null)
    or (old.note_sealed is not null and new.note_sealed is null) or new.matter <> old.matter)
  execute function refuse_while_held('matter');
create trigger friend_link_stays before delete or truncate on friend_link
  for each statement execute function refuse_change();
create trigger matter_stays before delete or truncate on matter
  for each statement execute function refuse_change();

-- A key is named once; the one change is that a key from before leaves this table.
create function keep_key_name() returns trigger language plpgsql as $$
begin
  if old.key_id is not null or new.key_id is null or new.key_wrapped is not null
      or (new.subject, new.created_at) is distinct from (old.subject, old.created_at) then
    raise exception 'subject_key is written once: UPDATE refused'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger subject_key_written_once before update on subject_key
  for each row execute function keep_key_name();
create trigger subject_key_not_all before truncate on subject_key
  for each statement execute function refuse_change();

-- No key goes without its erasure, the erasure is in the log, and no term runs any more.
create function require_erasure() returns trigger language plpgsql as $$
begin
  if not exists (
      select 1 from erasure
      join evidence_pending on kind = 'matter-erased' and subject = matter
      where matter = old.subject and key_id = old.key_id) then
    raise exception 'the key of % goes without an erasure in the log', old.subject
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger subject_key_has_erasure after delete on subject_key
  deferrable initially deferred
  for each row execute function require_erasure();

create function refuse_before_term() returns trigger language plpgsql as $$
begin
  if new.basis <> 'restored'
      and exists (
        select 1 from matter_seal where matter = new.matter and until > new.erased_at) then
    raise exception 'matter % is sealed until its term ends', new.matter
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger erasure_after_term before insert on erasure
  for each row execute function refuse_before_term();

create function allow_only_longer() returns trigger language plpgsql as $$
begin
  if new.until <= old.until or (new.matter, new.sealed_at, new.sealed_by)
      is distinct from (old.matter, old.sealed_at, old.sealed_by) then
    raise exception 'matter_seal only grows longer: UPDATE refused'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger matter_seal_grows before update on matter_seal
  for each row execute function allow_only_longer();
create trigger matter_seal_append_only before delete or truncate on matter_seal
  for each statement execute function refuse_change();
create trigger deed_append_only before update or delete or truncate on deed
  for each statement execute function refuse_change();
create trigger erasure_append_only before update or delete or truncate on erasure
  for each statement execute function refuse_change();
create trigger legal_hold_append_only before update or delete or truncate on legal_hold
  for each statement execute function refuse_change();
create trigger legal_hold_lift_append_only before update or delete or truncate on legal_hold_lift
  for each statement execute function refuse_change();
