-- Files kept with a matter: signed documents, and originals as they were captured.

create table matter_document (
  id text primary key check (id ~ '^E-[0-9A-HJKMNP-TV-Z]{8}$'),
  matter text not null references matter (id),
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  kept_at timestamptz not null,
  bytes bigint not null check (bytes > 0),
  -- Salt and statement, which names the file's digest, its title and where it comes from.
  statement_sealed bytea,
  content_sealed bytea,
  kept_as bigint generated always as identity unique,
  check ((statement_sealed is null) = (content_sealed is null))
);
create index matter_document_of_matter on matter_document (matter, kept_as);
-- Sealed bytes do not compress.
alter table matter_document alter column content_sealed set storage external;

-- The same file can belong to two matters, and leave with one of them.
alter table log_document drop constraint log_document_pkey, add primary key (sha256, pending);

-- The one change allowed: the content may go, once the key that opens it is gone.
create function allow_only_document_erasure() returns trigger language plpgsql as $$
declare
  kept matter_document;
begin
  kept := old;
  kept.statement_sealed := null;
  kept.content_sealed := null;
  if new is distinct from kept
      or exists (select 1 from subject_key where subject = old.matter) then
    raise exception 'matter_document is append-only: UPDATE refused'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger matter_document_append_only before delete or truncate on matter_document
  for each statement execute function refuse_change();
create trigger matter_document_only_erasure before update on matter_document
  for each row execute function allow_only_document_erasure();

create function require_document_evidence() returns trigger language plpgsql as $$
begin
  if not exists (
      select 1 from evidence_pending
      where kind = 'capture' and subject = new.id) then
    raise exception 'matter_document % has no evidence row', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger matter_document_has_evidence after insert on matter_document
  deferrable initially deferred
  for each row execute function require_document_evidence();
