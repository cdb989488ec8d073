-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- The migrations of running processes to a version of their model, as they were started.
create table model_migration (
    id          uuid         not null primary key,
    process_key varchar(255) not null,
    version     integer      not null,
    started_at  timestamp(3) with time zone not null,
    started_by  varchar(255) not null
);
create index model_migration_by_version on model_migration (process_key, version);

-- What becomes of each process in a migration. The batch is the engine's; it is null for a process that could not follow from the start.
-- Element, label and reason say of a process that stayed where it stood, and why it could not follow from there.
create table model_migration_process (
    process_instance varchar(64) not null,
    migration        uuid        not null references model_migration,
    from_version     integer     not null,
    batch            varchar(64),
    outcome          varchar(20) not null,
    element          varchar(255),
    label            varchar(4000),
    reason           varchar(4000),
    primary key (process_instance, migration)
);
create index model_migration_process_by_migration on model_migration_process (migration);
