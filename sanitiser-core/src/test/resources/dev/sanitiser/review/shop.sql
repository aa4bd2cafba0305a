CREATE TABLE users (
    id int PRIMARY KEY,
    email text NOT NULL,
    preferences jsonb,
    joined_at timestamptz
);
CREATE TABLE employee (id int PRIMARY KEY, work_email text);
CREATE TABLE ticket (
    id int PRIMARY KEY,
    assigned_to int REFERENCES employee,
    state text,
    note text
);
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, status text, total numeric);
CREATE TABLE order_item (
    order_id int,
    position int,
    quantity int,
    unit_price numeric,
    total numeric GENERATED ALWAYS AS (quantity * unit_price) STORED
);
CREATE TABLE session (id int PRIMARY KEY, token text);
CREATE TABLE product (id int PRIMARY KEY, title text, price numeric);
CREATE TABLE category (id int PRIMARY KEY, label text);
CREATE SCHEMA audit;
CREATE TABLE audit.log (id int, action text, actor_email text, payload jsonb, at timestamptz, source inet);
