--liquibase formatted sql

--changeset shop:users
CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL);

--changeset shop:sample-rows
INSERT INTO users (email) VALUES ('elif.tregenza@quillmail.example');
