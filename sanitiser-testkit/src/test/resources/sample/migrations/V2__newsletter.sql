CREATE TABLE newsletter (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address text NOT NULL
);
