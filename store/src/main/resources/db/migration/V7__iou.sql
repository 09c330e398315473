-- An IOU of a matter: what was agreed, its printed form, and who signs it over which link.
create table iou (
  id text primary key check (id ~ '^U-[0-9A-HJKMNP-TV-Z]{8}$'),
  matter text not null references matter (id),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  state text not null check (state in ('draft', 'sent', 'complete', 'withdrawn', 'refused')),
  -- What was typed; and what was printed, with the places for the seals.
  facts_sealed bytea,
  shown_sealed bytea,
  refusal_sealed bytea,
  -- The printed form nobody signed yet, and the newest revision of it.
  paper text references matter_document (id),
  latest text references matter_document (id),
  made_as bigint generated always as identity unique,
  check ((paper is null) = (latest is null)),
  check (state not in ('sent', 'complete') or paper is not null),
  check (changed_at >= made_at)
);
create index iou_of_matter on iou (matter, made_as);
-- At most one of a matter is alive.
create unique index iou_one_alive on iou (matter) where state in ('draft', 'sent', 'complete', 'refused');

create table iou_signer (
  iou text not null references iou (id),
  role text not null check (role in ('lender', 'borrower', 'witness', 'guarantor')),
  name_sealed bytea,
  token_hash bytea unique check (octet_length(token_hash) = 32),
  expires_at timestamptz,
  -- The browser that opened the link; from then on no other one may.
  opened_by text,
  -- A signing between its preparation and the signature, and the revision it follows.
  prepared_sealed bytea,
  prepared_over text references matter_document (id),
  signed_at timestamptz,
  signed text references matter_document (id),
  public_key bytea,
  primary key (iou, role),
  check ((token_hash is null) = (expires_at is null)),
  check ((prepared_sealed is null) = (prepared_over is null)),
  check ((signed_at is null) = (signed is null)),
  check ((signed_at is null) = (public_key is null))
);

-- What was signed stays: neither the signature nor the text under it is changed afterwards.
create function keep_signature() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null and (tg_op = 'DELETE'
      or (new.iou, new.role, new.signed_at, new.signed, new.public_key)
        is distinct from (old.iou, old.role, old.signed_at, old.signed, old.public_key)) then
    raise exception 'iou_signer % of % has signed', old.role, old.iou
      using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'UPDATE' and old.name_sealed is not null and new.name_sealed is null
      and exists (select 1 from iou join subject_key on subject = matter where id = old.iou) then
    raise exception 'iou_signer % of % is emptied with its matter only', old.role, old.iou
      using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger iou_signer_signed_once before update or delete on iou_signer
  for each row execute function keep_signature();

create function keep_signed_text() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.id, new.matter, new.made_at) is distinct from (old.id, old.matter, old.made_at) then
    raise exception 'iou % stays', old.id using errcode = 'integrity_constraint_violation';
  end if;
  if new.paper is distinct from old.paper
      and exists (select 1 from iou_signer where iou = old.id and signed_at is not null) then
    raise exception 'iou % is signed', old.id using errcode = 'integrity_constraint_violation';
  end if;
  -- As decisions and documents: emptied only once the key that opens it is gone, so never when held.
  if old.facts_sealed is not null and new.facts_sealed is null
      and exists (select 1 from subject_key where subject = old.matter) then
    raise exception 'iou % is emptied with its matter only', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger iou_signed_text before update or delete on iou
  for each row execute function keep_signed_text();

create trigger iou_not_all before truncate on iou
  for each statement execute function refuse_change();
create trigger iou_signer_not_all before truncate on iou_signer
  for each statement execute function refuse_change();

-- Documents of an IOU have kinds of their own in the log.
create or replace function require_document_evidence() returns trigger language plpgsql as $$
begin
  if not exists (
      select 1 from evidence_pending
      where kind in ('capture', 'iou-drawn', 'iou-signed') and subject = new.id) then
    raise exception 'matter_document % has no evidence row', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
