-- What is kept no longer than it is needed: files of closed cases, and rows whose time is over.

alter table evidence_items add column forgotten_at timestamptz;
comment on column evidence_items.forgotten_at is 'When the bytes were deleted; the hash stays';
create index evidence_items_kept on evidence_items (number_id, case_id) where forgotten_at is null;
comment on index evidence_items_kept is 'listForgettable: cases whose files are still there';
create index cases_ended on cases (ended_at, number_id, case_id) where ended_at is not null;
comment on index cases_ended is 'listForgettable: cases that ended before a day';
create index access_log_by_time on access_log (at);
comment on index access_log_by_time is 'dropOld: readings whose time of keeping is over';
create index idempotency_keys_by_time on idempotency_keys (created_at);
comment on index idempotency_keys_by_time is 'dropOld: names of writes that nobody repeats any more';

grant delete on mandate_offers, access_tokens to qingbiao_app;

-- The product may not delete readings or sendings at will: only what is older than its term, counted from the newest row,
-- so that a clock set wrong deletes nothing.

create function drop_old_readings(before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = public as $$
declare dropped integer;
begin
  if before > (select max(at) from access_log) - interval '1096 days' then return 0; end if;
  delete from access_log where ctid = any(array(select ctid from access_log where at < before limit most));
  get diagnostics dropped = row_count;
  return dropped;
end $$;
comment on function drop_old_readings is 'Deletes readings older than three years; the product itself may not delete any';

create function drop_old_messages(before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = public as $$
declare dropped integer;
begin
  if before > (select max(created_at) from webhook_messages) - interval '90 days' then return 0; end if;
  with old as (
    delete from webhook_messages where ctid = any(array(
      select ctid from webhook_messages where created_at < before and status <> 'pending' limit most
    )) returning message_id
  ), attempts as (
    delete from webhook_attempts using old where webhook_attempts.message_id = old.message_id returning 1
  )
  select count(*) from old into dropped;
  return dropped;
end $$;
comment on function drop_old_messages is 'Deletes settled webhook messages older than ninety days, with their attempts';

revoke all on function drop_old_readings, drop_old_messages from public;
grant execute on function drop_old_readings, drop_old_messages to qingbiao_app;
