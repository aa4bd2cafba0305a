package dev.sanitiser.structure;

import dev.sanitiser.structure.Literal.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** The sorts of values that a structure must not hold. A regular expression for such values passes all of them. */
final class Detectors {

    private static final Set<Kind> EVERYWHERE = EnumSet.allOf(Kind.class);
    // In code, "+1000000000" is a sum.
    private static final Set<Kind> IN_TEXT = EnumSet.of(Kind.TEXT, Kind.NAME);
    // Names such as those of generated constraints end in hashes.
    private static final Set<Kind> EXCEPT_NAMES = EnumSet.complementOf(EnumSet.of(Kind.NAME));

    static final List<Detector> ALL = List.of(
            new Detector("an e-mail address", Patterns.EMAIL, Detectors::isRealAddress, EVERYWHERE),
            new Detector("a URL with credentials", Patterns.CREDENTIALS_IN_URL, Detectors::isNoTemplate, EVERYWHERE),
            new Detector("a private key", Patterns.PRIVATE_KEY, match -> true, EVERYWHERE),
            new Detector("an access token", Patterns.TOKEN, match -> true, EVERYWHERE),
            new Detector("a password hash", Patterns.PASSWORD_HASH, match -> true, EVERYWHERE),
            new Detector("a payment card number", Patterns.CARD, Detectors::isPaymentCard, EVERYWHERE),
            new Detector("an IBAN", Patterns.IBAN, match -> CheckDigits.startsWithIban(match.group()), EVERYWHERE),
            new Detector("a phone number", Patterns.PHONE, Detectors::isRealPhone, IN_TEXT),
            new Detector("a key", Patterns.RANDOM, match -> Randomness.looksRandom(match.group()), EXCEPT_NAMES));

    private Detectors() {}

    private static boolean isRealAddress(Matcher match) {
        return Patterns.LETTER_OR_DIGIT.matcher(match.group("local")).find()
                && !Patterns.RESERVED_DOMAIN.matcher(match.group("domain")).find();
    }

    private static boolean isNoTemplate(Matcher match) {
        String credentials =
                Patterns.PLACEHOLDER.matcher(match.group("credentials")).replaceAll("");
        return Patterns.LETTER_OR_DIGIT.matcher(credentials).find();
    }

    private static boolean isPaymentCard(Matcher match) {
        return CheckDigits.isPaymentCard(match.group().replaceAll("[ -]", ""));
    }

    private static boolean isRealPhone(Matcher match) {
        String digits = match.group().replaceAll("[^0-9]", "");
        return !Patterns.FICTIONAL_PHONE.matcher(digits).matches();
    }
}
