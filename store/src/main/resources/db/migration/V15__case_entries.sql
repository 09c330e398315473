-- What was entered in a case after money was gone: payments, events, ticks, answers. Only added to.

create table case_entry (
  id text primary key check (id ~ '^P-[0-9A-HJKMNP-TV-Z]{8}$'),
  matter text not null references matter (id),
  entered_at timestamptz not null,
  -- Salt and entry; emptied with the matter.
  entry_sealed bytea,
  kept_as bigint generated always as identity unique
);
create index case_entry_of_matter on case_entry (matter, kept_as);

-- The one change allowed: the content may go, once the key that opens it is gone, so never when held.
create function allow_only_case_erasure() returns trigger language plpgsql as $$
declare
  kept case_entry;
begin
  kept := old;
  kept.entry_sealed := null;
  if new is distinct from kept
      or exists (select 1 from subject_key where subject = old.matter) then
    raise exception 'case_entry is append-only: UPDATE refused'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger case_entry_append_only before delete or truncate on case_entry
  for each statement execute function refuse_change();
create trigger case_entry_only_erasure before update on case_entry
  for each row execute function allow_only_case_erasure();

create function require_case_evidence() returns trigger language plpgsql as $$
begin
  if not exists (
      select 1 from evidence_pending where kind = 'case-entry' and subject = new.id) then
    raise exception 'case_entry % has no evidence row', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger case_entry_has_evidence after insert on case_entry
  deferrable initially deferred
  for each row execute function require_case_evidence();
