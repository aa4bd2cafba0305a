CREATE TABLE users (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_name text NOT NULL UNIQUE,
    email text NOT NULL,
    joined_on date NOT NULL
);

CREATE TABLE orders (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id int NOT NULL REFERENCES users,
    status text NOT NULL CHECK (status IN ('open', 'paid', 'shipped')),
    total numeric(10, 2) NOT NULL
);
