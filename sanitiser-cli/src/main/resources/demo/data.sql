-- About 50,000 rows of invented people; the same rows in every run, because everything hangs on hashes of numbers.
-- Domains end in .example, telephone numbers come from Ofcom's range for drama, addresses from private networks.

CREATE FUNCTION pg_temp.roll(salt text, n bigint, sides integer) RETURNS integer
    LANGUAGE sql IMMUTABLE AS
$$ SELECT (((hashtextextended(salt, n) % sides) + sides) % sides)::integer $$;

CREATE FUNCTION pg_temp.pick(salt text, n bigint, choices text[]) RETURNS text
    LANGUAGE sql IMMUTABLE AS
$$ SELECT choices[1 + pg_temp.roll(salt, n, cardinality(choices))] $$;

-- Times spread evenly over 2025, to the second.
CREATE FUNCTION pg_temp.moment(salt text, n bigint) RETURNS timestamptz
    LANGUAGE sql STABLE AS
$$ SELECT '2025-01-01 00:00+00'::timestamptz + pg_temp.roll(salt, n, 31536000) * interval '1 second' $$;

CREATE FUNCTION pg_temp.private_ip(salt text, n bigint) RETURNS inet
    LANGUAGE sql STABLE AS
$$ SELECT '100.64.0.0'::inet + pg_temp.roll(salt, n, 4194302) + 1 $$;

CREATE FUNCTION pg_temp.browser(salt text, n bigint) RETURNS text
    LANGUAGE sql IMMUTABLE AS
$$
SELECT pg_temp.pick(salt, n, ARRAY[
    'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0'])
$$;

CREATE TEMPORARY TABLE person AS
WITH named AS (
    SELECT n,
           pg_temp.pick('given', n, ARRAY[
               'Ada', 'Amara', 'Anton', 'Beatrix', 'Bilal', 'Carys', 'Chidi', 'Clara', 'Dafydd', 'Dorota', 'Elif',
               'Emeka', 'Farah', 'Freya', 'Gareth', 'Grace', 'Hamza', 'Hanna', 'Idris', 'Imogen', 'Ines', 'Ivo',
               'Jasmin', 'Jonas', 'Kavita', 'Kofi', 'Leila', 'Lorcan', 'Maeve', 'Mateo', 'Nadia', 'Niamh', 'Oskar',
               'Padma', 'Quentin', 'Rhys', 'Rosalind', 'Samir', 'Sunniva', 'Tamsin', 'Tomasz', 'Usha', 'Viktor',
               'Wren', 'Yusuf', 'Zofia']) AS given_name,
           pg_temp.pick('family', n, ARRAY[
               'Abernathy', 'Adeyemi', 'Ashdown', 'Bancroft', 'Bianchi', 'Blackwood', 'Castellan', 'Chaudhry',
               'Cholmondeley', 'Daventry', 'Delacroix', 'Dunmore', 'Eastwick', 'Ellingham', 'Fairweather', 'Fitzalan',
               'Garrick', 'Gwynne', 'Hallorhan', 'Hathersage', 'Ivanov', 'Jankowski', 'Kellaway', 'Kirkbride',
               'Lindqvist', 'Llewellyn', 'Marchetti', 'Mbeki-Hart', 'Montague', 'Nakamura', 'Northcote', 'Okonkwo',
               'Oyelaran', 'Pemberton', 'Penhaligon', 'Quayle', 'Ravenscroft', 'Rosenthal', 'Sandoval', 'Siddiqui',
               'Strathmore', 'Thackeray', 'Tregenza', 'Underhill', 'Valdez', 'Wetherby', 'Whitlock', 'Yamamoto',
               'Yarborough', 'Zielinski']) AS family_name
    FROM generate_series(1, 4000) AS n
),
numbered AS (
    SELECT *, row_number() OVER (PARTITION BY given_name, family_name ORDER BY n) AS namesake
    FROM named
)
SELECT n AS person_id,
       given_name,
       family_name,
       lower(given_name || '.' || family_name) || CASE namesake WHEN 1 THEN '' ELSE namesake::text END AS username,
       lower(given_name || '.' || family_name) || CASE namesake WHEN 1 THEN '' ELSE namesake::text END || '@'
           || pg_temp.pick('domain', n, ARRAY['larkmail', 'postbox-online', 'hearthmail', 'northpost', 'quillmail'])
           || '.example' AS email,
       '+44 (0)7700 900' || lpad(pg_temp.roll('phone', n, 1000)::text, 3, '0') AS phone
FROM numbered;

INSERT INTO employee (manager_id, full_name, email, job_title, salary, hired_on)
SELECT CASE WHEN e > 1 THEN 1 + (e - 2) / 4 END,
       given_name || ' ' || family_name,
       lower(given_name) || '.' || e || '@thimble-and-thread.example',
       CASE WHEN e = 1 THEN 'Managing director' WHEN e < 8 THEN 'Team leader' ELSE 'Support agent' END,
       24000 + pg_temp.roll('salary', e, 60000),
       date '2015-01-01' + pg_temp.roll('hired', e, 3600)
FROM generate_series(1, 25) AS e
JOIN person ON person_id = 4001 - e
ORDER BY e;

INSERT INTO users (username, email, password_hash, given_name, family_name, role, preferred_contact, phone,
                   date_of_birth, interests, preferences, newsletter, joined_at, last_seen_at, deleted_at)
SELECT username,
       email,
       '$2b$12$'
           || left(translate(encode(sha512(convert_to('secret' || person_id, 'UTF8')), 'base64'), E'+=\n', './'), 53),
       given_name,
       family_name,
       CASE WHEN person_id % 500 = 0 THEN 'moderator'::user_role
            WHEN person_id % 80 = 1 THEN 'seller'
            ELSE 'customer' END,
       pg_temp.pick('contact', person_id, ARRAY['email', 'email', 'phone', 'post', 'none'])::contact_channel,
       CASE WHEN pg_temp.roll('has phone', person_id, 4) > 0 THEN phone END,
       CASE WHEN pg_temp.roll('has birthday', person_id, 5) > 0
           THEN date '1945-01-01' + pg_temp.roll('birthday', person_id, 22000) END,
       ARRAY[pg_temp.pick('interest', person_id, ARRAY['quilting', 'felting', 'weaving', 'lace']),
             pg_temp.pick('hobby', person_id, ARRAY['gardening', 'choir', 'cycling', 'chess', 'astronomy'])],
       jsonb_build_object(
           'theme', pg_temp.pick('theme', person_id, ARRAY['light', 'dark']),
           'nickname', given_name || pg_temp.roll('nickname', person_id, 90) + 10,
           'recovery', jsonb_build_object('email', 'home.' || username || '@larkmail.example', 'phone', phone)),
       pg_temp.roll('newsletter', person_id, 3) = 0,
       pg_temp.moment('joined', person_id) - interval '3 years',
       CASE WHEN pg_temp.roll('seen', person_id, 10) > 0 THEN pg_temp.moment('seen at', person_id) END,
       CASE WHEN pg_temp.roll('deleted', person_id, 15) = 0 THEN pg_temp.moment('deleted at', person_id) END
FROM person
ORDER BY person_id;

INSERT INTO address (user_id, recipient, street, city, postcode, country, latitude, longitude, is_default)
SELECT u.user_id,
       p.given_name || ' ' || p.family_name,
       1 + pg_temp.roll('house', n, 180) || ' '
           || pg_temp.pick('tree', n, ARRAY['Rowan', 'Alder', 'Hazel', 'Juniper', 'Mulberry', 'Damson', 'Quince'])
           || ' ' || pg_temp.pick('way', n, ARRAY['Street', 'Lane', 'Close', 'Row', 'Terrace', 'Crescent']),
       pg_temp.pick('city', n, ARRAY['Ambermouth', 'Castlebrook', 'Dunhollow', 'Elderby', 'Fenwick Cross',
                                     'Greyharbour', 'Little Marrow', 'Ossington Vale', 'Port Selwyn',
                                     'Thornaby Heath']),
       'Q' || pg_temp.pick('area', n, ARRAY['A', 'F', 'M', 'X']) || 1 + pg_temp.roll('district', n, 19)
           || ' ' || pg_temp.roll('sector', n, 10)
           || pg_temp.pick('unit', n, ARRAY['AB', 'DZ', 'HJ', 'LN', 'PQ', 'XW']),
       pg_temp.pick('country', n, ARRAY['GB', 'GB', 'GB', 'IE', 'FR', 'DE']),
       50 + pg_temp.roll('latitude', n, 800000) / 100000.0,
       -5 + pg_temp.roll('longitude', n, 600000) / 100000.0,
       n <= 4000
FROM generate_series(1, 5000) AS n
CROSS JOIN LATERAL (SELECT CASE WHEN n <= 4000 THEN n ELSE 1 + pg_temp.roll('second home', n, 4000) END) AS u (user_id)
JOIN person p ON p.person_id = u.user_id
ORDER BY n;

INSERT INTO session (id, user_id, token, ip, user_agent, created_at, expires_at)
SELECT md5('session' || n)::uuid,
       1 + pg_temp.roll('session user', n, 4000),
       encode(sha256(convert_to('token' || n, 'UTF8')), 'hex'),
       pg_temp.private_ip('session ip', n),
       pg_temp.browser('session browser', n),
       pg_temp.moment('session', n),
       pg_temp.moment('session', n) + interval '14 days'
FROM generate_series(1, 2500) AS n;

INSERT INTO category (parent_id, name, slug)
SELECT CASE WHEN n > 8 THEN 1 + (n - 9) % 8 END,
       topic || detail,
       lower(replace(topic || detail, ' ', '-'))
FROM generate_series(1, 40) AS n
CROSS JOIN LATERAL (SELECT
    (ARRAY['Yarn', 'Fabric', 'Buttons', 'Needles', 'Looms', 'Patterns', 'Dyes', 'Books'])[1 + (n - 1) % 8],
    (ARRAY['', ' for beginners', ' on sale', ' from Wales', ' by hand'])[1 + (n - 1) / 8]) AS c (topic, detail)
ORDER BY n;

INSERT INTO product (category_id, seller_id, name, slug, price, stock, tags, attributes, listed_at)
SELECT 1 + pg_temp.roll('category', n, 40),
       1 + 80 * pg_temp.roll('seller', n, 50),
       material || ' ' || thing || ' no. ' || n,
       lower(material || '-' || thing || '-' || n),
       1 + pg_temp.roll('price', n, 9000) / 100.0,
       pg_temp.roll('stock', n, 250),
       ARRAY[lower(material), lower(thing)],
       jsonb_build_object('weight_g', 20 + pg_temp.roll('weight', n, 800), 'material', lower(material)),
       pg_temp.moment('listed', n) - interval '1 year'
FROM generate_series(1, 400) AS n
CROSS JOIN LATERAL (SELECT
    pg_temp.pick('material', n, ARRAY['Woollen', 'Linen', 'Silk', 'Cotton', 'Felt', 'Hemp']),
    pg_temp.pick('thing', n, ARRAY['Shawl', 'Skein', 'Ribbon', 'Patch', 'Thread', 'Blanket'])) AS c (material, thing)
ORDER BY n;

CREATE TEMPORARY TABLE basket AS
SELECT n AS order_id, line, product.id AS product_id, 1 + pg_temp.roll('quantity', n * 10 + line, 4) AS quantity, price
FROM generate_series(1, 7000) AS n
CROSS JOIN LATERAL generate_series(1, 1 + pg_temp.roll('lines', n, 3)) AS line
JOIN product ON product.id = 1 + pg_temp.roll('product', n * 10 + line, 400);

INSERT INTO orders (user_id, address_id, status, total, card_last_four, delivery_note,
                    placed_at, updated_at, shipped_at)
SELECT u.user_id,
       u.user_id,
       o.status::order_status,
       b.total,
       CASE WHEN o.status <> 'pending' THEN lpad(pg_temp.roll('card', n, 10000)::text, 4, '0') END,
       CASE pg_temp.roll('note', n, 6)
           WHEN 0 THEN 'Please ring ' || p.phone || ' on arrival'
           WHEN 1 THEN 'Leave it with the neighbours, ask for ' || p.given_name
       END,
       pg_temp.moment('order', n),
       pg_temp.moment('order', n) + interval '2 days',
       CASE WHEN o.status IN ('shipped', 'delivered') THEN pg_temp.moment('order', n) + interval '1 day' END
FROM generate_series(1, 7000) AS n
CROSS JOIN LATERAL (SELECT 1 + pg_temp.roll('order user', n, 4000)) AS u (user_id)
CROSS JOIN LATERAL (SELECT pg_temp.pick('status', n, ARRAY['pending', 'paid', 'shipped', 'delivered', 'delivered',
                                                           'delivered', 'cancelled'])) AS o (status)
JOIN person p ON p.person_id = u.user_id
JOIN (SELECT order_id, sum(quantity * price) FROM basket GROUP BY order_id) AS b (order_id, total) ON b.order_id = n
ORDER BY n;

INSERT INTO order_item (order_id, line, product_id, quantity, unit_price)
SELECT order_id, line, product_id, quantity, price
FROM basket
ORDER BY order_id, line;

INSERT INTO favourite (user_id, product_id, added_at)
SELECT 1 + pg_temp.roll('fan', n, 4000), 1 + pg_temp.roll('favourite', n, 400), pg_temp.moment('favourite at', n)
FROM generate_series(1, 4000) AS n
ON CONFLICT DO NOTHING;

INSERT INTO review (product_id, user_id, rating, title, body, written_at)
SELECT 1 + pg_temp.roll('reviewed', n, 400),
       p.person_id,
       5 - pg_temp.roll('rating', n, 9) / 2,
       pg_temp.pick('verdict', n, ARRAY['Lovely', 'As described', 'Not for me', 'A birthday present']) || ', says '
           || p.given_name,
       CASE WHEN pg_temp.roll('wordy', n, 4) > 0 THEN
           'I bought this for my mother in ' || pg_temp.pick('mother', n, ARRAY['Elderby', 'Port Selwyn', 'Dunhollow'])
           || '. Write to ' || p.email || ' if you want to know more.' END,
       pg_temp.moment('review', n)
FROM generate_series(1, 2500) AS n
JOIN person p ON p.person_id = 1 + pg_temp.roll('reviewer', n, 4000)
ORDER BY n
ON CONFLICT DO NOTHING;

INSERT INTO ticket (user_id, assigned_to, state, reply_to, subject, body, opened_at, closed_at)
SELECT p.person_id,
       CASE WHEN t.state <> 'open' THEN 8 + pg_temp.roll('agent', n, 18) END,
       t.state::ticket_state,
       p.email,
       pg_temp.pick('subject', n, ARRAY['Parcel missing', 'Wrong colour', 'Refund please', 'Cannot log in'])
           || ' (order ' || 100001 + pg_temp.roll('ticket order', n, 7000) || ')',
       'Hello, this is ' || p.given_name || ' ' || p.family_name || '. My number is ' || p.phone || '.',
       pg_temp.moment('ticket', n),
       CASE WHEN t.state = 'closed' THEN pg_temp.moment('ticket', n) + interval '30 hours' END
FROM generate_series(1, 1200) AS n
CROSS JOIN LATERAL (SELECT pg_temp.pick('state', n, ARRAY['open', 'waiting', 'closed', 'closed'])) AS t (state)
JOIN person p ON p.person_id = 1 + pg_temp.roll('asker', n, 4000)
ORDER BY n;

INSERT INTO page_view (viewed_at, user_id, path, ip, user_agent, duration)
SELECT pg_temp.moment('view', n),
       CASE WHEN v.member THEN 1 + pg_temp.roll('viewer', n, 4000) END,
       CASE WHEN v.member AND pg_temp.roll('path', n, 3) = 0 THEN '/people/' || u.username
            ELSE '/products/' || 1 + pg_temp.roll('viewed', n, 400) END,
       pg_temp.private_ip('view ip', n),
       pg_temp.browser('view browser', n),
       CASE WHEN pg_temp.roll('left', n, 5) > 0 THEN pg_temp.roll('seconds', n, 900) * interval '1 second' END
FROM generate_series(1, 7000) AS n
CROSS JOIN LATERAL (SELECT pg_temp.roll('member', n, 3) > 0) AS v (member)
JOIN person u ON u.person_id = 1 + pg_temp.roll('viewer', n, 4000)
ORDER BY n;

INSERT INTO audit.log (at, actor_id, actor_email, action, message, payload)
SELECT pg_temp.moment('audit', n),
       CASE WHEN a.action <> 'job.finished' THEN p.person_id END,
       CASE WHEN a.action <> 'job.finished' THEN p.email END,
       a.action,
       CASE a.action
           WHEN 'login.failed' THEN 'Wrong password for ' || p.email || ', ' || host(pg_temp.private_ip('audit ip', n))
           WHEN 'email.changed' THEN 'E-mail changed from home.' || p.username || '@larkmail.example to ' || p.email
           WHEN 'order.refunded' THEN 'Refunded ' || p.given_name || ' ' || p.family_name || ', phone ' || p.phone
           ELSE 'Newsletter sent; first bounce: ' || p.email
       END,
       CASE WHEN pg_temp.roll('payload', n, 2) = 0 THEN
           jsonb_build_object('ip', host(pg_temp.private_ip('audit ip', n)), 'subject', p.email) END
FROM generate_series(1, 3000) AS n
CROSS JOIN LATERAL (SELECT pg_temp.pick('action', n, ARRAY['login.failed', 'login.failed', 'email.changed',
                                                           'order.refunded', 'job.finished'])) AS a (action)
JOIN person p ON p.person_id = 1 + pg_temp.roll('actor', n, 4000)
ORDER BY n;

REFRESH MATERIALIZED VIEW monthly_sales;

DROP TABLE pg_temp.basket;
DROP TABLE pg_temp.person;
ANALYZE;
