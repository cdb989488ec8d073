-- Who deployed models. The engine's own log of what users do would need its fullest history.
create table model_deployment (
    deployment_id varchar(64) primary key,
    deployed_by varchar(255) not null
);
