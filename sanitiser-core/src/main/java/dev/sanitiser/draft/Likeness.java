package dev.sanitiser.draft;

import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What a text can look like; the first that holds counts. None of the conditions can fail on any text. */
enum Likeness {
    KEY(
            "keys of services or private keys",
            1,
            "(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}|glpat-[A-Za-z0-9_-]{16,}"
                    + "|xox[abprs]-[A-Za-z0-9-]{10,}|[rs]k_(?:live|test)_[A-Za-z0-9]{10,}|AIza[0-9A-Za-z_-]{30,}"
                    + "|-----BEGIN [A-Z0-9 ]*(?:PRIVATE KEY|CERTIFICATE|PGP)|ssh-(?:rsa|ed25519) AAAA"),
    PASSWORD_HASH(
            "password hashes",
            1,
            "^(?:\\$2[abxy]?\\$[0-9]{2}\\$|\\$argon2|\\$[156y]\\$|\\$scrypt\\$|\\$pbkdf2|pbkdf2_|argon2"
                    + "|bcrypt|\\{S?SHA|\\{CRYPT\\}|SCRAM-SHA-256\\$|md5[0-9a-f]{32}$)"),
    JSON_WEB_TOKEN("JSON web tokens", 1, "eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\."),
    URL_WITH_CREDENTIALS("URLs with credentials", 1, "[a-zA-Z][a-zA-Z0-9+.-]*://[^/ @:]+:[^/ @]+@"),
    EMAIL("e-mail addresses", 1, "[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"),
    UUID("uuids", 101, "^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$"),
    HASH(
            "hashes",
            10,
            "^(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{56}|[0-9a-fA-F]{64}"
                    + "|[0-9a-fA-F]{96}|[0-9a-fA-F]{128})$"),
    IBAN("IBANs", 5),
    CARD("card numbers", 30),
    MAC("MAC addresses", 10, "^[0-9a-fA-F]{2}(?:[:-][0-9a-fA-F]{2}){5}$"),
    IP(
            "IP addresses",
            10,
            "^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?:/[0-9]{1,2})?$"
                    + "|^[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){3,7}(?:/[0-9]{1,3})?$"),
    DATE(
            "dates",
            101,
            "^(?:[12][0-9]{3}[-/.][01]?[0-9][-/.][0-3]?[0-9]|[0-3]?[0-9][-/.][0-3]?[0-9][-/.][12][0-9]{3})"
                    + "(?:[T ].*)?$"),
    PHONE(
            "phone numbers",
            20,
            "^(?:\\+|00)[1-9][0-9 ()./-]{6,20}[0-9]$" + "|^\\(?0?[1-9][0-9]{1,4}[)/ -][0-9 ./-]{4,10}[0-9]$"),
    POSTCODE(
            "postcodes",
            40,
            "^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$|^[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]$"
                    + "|^[1-9][0-9]{3} [A-Z]{2}$|^[0-9]{5}-[0-9]{3,4}$"),
    GIVEN_NAME("names of people", 20),
    RANDOM("random keys or tokens", 20),
    /** Told by {@link TimeCounts}, not by a text. */
    BIRTH("dates of birth", 50);

    private final String what;
    private final int percent;
    private final String pattern;

    Likeness(String what, int percent, String pattern) {
        this.what = what;
        this.percent = percent;
        this.pattern = pattern;
    }

    /** What no regular expression tells. */
    Likeness(String what, int percent) {
        this(what, percent, "");
    }

    /** In the plural. */
    String what() {
        return what;
    }

    /** Those that are told apart where they stand inside a document. */
    static List<Likeness> insideDocuments() {
        return List.of(KEY, JSON_WEB_TOKEN, URL_WITH_CREDENTIALS, EMAIL);
    }

    static List<Likeness> ofTexts() {
        return Arrays.stream(values()).filter(l -> l != BIRTH).toList();
    }

    /** @param text not NULL */
    Condition of(Field<String> text) {
        return switch (this) {
            case IBAN -> CheckDigits.isIban(text);
            case CARD -> CheckDigits.isCard(text);
            case GIVEN_NAME -> GivenNames.begins(text);
            case RANDOM -> Entropy.isHigh(text);
            default -> text.likeRegex(DSL.inline(pattern));
        };
    }

    /** Whether so many values make the column personal. */
    boolean isPersonal(long alike, long values) {
        return alike * 100 >= values * percent;
    }
}
