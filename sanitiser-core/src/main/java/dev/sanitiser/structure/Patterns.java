package dev.sanitiser.structure;

import java.util.regex.Pattern;

/** The regular expressions of {@link Detectors}; each takes time linear in the text. */
final class Patterns {

    static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    // Not after a backslash: in a regular expression, \w+@corp.com stands for a class of addresses.
    static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+\\\\-])(?<local>[\\p{L}\\p{N}._%+-]++)@"
                    + "(?<domain>(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,10}\\p{L}{2,24})(?![\\p{L}\\p{N}])");

    /** RFC 2606 and RFC 6761. */
    static final Pattern RESERVED_DOMAIN =
            Pattern.compile("(?:^|\\.)(?:example\\.[a-z]+|test|invalid|localhost|example)$", Pattern.CASE_INSENSITIVE);

    static final Pattern CREDENTIALS_IN_URL = Pattern.compile("(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}://"
            + "(?<credentials>[A-Za-z0-9._~%!$&'*+,;=:{}-]{1,500})@");

    /** Of {@code format()} and of template languages. */
    static final Pattern PLACEHOLDER = Pattern.compile("%[sIL]|%\\d\\$[sIL]|\\$?\\{[^}]*}|\\$\\w+");

    static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY");

    static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9])(?:"
            + String.join(
                    "|",
                    "eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*",
                    "A[KS]IA[0-9A-Z]{16}(?![0-9A-Za-z])",
                    "gh[opsur]_[A-Za-z0-9]{30,}",
                    "github_pat_[A-Za-z0-9_]{22,}",
                    "glpat-[A-Za-z0-9_-]{20,}",
                    "xox[abeoprs]-[A-Za-z0-9-]{10,}",
                    "https://hooks\\.slack\\.com/services/[A-Za-z0-9/]{20,}",
                    "[rs]k_(?:live|test)_[A-Za-z0-9]{10,}",
                    "sk-[A-Za-z0-9_-]{0,20}[A-Za-z0-9]{32,}",
                    "whsec_[A-Za-z0-9+/]{20,}",
                    "AIza[A-Za-z0-9_-]{35}",
                    "npm_[A-Za-z0-9]{36}",
                    "SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}",
                    "Bearer (?=[A-Za-z._~+/-]{0,200}[0-9])[A-Za-z0-9._~+/-]{16,}")
            + ")");

    static final Pattern PASSWORD_HASH = Pattern.compile(String.join(
            "|",
            "\\$2[abxy]\\$\\d\\d\\$[./A-Za-z0-9]{53}",
            "\\$argon2(?:id|i|d)\\$(?:v=\\d+\\$)?m=\\d+,t=\\d+,p=\\d+\\$[A-Za-z0-9+/]{8,}",
            "\\$[156]\\$[./A-Za-z0-9]{4,16}\\$[./A-Za-z0-9]{22,}",
            "pbkdf2_sha\\d+\\$\\d+\\$[A-Za-z0-9+/=]{4,}\\$[A-Za-z0-9+/=]{16,}",
            "SCRAM-SHA-256\\$\\d+:[A-Za-z0-9+/=]{8,}\\$"));

    static final Pattern CARD = Pattern.compile("(?<![\\w.+-])(?:\\d{13,19}"
            + "|\\d{4}(?<by>[ -])\\d{4}\\k<by>\\d{4}\\k<by>\\d{4}(?:\\k<by>\\d{3})?"
            + "|\\d{4}[ -]\\d{6}[ -]\\d{4,5})(?!\\w|[.-]\\w)");

    static final Pattern IBAN = Pattern.compile(
            "(?<![A-Za-z0-9])[A-Z]{2}\\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,4})?)(?![A-Za-z0-9])");

    static final Pattern PHONE =
            Pattern.compile("(?<![\\p{L}\\p{N})\\]+\\\\])\\+[1-9](?:[ ().-]{0,2}\\d){7,14}(?![\\d{])");

    /** North America's 555-0100 to 555-0199 and Ofcom's ranges for drama. */
    static final Pattern FICTIONAL_PHONE =
            Pattern.compile("1\\d{3}55501\\d\\d|447700900\\d{3}|44\\d{3}4960\\d{3}|442079460\\d{3}");

    static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9+/_=-]{32,}");

    private Patterns() {}
}
