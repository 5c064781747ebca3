-- Templates of reasons that are no longer offered.

alter table reason_templates add column retired boolean not null default false;
comment on column reason_templates.retired is 'This version takes the template out of use; what was written with it stays as it is';
