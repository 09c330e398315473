-- What a business change pays for its evidence row: one row in one table with two indexes, and no
-- trigger. Measured and argued in docs/decisions/0038.

-- A check of a table is parsed anew by every statement, that of a domain once a session.
create domain evidence_kind as text
  constraint evidence_pending_kind_check check (value ~ '^[a-z][a-z0-9-]{0,39}$');
create domain evidence_commitment as bytea
  constraint evidence_pending_commitment_check check (octet_length(value) = 32);
create domain evidence_leaf as bytea
  constraint evidence_pending_leaf_check check (octet_length(value) between 1 and 65535);
alter table evidence_pending
  drop constraint evidence_pending_kind_check,
  drop constraint evidence_pending_commitment_check,
  drop constraint evidence_pending_leaf_check,
  alter column kind type evidence_kind,
  alter column commitment type evidence_commitment,
  alter column leaf type evidence_leaf;

-- Instead of a queue: every evidence row up to "settled" has its number, or its transaction was
-- rolled back and it never will be. Only the sequencer moves it, in the transaction that numbers.
alter table log_lease add column settled bigint not null default 0 check (settled >= 0);
insert into log_lease (holder, until) values ('00000000-0000-0000-0000-000000000000', 'epoch')
  on conflict do nothing;
-- Exact: altering the table above waited for every transaction that had a row in it.
update log_lease set settled = coalesce(
  (select min(pending) - 1 from evidence_queue), (select max(id) from evidence_pending), 0);

drop trigger evidence_pending_queued on evidence_pending;
drop function queue_evidence();
drop table evidence_queue;
drop function refuse_to_forget();

-- The mark goes forward only, and not past a row that waits; the row itself stays.
create function keep_mark() returns trigger language plpgsql as $$
begin
  if new.settled < old.settled or exists (
      select 1 from evidence_pending
      where id > old.settled and id <= new.settled
        and not exists (select 1 from log_entry where pending = id)) then
    raise exception 'log_lease is append-only in what it settled: UPDATE refused'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger log_lease_forgets_nothing before update on log_lease
  for each row when (new.settled <> old.settled) execute function keep_mark();
create trigger log_lease_stays before delete or truncate on log_lease
  for each statement execute function refuse_change();
