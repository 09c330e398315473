-- What happened to a loan after the money was given, entry by entry, as in a ledger.
create table loan_entry (
  id text primary key check (id ~ '^L-[0-9A-HJKMNP-TV-Z]{8}$'),
  matter text not null references matter (id),
  kind text not null check (kind in ('terms', 'money', 'payment', 'cost', 'confirmed', 'demand',
    'acknowledgement', 'suit', 'proof', 'court', 'paper', 'taken-back')),
  kept_at timestamptz not null,
  -- The entry that this one takes back; a mistake stays to be seen and no longer counts.
  takes_back text unique,
  -- A file that belongs to it: the letter as it was sent.
  document text references matter_document (id),
  -- Salt and what was typed, as JSON.
  payload_sealed bytea,
  kept_as bigint generated always as identity unique,
  unique (id, matter),
  foreign key (takes_back, matter) references loan_entry (id, matter),
  check ((kind = 'taken-back') = (takes_back is not null))
);
create index loan_entry_of_matter on loan_entry (matter, kept_as);

-- The one change allowed: the content may go, once the key that opens it is gone.
create function allow_only_loan_erasure() returns trigger language plpgsql as $$
declare
  kept loan_entry;
begin
  kept := old;
  kept.payload_sealed := null;
  if new is distinct from kept
      or exists (select 1 from subject_key where subject = old.matter) then
    raise exception 'loan_entry is append-only: UPDATE refused'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger loan_entry_append_only before delete or truncate on loan_entry
  for each statement execute function refuse_change();
create trigger loan_entry_only_erasure before update on loan_entry
  for each row execute function allow_only_loan_erasure();

create function require_loan_evidence() returns trigger language plpgsql as $$
begin
  if not exists (
      select 1 from evidence_pending where kind = 'loan-entry' and subject = new.id) then
    raise exception 'loan_entry % has no evidence row', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger loan_entry_has_evidence after insert on loan_entry
  deferrable initially deferred
  for each row execute function require_loan_evidence();

-- A demand that was sent is kept with its matter, with a kind of its own in the log.
create or replace function require_document_evidence() returns trigger language plpgsql as $$
begin
  if not exists (
      select 1 from evidence_pending
      where kind in ('capture', 'iou-drawn', 'iou-signed', 'demand-sent') and subject = new.id) then
    raise exception 'matter_document % has no evidence row', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
