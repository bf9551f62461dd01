-- The two logins of Tessera and its database, on a PostgreSQL server of your own. May be run again to set new passwords.
--
--   TESSERA_OWNER_PASSWORD=… TESSERA_APP_PASSWORD=… psql -U postgres -f docs/roles.sql
--
-- tessera_owner owns the database and migrates; tessera_app runs the service, owns nothing and cannot bypass row-level
-- security. Roles belong to the whole server, so no migration makes them.

\set ON_ERROR_STOP on
\getenv owner_password TESSERA_OWNER_PASSWORD
\getenv app_password TESSERA_APP_PASSWORD

select format('create role %I', name)
from unnest(array['tessera_owner', 'tessera_app']) as wanted (name)
where name not in (select rolname from pg_roles)
\gexec

alter role tessera_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'owner_password';
alter role tessera_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'app_password';

select 'create database tessera owner tessera_owner encoding ''UTF8'' template template0'
where not exists (select from pg_database where datname = 'tessera')
\gexec

revoke all on database tessera from public;
grant connect on database tessera to tessera_app;
