-- Who works on packs, the versions they write, and what a version in the shadow would have decided.

alter table person drop constraint person_role_check;
alter table person add constraint person_role_check check (role in ('owner', 'colleague', 'guest'));
alter table person add column name text check (length(name) between 1 and 40);
alter table person add column removed_at timestamptz;
alter table person add constraint person_colleague_named check (role <> 'colleague' or name is not null);
alter table person add constraint person_only_colleague_leaves
  check (removed_at is null or role = 'colleague');

-- A version is all files of a pack. While closed_at is empty it is a draft and can be edited.
create table pack_version (
  id text primary key check (id ~ '^V-[0-9A-HJKMNP-TV-Z]{8}$'),
  pack text not null check (pack ~ '^[a-z0-9][a-z0-9/-]{0,79}$'),
  version text not null check (version ~ '^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$'),
  -- Empty: it came with the program.
  author text references person (id),
  note text not null check (length(note) <= 500),
  copied_from text references pack_version (id),
  state text not null check (state in ('draft', 'checked', 'shadow', 'live', 'retired')),
  revision integer not null check (revision >= 1),
  -- Of its own files alone; what decisions name is in digest and covers the packs it needs.
  files_digest text not null check (files_digest ~ '^[0-9a-f]{64}$'),
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  kept_as bigint generated always as identity unique,
  check (state not in ('checked', 'shadow', 'live') or digest is not null),
  check (state <> 'live' or closed_at is not null),
  check (state <> 'draft' or closed_at is null)
);
create index pack_version_of_pack on pack_version (pack, kept_as desc);
create unique index pack_version_live on pack_version (pack) where state = 'live';
create unique index pack_version_shadow on pack_version (pack) where state = 'shadow';
create unique index pack_version_shipped on pack_version (pack, files_digest) where author is null;
-- A published version string means one set of files.
create unique index pack_version_string on pack_version (pack, version)
  where closed_at is not null and author is not null;

-- Each save of a file is a row; the newest counts. An empty text: the file was removed.
create table pack_file (
  version text not null references pack_version (id),
  path text not null check (length(path) between 1 and 120),
  revision integer not null check (revision >= 1),
  content text not null,
  primary key (version, path, revision)
);

create function keep_closed_version() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null
      and (new.id, new.pack, new.version, new.author, new.note, new.copied_from, new.revision,
           new.files_digest, new.created_at, new.closed_at)
        is distinct from
          (old.id, old.pack, old.version, old.author, old.note, old.copied_from, old.revision,
           old.files_digest, old.created_at, old.closed_at) then
    raise exception 'pack_version % is closed', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create function keep_closed_files() returns trigger language plpgsql as $$
declare
  file pack_file;
begin
  if tg_op = 'DELETE' then
    file := old;
  else
    file := new;
  end if;
  if exists (select 1 from pack_version where id = file.version and closed_at is not null) then
    raise exception 'pack_file of a closed version: % refused', tg_op
      using errcode = 'integrity_constraint_violation';
  end if;
  return file;
end $$;

create trigger pack_version_closed before update on pack_version
  for each row execute function keep_closed_version();
create trigger pack_version_stays before delete or truncate on pack_version
  for each statement execute function refuse_change();
create trigger pack_file_closed before insert or delete on pack_file
  for each row execute function keep_closed_files();
create trigger pack_file_written_once before update or truncate on pack_file
  for each statement execute function refuse_change();

-- Who did what to a version, and why; beside the audit, which holds no free text.
create table pack_history (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  pack text not null,
  version text not null references pack_version (id),
  actor text not null check (length(actor) between 1 and 80),
  action text not null check (action ~ '^[a-z][a-z-]{0,39}$'),
  revision integer not null,
  detail text not null check (length(detail) <= 500),
  digest text check (digest ~ '^[0-9a-f]{64}$')
);
create index pack_history_of_pack on pack_history (pack, id desc);
create index pack_history_of_version on pack_history (version, id desc);
create trigger pack_history_append_only before update or delete or truncate on pack_history
  for each statement execute function refuse_change();

-- A version in the shadow: how often it would have decided otherwise. Verdicts and rule ids only.
create table shadow_tally (
  version text primary key references pack_version (id),
  since timestamptz not null,
  compared bigint not null default 0,
  different bigint not null default 0,
  undecided bigint not null default 0,
  left_out bigint not null default 0,
  check (different <= compared)
);

create table shadow_difference (
  id bigint generated always as identity primary key,
  version text not null references pack_version (id),
  at timestamptz not null,
  subject text not null check (length(subject) between 1 and 80),
  decision text not null check (length(decision) between 1 and 80),
  live_digest text not null check (live_digest ~ '^[0-9a-f]{64}$'),
  live_verdict text not null check (live_verdict in ('red', 'amber', 'green', 'unknown')),
  shadow_verdict text not null check (shadow_verdict in ('red', 'amber', 'green', 'unknown')),
  live_reasons text not null,
  shadow_reasons text not null
);
create index shadow_difference_of_version on shadow_difference (version, id desc);
