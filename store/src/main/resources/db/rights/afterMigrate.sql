-- What the role of every day may do: read, add, and change only what is named here. It owns nothing, so
-- it can neither drop a trigger nor empty a table. Told anew after every migration. Without such a role
-- (one name for all) there is nothing to grant. Why: docs/operating/database-roles.md.
do $$
declare
  daily constant text := '${daily}';
  entry record;
begin
  if daily = '' then
    return;
  end if;
  -- Two programs that start at once would meet in the catalogue.
  perform pg_advisory_xact_lock(1752523111);
  execute format('revoke all on all tables in schema public from %I', daily);
  execute format('grant usage on schema public to %I', daily);
  execute format('grant select, insert on all tables in schema public to %I', daily);
  execute format('grant select on all sequences in schema public to %I', daily);
  execute format('revoke insert on flyway_schema_history from %I', daily);
  for entry in
    select * from (values
      -- Who is here, and what is still being worked on.
      ('person', 'update'),
      ('sign_in_link', 'update, delete'),
      ('spring_session', 'update, delete'),
      ('spring_session_attributes', 'update, delete'),
      ('matter', 'update'),
      ('friend_link', 'update'),
      ('cooling_off', 'update, delete'),
      ('iou', 'update'),
      ('iou_signer', 'update, delete'),
      ('pack_version', 'update'),
      ('pack_file', 'delete'),
      ('shadow_tally', 'update'),
      -- What only grows, held by triggers.
      ('matter_seal', 'update (until, rule)'),
      ('log_epoch', 'update (size, root, checkpoint, signed_at)'),
      ('log_tile', 'update (hashes)'),
      ('log_lease', 'update'),
      -- Erasing: the key goes, then what it opened. Triggers ask for hold, term and the log's entry.
      ('subject_key', 'update (key_id, key_wrapped), delete'),
      ('log_document', 'delete'),
      ('decision', 'update (payload_sealed)'),
      ('matter_document', 'update (statement_sealed, content_sealed)'),
      ('loan_entry', 'update (payload_sealed)'),
      ('case_entry', 'update (entry_sealed)')
    ) as granted (name, what)
  loop
    execute format('grant %s on %I to %I', entry.what, entry.name, daily);
  end loop;
end $$;
