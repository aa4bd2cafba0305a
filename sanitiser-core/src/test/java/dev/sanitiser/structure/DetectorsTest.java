package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Ask jane.roe@corp-mail.com first' | an e-mail address",
                "'jane@büro.de' | an e-mail address",
                "'.jane@notexample.com' | an e-mail address",
                "E'\\x6aane@corp.com' | an e-mail address",
                "$$ SELECT 1 -- jane@corp.com $$ | an e-mail address",
                "$$ send(\"jane@corp.com\") # it's python $$ | an e-mail address",
                "\"jane@corp.com\" | an e-mail address",
                "'postgres://app:hunter2@dbhost/x' | a URL with credentials",
                "'https://token123@hookhost/x' | a URL with credentials",
                "'-----BEGIN RSA PRIVATE KEY-----' | a private key",
                "'-----BEGIN PRIVATE KEY-----' | a private key",
                "'eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.' | an access token",
                "'AKIAQWERTYUIOPASDFGH' | an access token",
                "'key=ghp_aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3' | an access token",
                "'xoxb-123456789012-abcdef' | an access token",
                "'sk_live_abcdefghij0123' | an access token",
                "'AIzaAbcdefghijklmnopqrstuvwxyz012345678' | an access token",
                "'Bearer abcdefghij1234567890' | an access token",
                "'$2a$12$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuabcdefghij' | a password hash",
                "'pbkdf2_sha256$1000$salt$abcdefghijklmnopqrstuvwxyzabc=' | a password hash",
                "'4111 1111 1111 1111.' | a payment card number",
                "'5105-1051-0510-5100' | a payment card number",
                "4111111111111111 | a payment card number",
                "'3782 822463 10005' | a payment card number",
                "'GB33BUKB20201555555555' | an IBAN",
                "'to DE89 3704 0044 0532 0130 00 OR ELSE' | an IBAN",
                "'call +49 (0) 30 901820-99' | a phone number",
                "'+14155552671' | a phone number",
                "$q$ a $i$+14155552671$i$ $q$ | a phone number",
                "'3f9a1c0b77de42aa8b1e90c4d5f6a7b8' | a key",
                "'kX9vT2mQ7bL4wZ8nR3cY6hJ1pF5sD0gA' | a key",
            })
    void recognises(String sql, String looksLike) {
        assertThat(looksLike(sql)).containsExactly(looksLike);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'^.+@.+\\..+$'",
                "'^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$'",
                "'^\\w+@corp.com$'",
                "'^[a-z]+@corp\\.com$'",
                "'.*@corp.com'",
                "'%@corp.com'",
                "'jane@example.com'",
                "'jane@mail.example.org'",
                "'jane@corp.test'",
                "'jane@corp.invalid'",
                "'jane@localhost'",
                "'$.items[*] ? (@.price > 10)'",
                "'lodash@4.17.21'",
                "$$ SELECT a @> b.c, a @@ b.cc, a<@b.c $$",
                "'^https?://([^:@]+:[^@]+@)?[a-z.]+'",
                "'https://corp.com/@jane'",
                "'postgres://%s:%s@%s/db'",
                "'https://${user}:{password}@host'",
                "'-----BEGIN PUBLIC KEY-----'",
                "'Bearer authentication'",
                "'^(Bearer|Basic) [A-Za-z0-9]+$'",
                "'^\\$2[ayb]\\$.{56}$'",
                "'4111 1111 1111 1112'",
                "'20200229235959'",
                "9223372036854775807",
                "-9223372036854775808",
                "'41111111-1111-1111-1111-111111111111'",
                "'^4[0-9]{12}(?:[0-9]{3})?$'",
                "'GB34BUKB20201555555555'",
                "'^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$'",
                "'2020-01-01 00:00:00+01:00'",
                "'^\\+[1-9]\\d{7,14}$'",
                "'+1 212 555 0123'",
                "'+44 7700 900123'",
                "$$ a := b +10000000000; $$",
                "'+10 days'",
                "'00000000-0000-0000-0000-000000000000'",
                "'550e8400-e29b-41d4-a716-446655440000'",
                "'0000000000000000000000000000000000000000000000000000000000000000'",
                "'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'",
                "'0123456789abcdef0123456789abcdef'",
                "'a_very_long_identifier_of_a_constraint_2_with_words_20200101'",
                "'AVeryLongNameInCamelCaseThatHas2DigitsIn1Place'",
                "'/usr/share/postgresql/15/extension/something.sql'",
                "'public.a_table_with_a_long_name_id_seq'",
                "'10000000000000000000000000000000000000'",
                "\"fk_3f9a1c0b77de42aa8b1e90c4d5f6a7b8\"",
                "'----------------------------------------------'",
                "'YYYY-MM-DD\"T\"HH24:MI:SS.US+00:00'",
            })
    void lets_pass(String sql) {
        assertThat(looksLike(sql)).isEmpty();
    }

    @Test
    void recognises_nine_in_ten_random_keys() {
        Random random = new Random(1);

        assertThat(recognised(random, "0123456789abcdef", 32)).isGreaterThan(900);
        assertThat(recognised(random, "0123456789abcdefghijklmnopqrstuvwxyz", 36))
                .isGreaterThan(900);
        assertThat(recognised(random, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 36))
                .isGreaterThan(900);
        assertThat(recognised(random, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+/", 43))
                .isGreaterThan(900);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a.",
                "a@",
                "a-",
                "1",
                "1 ",
                "1-",
                "+1",
                "AB12 ",
                "http://a:",
                "eyJ",
                "/",
                "Bearer ",
                "\\",
                "$a$"
            })
    void long_texts_take_no_more_than_linear_time(String part) {
        assertThat(looksLike("'" + part.repeat(50_000) + "'")).isEmpty();
        assertThat(looksLike("'x@" + part.repeat(50_000) + "'")).hasSizeLessThan(2);
    }

    private static long recognised(Random random, String alphabet, int length) {
        return IntStream.range(0, 1000)
                .mapToObj(i -> random.ints(length, 0, alphabet.length())
                        .collect(StringBuilder::new, (key, c) -> key.append(alphabet.charAt(c)), StringBuilder::append)
                        .toString())
                .filter(Randomness::looksRandom)
                .count();
    }

    private static List<String> looksLike(String sql) {
        return Literal.of(sql).stream()
                .flatMap(literal -> Detectors.ALL.stream()
                        .filter(detector -> !detector.find(literal).isEmpty()))
                .map(Detector::looksLike)
                .distinct()
                .toList();
    }
}
