-- A link for a common friend: what they answer flows into the verify stage.
create table friend_link (
  id text primary key check (id ~ '^F-[0-9A-HJKMNP-TV-Z]{8}$'),
  matter text not null references matter (id),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  answered_at timestamptz,
  answer text check (answer in ('confirm', 'deny', 'unsure')),
  label_sealed bytea,
  note_sealed bytea,
  check (expires_at > created_at),
  check ((answered_at is null) = (answer is null)),
  check (note_sealed is null or answered_at is not null),
  -- Answered in time, and not after it was withdrawn.
  check (answered_at < expires_at),
  check (revoked_at is null or answered_at is null or answered_at <= revoked_at)
);
create index friend_link_of_matter on friend_link (matter, created_at, id);

-- An answer is given once.
create function keep_answer() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null
      and (new.answered_at, new.answer) is distinct from (old.answered_at, old.answer) then
    raise exception 'friend_link % was answered already', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger friend_link_answered_once before update on friend_link
  for each row execute function keep_answer();

create table cooling_off (
  matter text primary key references matter (id),
  started_at timestamptz not null,
  ends_at timestamptz not null,
  released_at timestamptz,
  released_by text check (released_by in ('owner', 'family')),
  release_token_hash bytea unique check (octet_length(release_token_hash) = 32),
  check (ends_at > started_at),
  check ((released_at is null) = (released_by is null)),
  -- Before the end only the family may release.
  check (released_by is distinct from 'owner' or released_at >= ends_at)
);
